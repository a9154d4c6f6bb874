import { useFormatter, useTranslations } from "next-intl";
import { Phrases } from "@/components/ui/phrases";
import { creditsOf, setForDisplay } from "@/components/reading/prepare";
import type { Length, Work } from "@/lib/work/work";
import type { Locale } from "@/i18n/routing";
import { formatDay } from "@/components/reading/format-day";

/** Works as a list, each with both its titles, whose they are, languages, date and length. */
export function WorkList({ works, locale }: { works: readonly Work[]; locale: Locale }) {
  return (
    <ol className="works">
      {works.map((work) => (
        <WorkEntry key={work.slug} work={work} locale={locale} />
      ))}
    </ol>
  );
}

function WorkEntry({ work, locale }: { work: Work; locale: Locale }) {
  const t = useTranslations("LibraryPage");
  const language = useTranslations("Languages");
  const format = useFormatter();
  const { source, translation, date } = work.metadata;
  const words = (length: Length) => t(length.unit, { count: length.count });
  const sides = [{ ...source, title: setForDisplay(work, "source")(source.title) }, translation];
  return (
    <li className="work" data-work-entry>
      <a href={`/${locale}/${work.slug}`} className="work-titles">
        {sides.map((side, index) => (
          <span key={index} lang={side.language} translate="no" className="work-title">
            <Phrases text={side.title} language={side.language} />
          </span>
        ))}
      </a>
      {sides.some((side) => creditsOf(side)) && (
        <p className="quiet work-credits">
          {sides.map((side, index) => (
            <span key={index} lang={side.language} translate="no">
              {creditsOf(side)}
            </span>
          ))}
        </p>
      )}
      <p className="quiet work-facts">
        <span>
          {t("languages", { source: language(source.language), translation: language(translation.language) })}
        </span>
        <time dateTime={date}>{formatDay(format, date)}</time>
        <span>{words(work.length.source)}</span>
        <span>{words(work.length.translation)}</span>
      </p>
    </li>
  );
}
