import { useLocale, useTranslations } from "next-intl";
import { localeTag } from "@/i18n/routing";
import type { Passage, Work } from "@/lib/work/work";
import { Blocks } from "./blocks";
import { displayRuns, prepareBlocks, type SideName, type SideNotes } from "./prepare";
import { StaleMark } from "./stale-mark";

type RowProps = {
  work: Work;
  passage: Passage;
  permalink: string;
  marked: boolean;
  notes: Record<SideName, SideNotes>;
};

/**
 * One passage, a row of the page. Kept small: a long work has ten thousand of them.
 * The checkbox is the passage's exception to what the view shows; its name is shared and follows the view by CSS.
 */
export function PassageRow({ work, passage, permalink, marked, notes }: RowProps) {
  const t = useTranslations("PassageRow");
  const { id } = passage;
  const number = `${passage.number}`;
  return (
    <section
      id={id}
      className="row"
      role="group"
      aria-label={t("passage", { number })}
      tabIndex={-1}
      data-marked={marked ? "" : undefined}
    >
      <a className="mark" href={permalink} aria-label={t("permalink", { number })}>
        {number}
      </a>
      <input type="checkbox" className="toggle" aria-labelledby="toggle-name" autoComplete="off" />
      <SideOfRow work={work} passage={passage} side="source" notes={notes.source} />
      <SideOfRow work={work} passage={passage} side="translation" notes={notes.translation} />
    </section>
  );
}

type SideProps = { work: Work; passage: Passage; side: SideName; notes: SideNotes };

function SideOfRow({ work, passage, side, notes }: SideProps) {
  const t = useTranslations("PassageRow");
  const locale = useLocale();
  const { language } = work.metadata[side];
  const words = passage[side];
  if (!words) {
    return (
      <div className={`side ${side}`}>
        <p className="alone">{side === "translation" ? t("sourceAlone") : t("translationAlone")}</p>
      </div>
    );
  }
  return (
    <div
      className={`side ${side}`}
      lang={language}
      translate={side === "source" ? "no" : undefined}
      data-set={displayRuns(words.blocks, work, side)}
    >
      <Blocks blocks={prepareBlocks(words.blocks, work, side)} notes={notes} />
      {(notes.placed.get(passage) ?? []).map((note) => (
        <div
          key={note.label}
          id={`${notes.prefix}${notes.numbers.get(note.label)}`}
          className="note"
          role="note"
          // Its name is in the language of the interface, its words are in that of the text.
          lang={localeTag[locale]}
          aria-label={side === "translation" ? t("note") : t("noteSource")}
          data-set={displayRuns(note.blocks, work, side)}
        >
          <span className="note-mark" aria-hidden="true">
            {notes.numbers.get(note.label)}
          </span>
          <div lang={language}>
            <Blocks blocks={prepareBlocks(note.blocks, work, side)} notes={notes} />
          </div>
        </div>
      ))}
      {side === "translation" && <StaleMark work={work} passage={passage} />}
    </div>
  );
}
