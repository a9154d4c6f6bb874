import { useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";
import { permalinkPath } from "@/lib/address/permalink";
import type { Resolution } from "@/lib/address/resolve";
import type { Passage, Work } from "@/lib/work/work";
import { applyPlace, applyView } from "./behaviours/inline-scripts";
import { Colophon } from "./colophon";
import { HelpSheet } from "./help-sheet";
import { Landing } from "./landing";
import { PassageRow } from "./passage-row";
import { numberNotes } from "./prepare";
import { ReadingBar } from "./reading-bar";
import { ToggleName } from "./toggle-name";
import { WorkHead } from "./work-head";

/** Rows are laid out in sections, so that a change inside one never measures the others (bench/page). */
const rowsInSection = 16;

type ReadingPageProps = { work: Work; locale: Locale; landing: Resolution | null; hasGuide: boolean };

/** A text and its translation: everything a reader sees of one work. */
export function ReadingPage({ work, locale, landing, hasGuide }: ReadingPageProps) {
  const t = useTranslations("Status");
  const notes = { source: numberNotes(work, "source"), translation: numberNotes(work, "translation") };
  const marked = new Set(landing?.kind === "exact" ? landing.passages : []);
  const sections = chunk(work.passages, rowsInSection);
  return (
    <>
      <ReadingBar work={work} locale={locale} landing={landing} />
      <script data-duidu="" dangerouslySetInnerHTML={{ __html: applyView }} />
      <main
        id="text"
        data-work={work.slug}
        data-copied={t("copied")}
        data-copy-failed={t("copyFailed")}
        data-status={landing?.kind === "unknown" ? 404 : undefined}
      >
        <WorkHead work={work} />
        {landing && <Landing work={work} locale={locale} landing={landing} />}
        <ToggleName />
        <article className="flow rows">
          {sections.map((passages) => (
            <div
              key={passages[0]?.id}
              className="rows-section"
              data-open={passages.some((passage) => marked.has(passage)) ? "" : undefined}
            >
              {passages.map((passage) => (
                <PassageRow
                  key={passage.id}
                  work={work}
                  passage={passage}
                  permalink={permalinkPath(locale, work.slug, { first: passage.id, last: passage.id })}
                  marked={marked.has(passage)}
                  notes={notes}
                />
              ))}
            </div>
          ))}
        </article>
        <Colophon work={work} />
      </main>
      <script data-duidu="" dangerouslySetInnerHTML={{ __html: applyPlace }} />
      <p id="status" role="status" className="status" />
      <HelpSheet locale={locale} hasGuide={hasGuide} />
    </>
  );
}

function chunk(passages: readonly Passage[], size: number): readonly (readonly Passage[])[] {
  return Array.from({ length: Math.ceil(passages.length / size) }, (_, at) =>
    passages.slice(at * size, (at + 1) * size),
  );
}
