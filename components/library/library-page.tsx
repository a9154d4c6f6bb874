import { useFormatter, useTranslations } from "next-intl";
import { SiteBar } from "@/components/site/site-bar";
import type { Locale } from "@/i18n/routing";
import type { Library } from "@/lib/work/library";
import { WorkList } from "./work-list";
import "./library.css";

/** Above this many works a box to narrow the list is worth its place. */
const findFrom = 12;

/** The front page: what there is to read. */
export function LibraryPage({ library, locale }: { library: Library; locale: Locale }) {
  const t = useTranslations("LibraryPage");
  const site = useTranslations("Site");
  const format = useFormatter();
  const { works, damaged } = library;
  const code = { code: (words: React.ReactNode) => <code translate="no">{words}</code> };
  return (
    <>
      <SiteBar locale={locale} path="" />
      <main className="plain library" id="text">
        <header className="library-head">
          <h1>{site("tagline")}</h1>
          <p className="lead">{site("description")}</p>
        </header>
        <div className="library-tools">
          <h2>{t("title")}</h2>
          <p
            className="quiet"
            role="status"
            data-found={t("found", { shown: "{shown}", total: format.number(works.length) })}
            data-none-found={t("noneFound")}
          >
            {t("count", { count: works.length })}
          </p>
          {works.length >= findFrom && (
            <label className="find needs-script">
              <span className="sr-only">{t("find")}</span>
              <input type="search" data-find placeholder={t("findHint")} autoComplete="off" />
            </label>
          )}
        </div>
        {works.length > 0 ? (
          <WorkList works={works} locale={locale} />
        ) : (
          <>
            <p className="lead">{t("empty")}</p>
            <p className="quiet">{t.rich("emptyHint", code)}</p>
          </>
        )}
        {damaged.length > 0 && <p className="quiet">{t.rich("damaged", { ...code, count: damaged.length })}</p>}
      </main>
    </>
  );
}
