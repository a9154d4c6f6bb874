import { Fragment } from "react";
import type { Inline } from "@/lib/passage/block";

/** Where a footnote reference leads and what it prints. */
export type NoteNumbers = { readonly prefix: string; readonly numbers: ReadonlyMap<string, number> };

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
      return inline.value;
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
