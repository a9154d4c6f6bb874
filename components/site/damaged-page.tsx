import { useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";
import { SiteBar } from "./site-bar";

/** What a reader sees of a work whose files cannot be read. The publisher learns the details from `duidu check`. */
export function DamagedPage({ locale }: { locale: Locale }) {
  const t = useTranslations("DamagedPage");
  const site = useTranslations("NotFoundPage");
  return (
    <>
      <SiteBar locale={locale} path="" />
      <main className="plain" id="text" data-status={503}>
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <p className="quiet">{t.rich("hint", { code: (words) => <code translate="no">{words}</code> })}</p>
        <p>
          <a href={`/${locale}`}>{site("library")}</a>
        </p>
      </main>
    </>
  );
}
