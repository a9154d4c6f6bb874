import { useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";

/** The way back to the library. The Chinese name is the mark in both languages. */
export function SiteName({ locale }: { locale: Locale }) {
  const t = useTranslations("Site");
  return (
    <a className="site-name" href={`/${locale}`} aria-label={`${t("name")}: ${t("library")}`}>
      <span lang="zh-Hans" translate="no" className="site-mark">
        对读
      </span>
      {locale === "en" && <span translate="no">Duidu</span>}
    </a>
  );
}
