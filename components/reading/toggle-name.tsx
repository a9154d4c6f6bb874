import { useTranslations } from "next-intl";

/**
 * The accessible name of every passage's toggle, once. CSS shows the words that fit the view, so it needs no script.
 * They stand in a sentence, because they are read out where they stand: of a hidden element a name takes all words,
 * whichever CSS shows.
 */
export function ToggleName() {
  const t = useTranslations("PassageRow");
  return (
    <p className="sr-only">
      {t.rich("toggle", {
        name: () => (
          <span id="toggle-name">
            <span className="when-hiding">{t("hide")}</span>
            <span className="when-showing">{t("show")}</span>
            <span className="when-hiding-source">{t("hideSource")}</span>
            <span className="when-showing-source">{t("showSource")}</span>
          </span>
        ),
      })}
    </p>
  );
}
