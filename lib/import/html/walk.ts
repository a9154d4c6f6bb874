import { type Dropped } from "../imported-text";
import { shorten } from "../draft";
import type { HtmlNotes } from "./notes";
import { attribute, type HtmlElement, lineOfElement, textOf } from "./tree";

/** What one walk over a page carries along. */
export type Walk = {
  /** Elements that begin blocks. */
  readonly containers: ReadonlySet<HtmlElement>;
  readonly notes: HtmlNotes;
  /** Part of a package that the page is, `text/ch1.xhtml`; empty for a page by itself. */
  readonly part: string;
  /** Address that relative links start from. */
  readonly base: string | null;
  /** Pictures met among words, until their paragraph ends. */
  readonly pictures: { src: string; alt: string }[];
  readonly dropped: Dropped[];
  /** Tables that were written as paragraphs. */
  tables: number;
};

export function place(walk: Walk, element: HtmlElement): string | null {
  const line = lineOfElement(element);
  if (line === null) return walk.part || null;
  return walk.part === "" ? String(line) : `${walk.part}:${line}`;
}

/** Reports of one page; more would be read by nobody, and cost as much as the page. */
const mostReports = 500;

export function drop(walk: Walk, element: HtmlElement, why: Dropped["why"], what?: string): void {
  if (walk.dropped.length >= mostReports) return;
  const src = attribute(element, "src");
  const words = what ?? (why === "script" ? "" : shorten(textOf(element)));
  // An empty box is no loss, and no news.
  if (words === "" && why !== "script" && src === "") return;
  if (/^(?:head|title|meta|link|base|style)$/.test(element.tagName)) return;
  walk.dropped.push({
    why,
    what: shorten(words || `<${element.tagName}${src && ` ${src}`}>`),
    where: place(walk, element),
  });
}

/** The label of the note that a link calls; `null` for other links. */
export function noteLabel(walk: Walk, link: HtmlElement): string | null {
  return walk.notes.calls.get(link) ?? null;
}
