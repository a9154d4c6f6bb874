import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";

const sizes = ["small", "regular", "large", "larger", "largest"] as const;
const measures = ["narrow", "regular", "wide"] as const;
const themes = ["system", "light", "sepia", "dark"] as const;

/** Text size, line width and colours. Needs script to apply a choice, so it is not shown without. */
export function ComfortMenu() {
  const t = useTranslations("ComfortMenu");
  return (
    <Menu
      id="comfort"
      className="comfort needs-script"
      label={t("open")}
      close={t("close")}
      face={<span className="aa">Aa</span>}
    >
      <Choice legend={t("size")} name="size" options={sizes} words={(each) => t(`sizes.${each}`)} />
      <Choice legend={t("measure")} name="measure" options={measures} words={(each) => t(`measures.${each}`)} />
      <Choice legend={t("theme")} name="theme" options={themes} words={(each) => t(`themes.${each}`)} />
    </Menu>
  );
}

type ChoiceProps<T extends string> = {
  legend: string;
  name: "size" | "measure" | "theme";
  options: readonly T[];
  words: (option: T) => string;
};

function Choice<T extends string>({ legend, name, options, words }: ChoiceProps<T>) {
  return (
    <fieldset className={`choice choice-${name}`}>
      <legend>{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option} className={`choice-${option}`}>
            <input
              type="radio"
              name={`comfort-${name}`}
              value={option}
              data-comfort={name}
              defaultChecked={option === "regular" || option === "system"}
            />
            <span>{words(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
