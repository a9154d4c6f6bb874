import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { serialize } from "parse5";
import { plainText } from "@/lib/passage/plain-text";
import type { HtmlBlock } from "./html-block";
import { isNavigation } from "./kinds";
import { attribute, elementsOf, type HtmlElement, isElement, textOf } from "./tree";

/** Beyond this the search for the article takes seconds, and the plain rules must do. */
const mostElements = 20_000;
const mostCharacters = 3_000_000;

/** Attribute by which an element is known again after the search. */
const numbered = "data-duidu-number";

/** Which blocks of a saved page are its text, and how that was found. */
export type Chosen = {
  readonly kept: readonly HtmlBlock[];
  readonly left: readonly HtmlBlock[];
  readonly byline: string | null;
};

/**
 * Chooses the blocks of the article in a saved page. Readability searches a copy; what it keeps is looked up in the page
 * itself, so that no word is rewritten. What it throws away in a page that is plain text anyway is kept: where less than
 * half of the words would remain, the page's own signs of navigation decide.
 */
export function chooseArticle(root: HtmlElement, blocks: readonly HtmlBlock[]): Chosen {
  const outside = navigationOf(root);
  const main = blocks.filter(({ element }) => !outside.has(element));
  const byRules = { kept: main, left: blocks.filter(({ element }) => outside.has(element)), byline: null };
  if (isPlainDocument(root, outside)) return byRules;
  const found = search(root);
  if (!found) return byRules;
  const kept = blocks.filter((block) => found.elements.has(block.element) || isTitle(block, found.title));
  if (wordsIn(kept) < wordsIn(main) / 2) return byRules;
  const chosen = new Set(kept);
  return { kept, left: blocks.filter((block) => !chosen.has(block)), byline: found.byline };
}

/** Elements within what the page calls navigation. A header within an article is its own. */
function navigationOf(root: HtmlElement): ReadonlySet<HtmlElement> {
  const outside = new Set<HtmlElement>();
  const visit = (element: HtmlElement, within: boolean, inArticle: boolean) => {
    const is = within || (isNavigation(element) && !(inArticle && /^(?:aside|footer|form)$/.test(element.tagName)));
    const isPageHeader = element.tagName === "header" && !inArticle && !hasHeading(element);
    if (is || isPageHeader) outside.add(element);
    const article = inArticle || element.tagName === "article" || element.tagName === "main";
    for (const child of element.childNodes) if (isElement(child)) visit(child, is || isPageHeader, article);
  };
  visit(root, false, false);
  return outside;
}

function hasHeading(element: HtmlElement): boolean {
  for (const inner of elementsOf(element)) if (inner.tagName === "h1") return true;
  return false;
}

/** A page without navigation and with few links was saved from a word processor, or written by hand. */
function isPlainDocument(root: HtmlElement, outside: ReadonlySet<HtmlElement>): boolean {
  if (outside.size > 0) return false;
  let linked = 0;
  for (const element of elementsOf(root)) {
    if (element.tagName === "script" || element.tagName === "article") return false;
    if (element.tagName === "a" && attribute(element, "href") !== "") linked += textOf(element).length;
  }
  return linked < textOf(root).length * 0.2;
}

function isTitle({ level, block }: HtmlBlock, title: string | null): boolean {
  return level === 1 && title !== null && title.includes(plainText(block).replace(/\s+/g, " ").trim());
}

function wordsIn(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, { block }) => sum + plainText(block).length, 0);
}

function search(root: HtmlElement): { elements: Set<HtmlElement>; title: string | null; byline: string | null } | null {
  const elements = [...elementsOf(root)];
  if (elements.length > mostElements) return null;
  elements.forEach((element, index) => element.attrs.push({ name: numbered, value: String(index) }));
  const html = `<html>${serialize(root)}</html>`;
  for (const element of elements) element.attrs.pop();
  if (html.length > mostCharacters) return null;
  try {
    const { document } = parseHTML(html);
    const article = new Readability(document as unknown as Document, {
      charThreshold: 100,
      keepClasses: true,
      serializer: (node) => node,
    }).parse();
    const content = article?.content as unknown as { querySelectorAll: (selector: string) => Iterable<Element> } | null;
    if (!content) return null;
    const kept = new Set<HtmlElement>();
    for (const found of content.querySelectorAll(`[${numbered}]`)) {
      const element = elements[Number(found.getAttribute(numbered))];
      if (element) kept.add(element);
    }
    return { elements: kept, title: article?.title ?? null, byline: article?.byline ?? null };
  } catch {
    // It is a heuristic over strangers' pages; where it fails, the plain rules decide.
    return null;
  }
}
