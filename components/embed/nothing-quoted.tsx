import { useTranslations } from "next-intl";

/** For a frame whose passage cannot be shown: it says so, and leads to the page that says more. */
export function NothingQuoted({ href, status }: { href: string; status: 404 | 410 | 503 }) {
  const t = useTranslations("Embed");
  return (
    <main className="quotation" data-status={status}>
      <h1 className="lead">{t("nothing")}</h1>
      <footer>
        <p className="from">
          <a href={href}>{t("more")}</a>
        </p>
      </footer>
    </main>
  );
}
