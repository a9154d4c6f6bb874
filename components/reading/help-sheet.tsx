import { useTranslations } from "next-intl";
import type { Locale } from "@/i18n/routing";
import { keyName, shortcuts } from "./shortcuts";

/** All shortcuts, from the same table that the keys are read by. */
export function HelpSheet({ locale, hasGuide }: { locale: Locale; hasGuide: boolean }) {
  const t = useTranslations("HelpSheet");
  return (
    <div id="help" popover="auto" role="dialog" aria-label={t("title")} className="menu-sheet help">
      <h2>{t("title")}</h2>
      <dl>
        {shortcuts.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{keyName(key)}</kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <label className="switch">
        {/* Focus goes into the sheet when it opens; an element that is not shown never takes it. */}
        <input type="checkbox" id="shortcuts" defaultChecked autoComplete="off" autoFocus />
        <span className="switch-word">{t("enabled")}</span>
      </label>
      {hasGuide && (
        <p>
          <a href={`/${locale}/guide`}>{t("guide")}</a>
        </p>
      )}
      <button type="button" className="menu-close" popoverTarget="help" popoverTargetAction="hide">
        {t("close")}
      </button>
    </div>
  );
}
