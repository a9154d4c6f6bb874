import { attribute, type HtmlElement, isElement } from "./tree";

const set = (names: string) => new Set(names.split(" "));

/** Elements that begin a block. */
const blockNames = set(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption",
);

/** Elements that hold no words of the text. What they hold is reported. */
export const scripts = set("script style template link meta base noscript");
export const foreign = set("iframe object embed applet canvas svg math audio video map frameset noembed noframes");
export const controls = set("button input select textarea datalist option optgroup progress meter label output");

export type Kind = "block" | "phrase" | "script" | "foreign" | "control" | "hidden";

export function kindOf(element: HtmlElement): Kind {
  const name = element.tagName;
  if (scripts.has(name) || name === "head" || name === "title") return "script";
  if (foreign.has(name)) return "foreign";
  if (controls.has(name)) return "control";
  if (isHidden(element)) return "hidden";
  return blockNames.has(name) ? "block" : "phrase";
}

/** Invisible is not hidden: WeChat sends its articles invisible and lets a script show them. */
function isHidden(element: HtmlElement): boolean {
  return (
    element.attrs.some(({ name }) => name === "hidden") ||
    /(?:^|;)\s*display\s*:\s*none/i.test(attribute(element, "style").slice(0, 1_000))
  );
}

/** Elements that are blocks, and those that only look like words but hold blocks, `<span><p>…`. */
export function findContainers(root: HtmlElement): ReadonlySet<HtmlElement> {
  const containers = new Set<HtmlElement>();
  const visit = (element: HtmlElement): boolean => {
    let holds = false;
    for (const child of element.childNodes) if (isElement(child) && visit(child)) holds = true;
    const kind = kindOf(element);
    const is = kind === "block" || (kind === "phrase" && holds);
    if (is) containers.add(element);
    return is;
  };
  visit(root);
  return containers;
}

/** Parts of a page that are not its text, by what the page itself says of them. */
export function isNavigation(element: HtmlElement): boolean {
  const role = attribute(element, "role");
  return (
    /^(?:nav|aside|footer|form|search|menu|dialog)$/.test(element.tagName) ||
    /^(?:navigation|banner|complementary|contentinfo|search|dialog|menu|menubar)$/.test(role)
  );
}
