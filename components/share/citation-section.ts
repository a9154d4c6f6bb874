import { button, choice, element } from "./element";
import type { SheetContext } from "./share-sheet";

/** The citation in every form, of the source or of the translation, each to be copied. */
export function citationSection({ page, data, selected, copy }: SheetContext): HTMLElement {
  const { quote, words } = data;
  const near = quote.source.language.slice(0, 2) === page.documentElement.lang.slice(0, 2) ? "source" : "translation";
  const list = element(page, "dl", { class: "share-citations" });

  function show(side: "source" | "translation") {
    list.replaceChildren(
      ...quote[side].citations.map(({ form, text }) =>
        element(
          page,
          "div",
          { "data-form": form },
          element(page, "dt", {}, words.forms[form]),
          element(
            page,
            "dd",
            {},
            button(page, words.copy, () => void copy(text), words.copyCitation[form]),
          ),
          element(page, "dd", { lang: quote[side].language, translate: "no" }, text),
        ),
      ),
    );
  }
  const first = selected?.side ?? near;
  show(first);
  const sides = [
    ["source", words.source],
    ["translation", words.translation],
  ] as const;
  return element(
    page,
    "details",
    { class: "share-cite" },
    element(page, "summary", {}, words.citation),
    choice(page, "cited", words.language, sides, first, show),
    list,
  );
}
