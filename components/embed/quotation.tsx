import { useTranslations } from "next-intl";
import { Blocks } from "@/components/reading/blocks";
import { numberNotes, prepareBlocks, setForDisplay, type SideName } from "@/components/reading/prepare";
import type { Locale } from "@/i18n/routing";
import { permalinkPath } from "@/lib/address/permalink";
import type { Passage, Work } from "@/lib/work/work";
import { withoutNotes } from "./without-notes";

type QuotationProps = { work: Work; locale: Locale; passages: readonly [Passage, ...Passage[]]; isExact: boolean };

/** A passage or a range in both languages, and where it is from: all that stands in a frame on another page. */
export function Quotation({ work, locale, passages, isExact }: QuotationProps) {
  const t = useTranslations("Embed");
  const site = useTranslations("Site");
  const [first, last] = [passages[0], passages.at(-1) ?? passages[0]];
  const link = permalinkPath(locale, work.slug, { first: first.id, last: last.id });
  const sides = (["source", "translation"] as const).filter((side) => passages.some((passage) => passage[side]));
  const { source, translation } = work.metadata;
  return (
    <main className="quotation">
      <h1 className="unseen">
        {t(first === last ? "passage" : "range", { first: `${first.number}`, last: `${last.number}` })}
      </h1>
      <div className="sides" data-sides={sides.length}>
        {sides.map((side) => (
          <QuotedSide key={side} work={work} passages={passages} side={side} />
        ))}
      </div>
      {!isExact && <p className="changed">{t("changed")}</p>}
      <footer>
        <p className="titles">
          <cite lang={source.language} translate="no">
            {setForDisplay(work, "source")(source.title)}
          </cite>
          <cite lang={translation.language}>{setForDisplay(work, "translation")(translation.title)}</cite>
        </p>
        <p className="from">
          <a href={link}>
            {t("context")}
            <span className="number">{first === last ? first.number : `${first.number}–${last.number}`}</span>
          </a>
          <a href={`/${locale}`} className="site">
            {site("name")}
          </a>
        </p>
      </footer>
    </main>
  );
}

function QuotedSide({ work, passages, side }: { work: Work; passages: readonly Passage[]; side: SideName }) {
  const notes = numberNotes(work, side);
  return (
    <blockquote
      className={`side ${side}`}
      lang={work.metadata[side].language}
      translate={side === "source" ? "no" : undefined}
    >
      {passages.map((passage) => (
        <Blocks
          key={passage.id}
          blocks={withoutNotes(prepareBlocks(passage[side]?.blocks ?? [], work, side))}
          notes={notes}
        />
      ))}
    </blockquote>
  );
}
