import { useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";

/** The way back to the library, as its name says after what is seen. The Chinese name is the mark in both languages. */
export function SiteName({ locale }: { locale: Locale }) {
  const t = useTranslations("Site");
  return (
    <a className="site-name" href={`/${locale}`}>
      <span lang="zh-Hans" translate="no" className="site-mark">
        对读
      </span>{" "}
      {locale === "en" && (
        <span translate="no" className="site-latin">
          Duidu
        </span>
      )}{" "}
      <span className="sr-only">{t("library")}</span>
    </a>
  );
}
