import type { Block, Footnote } from "@/lib/passage/block";
import { plainText } from "@/lib/passage/plain-text";
import { type DraftBlock, shorten } from "../draft";
import type { Dropped } from "../imported-text";
import { canonicalBlocks } from "../write/canonical-block";
import { toBlocks } from "./blocks";
import type { HtmlBlock } from "./html-block";
import { findContainers } from "./kinds";
import type { HtmlNotes, Page } from "./notes";
import { elementsOf, type HtmlElement } from "./tree";
import type { Walk } from "./walk";

/** Blocks of a page, the notes that stand in it, and what was left out. */
export type Drawn = {
  readonly blocks: readonly HtmlBlock[];
  readonly footnotes: ReadonlyMap<string, Footnote>;
  readonly dropped: readonly Dropped[];
  readonly tables: number;
};

/** Draws one page of a text. */
export function drawPage(page: Page, notes: HtmlNotes, base: string | null): Drawn {
  const walk: Walk = {
    containers: findContainers(page.root),
    notes,
    part: page.path,
    base,
    pictures: [],
    dropped: [],
    tables: 0,
  };
  const blocks = toBlocks(bodyOf(page.root), walk).filter(({ block }) => canonicalBlocks(block).length > 0);
  const footnotes = new Map<string, Footnote>();
  for (const [element, { label, page: home }] of notes.elements) {
    if (home !== page) continue;
    footnotes.set(label, { label, blocks: withoutLabel(toBlocks(element, walk).map(({ block }) => block)) });
  }
  return {
    blocks,
    footnotes,
    dropped: walk.dropped,
    tables: walk.tables,
  };
}

function bodyOf(root: HtmlElement): HtmlElement {
  for (const element of elementsOf(root)) if (element.tagName === "body") return element;
  return root;
}

/** A note's own number goes: the page writes one. So does the arrow that leads back, where it was no link. */
function withoutLabel(blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return [...blocks];
  const at = first.children.findIndex((inline) => inline.type !== "text" || inline.value.trim() !== "");
  const opening = first.children[at];
  if (opening?.type !== "text") return [...blocks];
  const value = opening.value.replace(
    /^\s*(?:[[【(（〔［]\s?(?:\d{1,4}|\*)\s?[\]】)）〕］][.．、:：]?|\d{1,4}[.．、:：)](?!\d)|[\^↑↩])\s*/,
    "",
  );
  const children = first.children.map((inline, index) => (index === at ? { ...opening, value } : inline));
  return [{ type: "paragraph", children }, ...rest];
}

/** The heading above notes, and the line above that, have nothing under them once the notes are at their passages. */
export function withoutNotesHeading<Kind extends DraftBlock>(
  blocks: readonly Kind[],
  notes: ReadonlyMap<string, Footnote>,
  dropped: Dropped[],
): Kind[] {
  if (notes.size === 0) return [...blocks];
  const last = blocks.findLast(({ block }) => block.type !== "rule");
  const title = last?.block.type === "heading" ? plainText(last.block).trim() : "";
  const isAbove = /^(?:(?:foot|end)?notes|references|注释?|註釋?|注釋|脚注|腳註|尾注|参考文献)[:：]?$/i.test(title);
  if (last && isAbove) dropped.push({ why: "empty", what: shorten(title), where: last.where });
  const kept = isAbove ? blocks.filter((block) => block !== last) : blocks;
  return kept.slice(0, kept.findLastIndex(({ block }) => block.type !== "rule") + 1);
}
