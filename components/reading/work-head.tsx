import { useFormatter, useTranslations } from "next-intl";
import { Phrases } from "@/components/ui/phrases";
import { describeRuns } from "@/lib/text/display-runs";
import type { Work } from "@/lib/work/work";
import { creditsOf, setForDisplay } from "./prepare";
import { formatDay } from "./format-day";

/** The two titles as a pair, then byline and date in one quiet line each. */
export function WorkHead({ work }: { work: Work }) {
  const language = useTranslations("Languages");
  const t = useTranslations("WorkHead");
  const format = useFormatter();
  const { source, translation, date } = work.metadata;
  const set = setForDisplay(work, "source");
  const day = formatDay(format, date);
  return (
    <header>
      <div className="work-head flow">
        <hgroup className="side source" lang={source.language} translate="no">
          <h1 data-set={describeRuns(source.title, set(source.title)) ?? undefined}>
            <Phrases text={set(source.title)} language={source.language} />
          </h1>
          <p className="byline">{creditsOf(source)}</p>
        </hgroup>
        <div className="side translation" lang={translation.language}>
          <p className="work-title-second">
            <Phrases text={translation.title} language={translation.language} />
          </p>
          <p className="byline">{creditsOf(translation)}</p>
        </div>
      </div>
      <div className="flow">
        <p className="work-date">
          <time dateTime={date}>{day}</time>
          <span>{t("translationOf", { language: language(source.language) })}</span>
        </p>
      </div>
    </header>
  );
}
