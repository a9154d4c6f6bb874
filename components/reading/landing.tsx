import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/i18n/routing";
import { splitOff } from "@/lib/address/follow-ledger";
import { permalinkPath, withVersion, workPath } from "@/lib/address/permalink";
import type { Run } from "@/lib/address/resolve";
import { versionShown, type TextVisit } from "@/lib/address/visit";
import type { Passage } from "@/lib/work/work";

/** Messages by what the ledger says of an id. */
const happened = { merged: "merged", split: "split", moved: "moved" } as const;

type LandingProps = { visit: TextVisit; locale: Locale };

/** At the head of the text: which passage a link led to, or that there is none. Without script it takes the reader there. */
export function Landing({ visit, locale }: LandingProps) {
  const t = useTranslations("Landing");
  const { landing, renamedFrom, work, version } = visit;
  const isAtTop = landing === null || landing.kind === "unknown";
  return (
    <>
      {landing && "first" in landing && (
        <noscript>
          <meta httpEquiv="refresh" content={`0;url=#${landing.first.id}`} />
        </noscript>
      )}
      <div className="flow">
        {landing?.kind === "exact" && (
          <p className="landing">
            {landing.first === landing.last
              ? t("passage", { number: `${landing.first.number}` })
              : t("range", numbersOf(landing))}{" "}
            <a href={withVersion(workPath(locale, work.slug), versionShown(visit))}>{t("whole")}</a>
          </p>
        )}
        {renamedFrom !== null && isAtTop && <Renamed slug={renamedFrom} />}
        {landing?.kind === "unknown" && (
          <Notice>{t(version?.kind === "found" && version.lacksPassage ? "lacksPassage" : "unknown")}</Notice>
        )}
      </div>
    </>
  );
}

/** Whether a link led to a passage otherwise than its words say, or to a part, which is said right above that passage. */
export function needsNotice(visit: TextVisit): boolean {
  const { landing, renamedFrom } = visit;
  if (landing === null || !("first" in landing)) return false;
  return landing.kind !== "exact" || renamedFrom !== null || partsElsewhere(visit).length > 0;
}

/** What was split off from the passages that a link names and still marks. */
function partsElsewhere({ work, landing }: TextVisit): readonly Passage[] {
  return landing?.kind === "exact" ? splitOff(work, landing.passages) : [];
}

/** Right above the passage that a link led to, where the reader's eyes are: what became of the link. */
export function LandingNotice({ visit, locale }: LandingProps) {
  const t = useTranslations("Landing");
  const { landing, renamedFrom } = visit;
  if (!landing || !("first" in landing)) return null;
  const parts = partsElsewhere(visit);
  const place = t("place", { isOne: landing.first === landing.last ? "yes" : "no", ...numbersOf(landing) });
  return (
    <div className="landing-here">
      {renamedFrom !== null && <Renamed slug={renamedFrom} />}
      {parts.length > 0 && (
        <Notice>
          {t("divided")} <Others visit={visit} locale={locale} passages={parts} />
        </Notice>
      )}
      {landing.kind === "moved" && (
        <Notice>
          {t(happened[landing.how], { place })} <Others visit={visit} locale={locale} passages={landing.others} />
        </Notice>
      )}
      {landing.kind === "found" && <Notice>{t("found", { place })}</Notice>}
      {landing.kind === "partial" && (
        <Notice>
          {t.rich(landing.lost.includes("..") ? "partialBoth" : landing.wasHere ? "partial" : "partialUnknown", {
            place,
            lost: () => <b translate="no">{landing.lost}</b>,
          })}
        </Notice>
      )}
    </div>
  );
}

/** The other passages that the words of a link went to. */
function Others({ visit, locale, passages }: LandingProps & { passages: readonly Passage[] }) {
  const t = useTranslations("Landing");
  if (passages.length === 0) return null;
  const version = versionShown(visit);
  return t.rich("others", {
    places: () =>
      passages.map(({ id, number }, at) => (
        <span key={id}>
          {at > 0 && t("and")}
          <a href={withVersion(permalinkPath(locale, visit.work.slug, { first: id, last: id }), version)}>
            {t("place", { isOne: "yes", first: `${number}`, last: `${number}` })}
          </a>
        </span>
      )),
  });
}

function Renamed({ slug }: { slug: string }) {
  const t = useTranslations("Landing");
  return <Notice>{t.rich("renamed", { slug: () => <b translate="no">{slug}</b> })}</Notice>;
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="landing landing-warning" role="status">
      {children}
    </p>
  );
}

function numbersOf({ first, last }: Run) {
  return { first: `${first.number}`, last: `${last.number}` };
}
