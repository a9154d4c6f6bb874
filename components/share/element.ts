/** Makes an element with attributes and children; strings become text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = page.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A button that does one thing. */
export function button(page: Document, words: string, act: () => void, label = words): HTMLButtonElement {
  const made = element(page, "button", { type: "button", class: "share-button" }, words);
  if (label !== words) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

/** A choice of one, drawn like those of the other sheets. */
export function choice<Value extends string>(
  page: Document,
  name: string,
  legend: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLFieldSetElement {
  const labels = options.map(([value, words]) => {
    const input = element(page, "input", { type: "radio", name: `share-${name}`, value, autocomplete: "off" });
    input.checked = value === chosen;
    input.addEventListener("change", () => choose(value));
    return element(page, "label", {}, input, element(page, "span", {}, words));
  });
  return element(
    page,
    "fieldset",
    { class: "choice" },
    element(page, "legend", { class: "sr-only" }, legend),
    element(page, "div", { class: "choice-options" }, ...labels),
  );
}

/** A switch: a checkbox with its words. */
export function check(page: Document, words: string, isOn: boolean, change: (isOn: boolean) => void): HTMLLabelElement {
  const input = element(page, "input", { type: "checkbox", autocomplete: "off" });
  input.checked = isOn;
  input.addEventListener("change", () => change(input.checked));
  return element(page, "label", { class: "switch" }, input, element(page, "span", {}, words));
}
