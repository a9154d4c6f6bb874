import { useLocale, useTranslations } from "next-intl";
import { localeTag } from "@/i18n/routing";
import { changesBetween } from "@/lib/text/changes";
import { isStale } from "@/lib/work/staleness";
import type { Passage, Work } from "@/lib/work/work";

/**
 * Says quietly that a passage was translated from another text than today's, and what changed since, where the ledger
 * kept that text. Nothing where the translation follows the original.
 */
export function StaleMark({ work, passage }: { work: Work; passage: Passage }) {
  const t = useTranslations("Stale");
  // It stands in the translation, and speaks the language of the interface.
  const own = localeTag[useLocale()];
  const entry = work.ledger.get(passage.id);
  if (!passage.source || !entry || !isStale(passage, entry)) return null;
  if (entry.sourceThen === undefined)
    return (
      <p className="stale" lang={own}>
        {t("mark")}
      </p>
    );
  const { language } = work.metadata.source;
  return (
    <details className="stale" lang={own}>
      <summary>{t("mark")}</summary>
      <p className="stale-changes" lang={language} translate="no">
        {changesBetween(entry.sourceThen, passage.source.text, language).map(({ kind, words }, at) => {
          if (kind === "same") return words;
          const Change = kind === "removed" ? "del" : "ins";
          return (
            <Change key={at}>
              <span className="sr-only" lang={own} translate="yes">
                {t(kind === "removed" ? "removed" : "added")}
              </span>
              {words}
            </Change>
          );
        })}
      </p>
    </details>
  );
}
