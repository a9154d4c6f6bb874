import { useLocale, useTranslations } from "next-intl";
import { WorkList } from "@/components/library/work-list";
import { openLibrary } from "@/lib/work/library";
import { SiteBar } from "./site-bar";

/** A dead end with ways out: the library, and the newest texts by name. */
export async function NotFoundPage() {
  const { works } = await openLibrary();
  return <NotFound works={works.slice(0, 5)} />;
}

function NotFound({ works }: { works: Awaited<ReturnType<typeof openLibrary>>["works"] }) {
  const t = useTranslations("NotFoundPage");
  const locale = useLocale();
  return (
    <>
      <SiteBar locale={locale} path="" />
      <main className="plain" id="text" data-status={404}>
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        {works.length > 0 && (
          <>
            <h2>{t("works")}</h2>
            <WorkList works={works} locale={locale} />
          </>
        )}
        <p>
          <a href={`/${locale}`}>{t("library")}</a>
        </p>
      </main>
    </>
  );
}
