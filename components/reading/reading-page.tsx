import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Locale } from "@/i18n/routing";
import { permalinkPath, withVersion } from "@/lib/address/permalink";
import { versionShown, type TextVisit } from "@/lib/address/visit";
import type { Passage } from "@/lib/work/work";
import { applyPlace, applyView } from "./behaviours/inline-scripts";
import { Colophon } from "./colophon";
import { HelpSheet } from "./help-sheet";
import { Landing, LandingNotice, needsNotice } from "./landing";
import { PassageRow } from "./passage-row";
import { numberNotes } from "./prepare";
import { ReadingBar } from "./reading-bar";
import { ToggleName } from "./toggle-name";
import { VersionBar } from "./version-bar";
import { WorkHead } from "./work-head";

/** Rows are laid out in sections, so that a change inside one never measures the others (bench/page). */
const rowsInSection = 16;

type ReadingPageProps = { visit: TextVisit; locale: Locale; hasGuide: boolean };

/** A text and its translation: everything a reader sees of one work. */
export function ReadingPage({ visit, locale, hasGuide }: ReadingPageProps) {
  const t = useTranslations("Status");
  const { work, landing } = visit;
  const notes = { source: numberNotes(work, "source"), translation: numberNotes(work, "translation") };
  const marked = new Set(landing && "passages" in landing ? landing.passages : []);
  const noticed = needsNotice(visit) && landing && "first" in landing ? landing.first : null;
  return (
    <>
      <ReadingBar visit={visit} locale={locale} />
      <VersionBar visit={visit} locale={locale} />
      <script data-duidu="" dangerouslySetInnerHTML={{ __html: applyView }} />
      <main
        id="text"
        data-work={work.slug}
        data-copied={t("copied")}
        data-copy-failed={t("copyFailed")}
        data-share-failed={t("shareFailed")}
        data-status={isMissing(visit) ? 404 : undefined}
      >
        <WorkHead work={work} />
        <Landing visit={visit} locale={locale} />
        <ToggleName />
        <article className="flow rows">
          {toSections(work.passages, noticed).map((passages) => (
            <Fragment key={passages[0]?.id}>
              {noticed && passages[0] === noticed && <LandingNotice visit={visit} locale={locale} />}
              <div
                className="rows-section"
                data-open={passages.some((passage) => marked.has(passage)) ? "" : undefined}
              >
                {passages.map((passage) => (
                  <PassageRow
                    key={passage.id}
                    work={work}
                    passage={passage}
                    permalink={withVersion(
                      permalinkPath(locale, work.slug, { first: passage.id, last: passage.id }),
                      versionShown(visit),
                    )}
                    marked={marked.has(passage)}
                    notes={notes}
                  />
                ))}
              </div>
            </Fragment>
          ))}
        </article>
        <Colophon work={work} />
      </main>
      <script data-duidu="" dangerouslySetInnerHTML={{ __html: applyPlace }} />
      <div className="status">
        <p id="status" role="status" />
        <button type="button" data-share="" hidden>
          {t("more")}
        </button>
      </div>
      <HelpSheet locale={locale} hasGuide={hasGuide} />
    </>
  );
}

/** Nothing answers to this address, though a text is shown: no such passage, or no such version. */
function isMissing({ landing, version }: TextVisit): boolean {
  if (version?.kind === "unknown") return true;
  return landing?.kind === "unknown" && !(version?.kind === "found" && version.lacksPassage);
}

/** @param start - a passage that begins a section of its own, so that something can stand above it */
function toSections(passages: readonly Passage[], start: Passage | null): readonly (readonly Passage[])[] {
  const at = start ? passages.indexOf(start) : 0;
  return [...chunk(passages.slice(0, at), rowsInSection), ...chunk(passages.slice(at), rowsInSection)];
}

function chunk(passages: readonly Passage[], size: number): readonly (readonly Passage[])[] {
  return Array.from({ length: Math.ceil(passages.length / size) }, (_, at) =>
    passages.slice(at * size, (at + 1) * size),
  );
}
