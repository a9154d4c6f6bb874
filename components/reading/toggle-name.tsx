import { useTranslations } from "next-intl";

/** The accessible name of every passage's toggle, once. CSS shows the words that fit the view, so it needs no script. */
export function ToggleName() {
  const t = useTranslations("PassageRow");
  return (
    <p id="toggle-name" className="sr-only">
      <span className="when-hiding">{t("hide")}</span>
      <span className="when-showing">{t("show")}</span>
      <span className="when-hiding-source">{t("hideSource")}</span>
      <span className="when-showing-source">{t("showSource")}</span>
    </p>
  );
}
