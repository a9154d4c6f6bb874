import { attribute, elementsOf, type HtmlElement, type HtmlNode, isElement, textOf } from "./tree";

/** A page of a text; `path` is empty for a page by itself. */
export type Page = { readonly path: string; readonly root: HtmlElement };

/** Which links call notes, and which elements are these notes. */
export type HtmlNotes = {
  /** Labels by the links that call them. */
  readonly calls: ReadonlyMap<HtmlElement, string>;
  /** Elements that are notes, taken out of the text; with their labels. */
  readonly elements: ReadonlyMap<HtmlElement, { readonly label: string; readonly page: Page }>;
  /** Links in notes that lead back. */
  readonly back: ReadonlySet<HtmlElement>;
};

/** Words that a note has at most: what is longer is a chapter. UTF-16 units. */
const longestNote = 8_000;

const holders = new Set(["li", "aside", "p", "div", "dd", "section", "tr"]);

/**
 * Finds notes: links that look like a call and lead to an element further down, in this page or a later one.
 */
export function findNotes(pages: readonly Page[]): HtmlNotes {
  const order = new Map<HtmlElement, number>();
  const targets = new Map<string, { element: HtmlElement; page: Page }>();
  const links: { link: HtmlElement; page: Page }[] = [];
  for (const page of pages) {
    for (const element of elementsOf(page.root)) {
      order.set(element, order.size);
      const id = attribute(element, "id") || (element.tagName === "a" ? attribute(element, "name") : "");
      const key = `${page.path}#${id}`;
      if (id !== "" && !targets.has(key)) targets.set(key, { element, page });
      if (element.tagName === "a" && attribute(element, "href").includes("#")) links.push({ link: element, page });
    }
  }
  const calls = new Map<HtmlElement, string>();
  const elements = new Map<HtmlElement, { label: string; page: Page }>();
  for (const { link, page } of links) {
    const target = targets.get(resolve(attribute(link, "href"), page.path));
    if (!target || !looksLikeCall(link) || (order.get(target.element) ?? 0) < (order.get(link) ?? 0)) continue;
    const holder = holderOf(target.element);
    if (!holder || isWithin(link, holder)) continue;
    const label = elements.get(holder)?.label ?? String(elements.size + 1);
    elements.set(holder, { label, page: target.page });
    calls.set(link, label);
  }
  dropShared(calls, elements, order);
  return { calls, elements, back: backLinks(elements, targets, calls, order) };
}

function resolve(href: string, path: string): string {
  const [file = "", id = ""] = href.split("#");
  if (file === "") return `${path}#${safeDecode(id)}`;
  const folder = path.split("/").slice(0, -1);
  for (const step of safeDecode(file).split("/")) {
    if (step === "..") folder.pop();
    else if (step !== "." && step !== "") folder.push(step);
  }
  return `${folder.join("/")}#${safeDecode(id)}`;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function looksLikeCall(link: HtmlElement): boolean {
  const type = `${attribute(link, "epub:type")} ${attribute(link, "role")} ${attribute(link, "class")}`;
  if (/\b(?:noteref|doc-noteref|footnote-ref|footnoteref)\b/.test(type)) return true;
  const words = textOf(link).trim();
  if (words.length > 8) return false;
  const isRaised = isTag(link.parentNode, "sup") || link.childNodes.some((child) => isTag(child, "sup"));
  if (isRaised && words !== "") return true;
  return /^[[【(（〔［]?(?:\d{1,4}|[*†‡§]{1,3}|[①-⑳]|[注註]\s?\d{0,3})[\]】)）〕］]?$/.test(words);
}

function isTag(node: HtmlNode | null, name: string): boolean {
  return node !== null && isElement(node) && node.tagName === name;
}

/** The block that a note's target stands in, or is. */
function holderOf(target: HtmlElement): HtmlElement | null {
  let element: HtmlElement | null = target;
  for (let step = 0; element && step < 6; step++) {
    if (holders.has(element.tagName)) return textOf(element).length <= longestNote ? element : null;
    element = element.parentNode && isElement(element.parentNode) ? element.parentNode : null;
  }
  return null;
}

function isWithin(element: HtmlElement, holder: HtmlElement): boolean {
  for (let at: HtmlNode | null = element; at; at = "parentNode" in at ? at.parentNode : null)
    if (at === holder) return true;
  return false;
}

/** An element within another that is a note too, or that stands above calls, holds more than one note: it stays text. */
function dropShared(
  calls: Map<HtmlElement, string>,
  elements: Map<HtmlElement, { label: string; page: Page }>,
  order: ReadonlyMap<HtmlElement, number>,
): void {
  const shared = new Set<string>();
  const first = new Map<string, number>();
  for (const [link, label] of calls) first.set(label, Math.min(first.get(label) ?? Infinity, order.get(link) ?? 0));
  for (const [holder, { label }] of elements) {
    for (let at: HtmlNode | null = holder.parentNode; at; at = "parentNode" in at ? at.parentNode : null) {
      const outer = isElement(at) ? elements.get(at) : undefined;
      if (outer) shared.add(outer.label);
    }
    if ((order.get(holder) ?? 0) < (first.get(label) ?? 0)) shared.add(label);
  }
  for (const [holder, { label }] of elements) if (shared.has(label)) elements.delete(holder);
  for (const [link, label] of calls) if (shared.has(label)) calls.delete(link);
}

/** Links in a note whose target stands above it, where it was called. */
function backLinks(
  elements: ReadonlyMap<HtmlElement, { label: string; page: Page }>,
  targets: ReadonlyMap<string, { element: HtmlElement; page: Page }>,
  calls: ReadonlyMap<HtmlElement, string>,
  order: ReadonlyMap<HtmlElement, number>,
): Set<HtmlElement> {
  const back = new Set<HtmlElement>();
  for (const [holder, { page }] of elements) {
    for (const link of elementsOf(holder)) {
      if (link.tagName !== "a" || calls.has(link) || textOf(link).trim().length > 8) continue;
      const target = targets.get(resolve(attribute(link, "href"), page.path));
      if (target && (order.get(target.element) ?? 0) < (order.get(holder) ?? 0)) back.add(link);
    }
  }
  return back;
}
