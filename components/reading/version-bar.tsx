import { useFormatter, useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";
import { workPath } from "@/lib/address/permalink";
import type { TextVisit } from "@/lib/address/visit";
import { formatDay } from "./format-day";

/** Says which version of the text is open and leads to the same passage today; or that the version cannot be shown. */
export function VersionBar({ visit, locale }: { visit: TextVisit; locale: Locale }) {
  const t = useTranslations("VersionBar");
  const format = useFormatter();
  const { version, work, segment } = visit;
  if (!version) return null;
  const isShown = version.kind === "found";
  const today = workPath(locale, work.slug) + (segment === null ? "" : `/${encodeURIComponent(segment)}`);
  return (
    <aside className="version-bar" aria-label={t("label")}>
      <p>
        {isShown
          ? t(version.isCurrent ? "same" : "reading", { date: formatDay(format, version.date) })
          : t(version.kind === "unknown" ? "unknown" : "unavailable")}{" "}
        {isShown && <a href={today}>{t("today")}</a>}
      </p>
    </aside>
  );
}
