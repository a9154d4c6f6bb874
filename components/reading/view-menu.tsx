import { useTranslations } from "next-intl";
import type { Work } from "@/lib/work/work";
import { ViewDiagram, type ViewName } from "./view-diagram";

const views: readonly ViewName[] = ["auto", "both", "stacked", "source", "translation"];

/** Which sides are shown and how: inline in the bar where there is room, a sheet on a phone. */
export function ViewMenu({ work }: { work: Work }) {
  const t = useTranslations("ReadingBar");
  const language = useTranslations("Languages");
  const { source, translation } = work.metadata;
  const words: Record<ViewName, string> = {
    auto: t("auto"),
    both: t("both"),
    stacked: t("stacked"),
    source: t("source", { language: language(source.language) }),
    translation: t("translation", { language: language(translation.language) }),
  };
  return (
    <div className="menu view">
      <button type="button" className="bar-button view-open" popoverTarget="view" title={t("view")}>
        <ViewDiagram view="both" />
        <span className="bar-word">{t("view")}</span>
      </button>
      <div id="view" popover="auto" className="menu-sheet">
        <fieldset className="views">
          <legend className="sr-only">{t("view")}</legend>
          {views.map((view) => (
            <label key={view} title={words[view]}>
              <input
                type="radio"
                name="view"
                id={`view-${view}`}
                value={view}
                defaultChecked={view === "auto"}
                autoComplete="off"
              />
              <ViewDiagram view={view} />
              <span className="view-word">{words[view]}</span>
            </label>
          ))}
        </fieldset>
        <label className="switch" title={t("translationFirst", { language: language(translation.language) })}>
          <input type="checkbox" id="first-translation" autoComplete="off" />
          <ViewDiagram view="swap" />
          <span className="view-word">{t("translationFirst", { language: language(translation.language) })}</span>
        </label>
        <label className="switch">
          <input type="checkbox" id="flip" autoComplete="off" />
          <span className="switch-word when-hides-all">{t("hideAll")}</span>
          <span className="switch-word when-shows-all">{t("showAll")}</span>
        </label>
        <label className="switch switch-study" title={t("studyHint")}>
          <input type="checkbox" id="study" autoComplete="off" />
          <span className="switch-word">{t("study")}</span>
        </label>
      </div>
    </div>
  );
}
