import { useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";
import { ComfortMenu } from "./comfort-menu";
import { LanguageSwitch } from "./language-switch";
import { SiteName } from "./site-name";

/** The bar of every page that is not a text. `path` is what follows the locale in this page's address. */
export function SiteBar({ locale, path }: { locale: Locale; path: string }) {
  const t = useTranslations("Site");
  return (
    <>
      <a className="skip" href="#text">
        {t("skipToText")}
      </a>
      <header className="bar">
        <SiteName locale={locale} />
        <span className="bar-space" />
        <ComfortMenu />
        <LanguageSwitch locale={locale} path={path} />
      </header>
    </>
  );
}
