import { composeQuote, type Words } from "@/lib/cite/compose-quote";
import { button, check, choice, element } from "./element";
import type { SheetContext } from "./share-sheet";

type Sides = "source" | "translation" | "both";
type Choices = { sides: Sides; form: "plain" | "markdown"; credit: boolean; link: boolean };

/** The words to take along: whose, in which form, with what below them. What is seen is what is copied. */
export function textSection({ page, data, selected, copy, recall, remember }: SheetContext): HTMLElement {
  const { quote, words } = data;
  const has = (side: "source" | "translation") => quote.passages.some((passage) => passage[side]);
  const choices = readChoices(recall());
  const isChoosable = !selected && has("source") && has("translation");
  const preview = element(page, "p", {
    class: "share-preview",
    tabindex: "0",
    role: "group",
    "aria-label": words.preview,
  });

  function quoted(): readonly Words[] {
    // Selected words are plain; as Markdown they stay so, since nobody writes `*` for a star when quoting a line.
    if (selected) return [{ text: selected.text, markdown: selected.text }];
    const sides = choices.sides === "both" || !isChoosable ? (["source", "translation"] as const) : [choices.sides];
    return quote.passages.flatMap((passage) => sides.flatMap((side) => passage[side] ?? []));
  }
  function composed(): string {
    const near = quote.source.language.slice(0, 2) === page.documentElement.lang.slice(0, 2) ? "source" : "translation";
    const shown = selected ? selected.side : choices.sides === "both" ? near : choices.sides;
    return composeQuote({
      words: quoted(),
      form: choices.form,
      credit: choices.credit ? quote[shown].credit : null,
      link: choices.link ? quote.link : null,
    });
  }
  function choose(change: Partial<Choices>) {
    Object.assign(choices, change);
    remember(choices);
    show();
  }
  function show() {
    preview.replaceChildren(...composed().split("\n").map(line));
  }
  /** Each line in the face of its language: one that has Chinese in it, in that of the Chinese side. */
  function line(text: string) {
    const [chinese, other] = [quote.source, quote.translation].sort(
      (a, b) => hanFirst(a.language) - hanFirst(b.language),
    );
    const { language } = /\p{Script=Han}/u.test(text) ? (chinese ?? quote.source) : (other ?? quote.translation);
    return element(page, "span", { lang: language }, text || "\u200B");
  }
  show();
  const sides = [
    ["source", words.source],
    ["translation", words.translation],
    ["both", words.both],
  ] as const;
  const forms = [
    ["plain", words.plain],
    ["markdown", words.markdown],
  ] as const;
  return element(
    page,
    "section",
    { "aria-labelledby": "share-text" },
    element(page, "h3", { id: "share-text" }, words.text),
    element(
      page,
      "div",
      { class: "share-choices" },
      ...(isChoosable
        ? [choice(page, "sides", words.language, sides, choices.sides, (value) => choose({ sides: value }))]
        : []),
      choice(page, "form", words.form, forms, choices.form, (value) => choose({ form: value })),
    ),
    preview,
    element(
      page,
      "div",
      { class: "share-choices" },
      button(page, words.copyText, () => void copy(composed())),
      check(page, words.withCredit, choices.credit, (isOn) => choose({ credit: isOn })),
      check(page, words.withLink, choices.link, (isOn) => choose({ link: isOn })),
    ),
  );
}

function hanFirst(language: string): number {
  return /^(zh|lzh|ja)/.test(language) ? 0 : 1;
}

/** What was chosen last time, as far as it can be read. */
function readChoices(kept: unknown): Choices {
  const { sides, form, credit, link }: Partial<Record<keyof Choices, unknown>> =
    typeof kept === "object" && kept !== null ? kept : {};
  return {
    sides: sides === "source" || sides === "translation" ? sides : "both",
    form: form === "markdown" ? form : "plain",
    credit: credit !== false,
    link: link !== false,
  };
}
