import { useTranslations } from "next-intl";
import { ComfortMenu } from "@/components/site/comfort-menu";
import { LanguageSwitch } from "@/components/site/language-switch";
import { SiteName } from "@/components/site/site-name";
import type { Locale } from "@/i18n/routing";
import { formatPassageRange } from "@/lib/address/passage-range";
import { withVersion } from "@/lib/address/permalink";
import { versionShown, type TextVisit } from "@/lib/address/visit";
import { ContentsMenu } from "./contents-menu";
import { ViewMenu } from "./view-menu";

/** The one slim bar. It stands before the text, so that its inputs decide by CSS alone how the text is shown. */
export function ReadingBar({ visit, locale }: { visit: TextVisit; locale: Locale }) {
  const t = useTranslations("ReadingBar");
  const site = useTranslations("Site");
  const help = useTranslations("HelpSheet");
  const { work, landing } = visit;
  const passage =
    landing && "first" in landing ? `/${formatPassageRange({ first: landing.first.id, last: landing.last.id })}` : "";
  return (
    <>
      <a className="skip" href="#text">
        {site("skipToText")}
      </a>
      <header className="bar" aria-label={t("label")}>
        <SiteName locale={locale} />
        <ContentsMenu work={work} />
        <span className="bar-space" />
        <ViewMenu work={work} />
        <span className="bar-space" />
        <button type="button" className="bar-button needs-script" data-share="" title={t("shareHint")}>
          {t("share")}
        </button>
        <ComfortMenu />
        <button
          type="button"
          className="bar-button help-button needs-script"
          popoverTarget="help"
          aria-label={help("open")}
          title={help("open")}
        >
          ?
        </button>
        <LanguageSwitch locale={locale} path={withVersion(`/${work.slug}${passage}`, versionShown(visit))} />
      </header>
    </>
  );
}
