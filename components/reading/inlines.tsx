import { Fragment } from "react";
import type { Inline } from "@/lib/passage/block";

/** What the inline content of one rendering needs to know of it. */
export type NoteNumbers = {
  /** Where a footnote reference leads and what it prints. */
  readonly prefix: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** Language of Han characters that stand within a text of another script; `null` where the text is itself in Han. */
  readonly hanWithin: string | null;
};

/** Inline content. A link out of a text never tells where the reader comes from. */
export function Inlines({ inlines, notes }: { inlines: readonly Inline[]; notes: NoteNumbers }) {
  return inlines.map((inline, index) => (
    <Fragment key={index}>
      <One inline={inline} notes={notes} />
    </Fragment>
  ));
}

function One({ inline, notes }: { inline: Inline; notes: NoteNumbers }) {
  switch (inline.type) {
    case "text":
      return notes.hanWithin ? <Mixed text={inline.value} hanWithin={notes.hanWithin} /> : inline.value;
    case "break":
      return <br />;
    case "code":
      return <code translate="no">{inline.value}</code>;
    case "emphasis":
      return (
        <em>
          <Inlines inlines={inline.children} notes={notes} />
        </em>
      );
    case "strong":
      return (
        <strong>
          <Inlines inlines={inline.children} notes={notes} />
        </strong>
      );
    case "link":
      return (
        <a href={inline.url} rel="noreferrer">
          <Inlines inlines={inline.children} notes={notes} />
        </a>
      );
    case "ruby":
      return (
        <ruby>
          {inline.base}
          <rp>(</rp>
          <rt>{inline.annotation}</rt>
          <rp>)</rp>
        </ruby>
      );
    case "footnote":
      return (
        <sup>
          <a href={`#${notes.prefix}${notes.numbers.get(inline.label)}`} className="note-mark">
            {notes.numbers.get(inline.label)}
          </a>
        </sup>
      );
  }
}

/** Text in which stretches of Han characters say their own language: for the right face, and for whoever reads aloud. */
function Mixed({ text, hanWithin }: { text: string; hanWithin: string }) {
  return text.split(/(\p{Script=Han}+)/u).map((stretch, at) =>
    at % 2 === 0 ? (
      stretch
    ) : (
      <span key={at} lang={hanWithin}>
        {stretch}
      </span>
    ),
  );
}
