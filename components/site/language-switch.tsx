import { useTranslations } from "next-intl";
import { localeTag, routing, type Locale } from "@/i18n/routing";

/** Links to this page in the other interface languages. Script carries the reader's place and view along. */
export function LanguageSwitch({ locale, path }: { locale: Locale; path: string }) {
  const t = useTranslations("LanguageSwitch");
  return (
    <nav aria-label={t("label")} className="language-switch">
      {routing.locales
        .filter((other) => other !== locale)
        .map((other) => (
          <a
            key={other}
            className="bar-button"
            href={`/${other}${path}`}
            lang={localeTag[other]}
            hrefLang={localeTag[other]}
            data-locale={other}
          >
            {t(other)}
          </a>
        ))}
    </nav>
  );
}
