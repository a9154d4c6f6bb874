import { useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";
import { workPath } from "@/lib/address/permalink";
import type { Resolution } from "@/lib/address/resolve";
import type { Work } from "@/lib/work/work";

/** Says what became of the link that was followed. Without script it also takes the reader to the passage. */
export function Landing({ work, locale, landing }: { work: Work; locale: Locale; landing: Resolution }) {
  const t = useTranslations("Landing");
  if (landing.kind !== "exact") {
    return (
      <div className="flow">
        <p className="landing landing-warning" role="status">
          {t("unknown")}
        </p>
      </div>
    );
  }
  const { first, last } = landing;
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=#${first.id}`} />
      </noscript>
      <div className="flow">
        <p className="landing">
          {first === last
            ? t("passage", { number: `${first.number}` })
            : t("range", { first: `${first.number}`, last: `${last.number}` })}{" "}
          <a href={workPath(locale, work.slug)}>{t("whole")}</a>
        </p>
      </div>
    </>
  );
}
