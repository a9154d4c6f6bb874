import { useFormatter, useTranslations } from "next-intl";
import { SiteBar } from "@/components/site/site-bar";
import type { Locale } from "@/i18n/routing";
import { permalinkPath, withVersion, workPath } from "@/lib/address/permalink";
import type { Gone, Resolution } from "@/lib/address/resolve";
import { versionShown, type TextVisit } from "@/lib/address/visit";
import type { Passage, Work } from "@/lib/work/work";
import { formatDay } from "./format-day";
import { setForDisplay, type SideName } from "./prepare";
import { shorten, sidesByNearness, titleOf } from "./titles";

type Removed = Extract<Resolution, { kind: "removed" }>;
type TombstoneProps = {
  visit: TextVisit;
  locale: Locale;
  landing: Removed;
  /** The last day on which the passage was in the text, where that text can still be read; ISO 8601. */
  lastDay: string | null;
};

/** For a passage that was here and is no more: what it said, when it went, what is near, and how to read the text. */
export function TombstonePage({ visit, locale, landing, lastDay }: TombstoneProps) {
  const t = useTranslations("Tombstone");
  const format = useFormatter();
  const { work, segment } = visit;
  const { near, others, date } = landing;
  const count = 1 + others.length;
  const version = versionShown(visit);
  const top = withVersion(workPath(locale, work.slug), version);
  const [side] = sidesByNearness(work, locale);
  // The Chinese sentence puts title marks around it, within which a title's own become single.
  const name = titleOf(work, side).replace(/[《》]/g, (mark) =>
    locale === "zh" ? (mark === "《" ? "〈" : "〉") : mark,
  );
  const title = () => (
    <cite lang={work.metadata[side].language} translate="no">
      <a href={top}>{name}</a>
    </cite>
  );
  return (
    <>
      <SiteBar locale={locale} path={withVersion(`/${work.slug}/${encodeURIComponent(segment ?? "")}`, version)} />
      <main className="plain tombstone" id="text" data-status={410}>
        <h1>{t("title", { count })}</h1>
        <p className="lead">
          {date === null
            ? t.rich("once", { count, work: title })
            : t.rich("until", { count, work: title, date: formatDay(format, date) })}
        </p>
        <h2>{t("said", { count })}</h2>
        {[landing, ...others].map((gone) => (
          <Said key={gone.id} gone={gone} work={work} />
        ))}
        {near && (
          <>
            <h2>{t("near", { count })}</h2>
            <Near
              work={work}
              near={near}
              href={withVersion(permalinkPath(locale, work.slug, { first: near.id, last: near.id }), version)}
            />
          </>
        )}
        <h2>{t("read")}</h2>
        <ul className="ways">
          <li>
            <a href={top}>{t("whole")}</a>
          </li>
          {lastDay !== null && (
            <li>
              <a href={withVersion(`${workPath(locale, work.slug)}/${encodeURIComponent(segment ?? "")}`, lastDay)}>
                {t("then", { date: formatDay(format, lastDay) })}
              </a>
            </li>
          )}
        </ul>
      </main>
    </>
  );
}

/** The words that the ledger kept, each side in its own language. */
function Said({ gone: { id, entry }, work }: { gone: Gone; work: Work }) {
  const t = useTranslations("Tombstone");
  const said = entry.retired?.said;
  const sides = (["source", "translation"] as const).filter((side) => said?.[side]);
  if (sides.length === 0) return <p className="quiet">{t("notKept")}</p>;
  return (
    <div className="pair said" id={id}>
      {sides.map((side) => (
        <blockquote key={side} className={`side ${side}`} lang={work.metadata[side].language} translate="no">
          {(said?.[side] ?? "").split(/\n+/).map((line, at) => (
            <p key={at}>{setForDisplay(work, side)(line)}</p>
          ))}
        </blockquote>
      ))}
    </div>
  );
}

/** The beginning of a passage on both sides, and the way to it. */
function Near({ work, near, href }: { work: Work; near: Passage; href: string }) {
  const t = useTranslations("Tombstone");
  const words = (side: SideName) =>
    setForDisplay(work, side)(shorten(near[side]?.text ?? "", side === "source" ? 60 : 120));
  return (
    <>
      <p>
        <a href={href}>{t("passage", { number: `${near.number}` })}</a>
      </p>
      <div className="pair">
        {(["source", "translation"] as const)
          .filter((side) => near[side])
          .map((side) => (
            <p key={side} className={`side ${side}`} lang={work.metadata[side].language} translate="no">
              {words(side)}
            </p>
          ))}
      </div>
    </>
  );
}
