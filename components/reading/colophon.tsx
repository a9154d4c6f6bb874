import { useFormatter, useTranslations } from "next-intl";
import type { Work } from "@/lib/work/work";
import { formatDay } from "./format-day";

/** Whose the texts are, and what was corrected. */
export function Colophon({ work }: { work: Work }) {
  const t = useTranslations("Colophon");
  const format = useFormatter();
  const { source, translation, origin, corrections } = work.metadata;
  return (
    <footer className="flow" aria-label={t("label")}>
      <div className="colophon">
        <h2 className="sr-only">{t("label")}</h2>
        <dl>
          <div>
            <dt>{t("source")}</dt>
            <dd lang={source.language} translate="no">
              {source.rights}
            </dd>
          </div>
          <div>
            <dt>{t("translation")}</dt>
            <dd lang={translation.language}>{translation.rights}</dd>
          </div>
          {origin && (
            <div>
              <dt>{t("origin")}</dt>
              <dd>
                <a href={origin} rel="noreferrer">
                  {new URL(origin).hostname}
                </a>
              </dd>
            </div>
          )}
        </dl>
        {corrections.length > 0 && (
          <>
            <h3>{t("corrections")}</h3>
            <ul>
              {corrections.map((correction, at) => (
                <li key={at}>
                  <time dateTime={correction.date}>{formatDay(format, correction.date)}</time>{" "}
                  <span lang={source.language}>{correction.source}</span>{" "}
                  <span lang={translation.language}>{correction.translation}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </footer>
  );
}
