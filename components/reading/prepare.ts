import type { Block, Footnote, Inline } from "@/lib/passage/block";
import { picturePath } from "@/lib/address/permalink";
import { blocksText } from "@/lib/passage/plain-text";
import { describeRuns } from "@/lib/text/display-runs";
import { typeset, typesetInlines } from "@/lib/text/typeset";
import type { WorkMetadata } from "@/lib/work/metadata";
import type { Passage, Work } from "@/lib/work/work";
import { isHan } from "@/lib/text/is-han";
import type { NoteNumbers } from "./inlines";

export type SideName = "source" | "translation";

/** The display rule for plain words of one side: what the work switches on for Chinese, or nothing. */
export function setForDisplay(work: Work, side: SideName): (words: string) => string {
  return isFullWidth(work, side) ? (words) => typeset(words) : (words) => words;
}

/** Publisher and credits of one side in a line, as its script parts them; `""` where it names nobody. */
export function creditsOf({ language, publisher, byline }: WorkMetadata[SideName]): string {
  return [publisher, ...byline].filter(Boolean).join(isHan(language) ? "　" : " · ");
}

function isFullWidth(work: Work, side: SideName): boolean {
  return work.metadata.display.includes("full-width-punctuation") && isHan(work.metadata[side].language);
}

/**
 * Blocks as the page draws them: with the display rules that the work switches on, and pictures by their address. The
 * text on disk and what is copied stay verbatim.
 */
export function prepareBlocks(blocks: readonly Block[], work: Work, side: SideName): readonly Block[] {
  const set = isFullWidth(work, side) ? typesetInlines : (inlines: readonly Inline[]) => inlines;
  return blocks.map((block) => mapBlock(block, set, (name) => picturePath(work.slug, name)));
}

/** What the display rules changed in these blocks, for whoever copies them; absent where they changed nothing. */
export function displayRuns(blocks: readonly Block[], work: Work, side: SideName): string | undefined {
  if (!isFullWidth(work, side)) return undefined;
  return describeRuns(blocksText(blocks), blocksText(prepareBlocks(blocks, work, side))) ?? undefined;
}

/** The notes of one rendering: their numbers, and under which passage each is drawn. */
export type SideNotes = NoteNumbers & { readonly placed: ReadonlyMap<Passage, readonly Footnote[]> };

/** Numbers the notes of one rendering in the order of their definitions, and places them. */
export function numberNotes(work: Work, side: SideName): SideNotes {
  const labels = [...work.footnotes[side].keys()];
  const { [side]: own, [side === "source" ? "translation" : "source"]: other } = work.metadata;
  return {
    hanWithin: isHan(own.language) ? null : isHan(other.language) ? other.language : "zh",
    prefix: side === "source" ? "note-s" : "note-",
    numbers: new Map(labels.map((label, at) => [label, at + 1])),
    placed: placeNotes(work, side),
  };
}

/** The notes to draw under each passage: a note stands once, where it is first called. */
function placeNotes(work: Work, side: SideName): ReadonlyMap<Passage, readonly Footnote[]> {
  const drawn = new Set<string>();
  const placed = new Map<Passage, readonly Footnote[]>();
  for (const passage of work.passages) {
    const notes: Footnote[] = [];
    // A note may call another, which then stands below it.
    for (const waiting = calledBy(passage[side]?.blocks ?? []); waiting.length > 0;) {
      const label = waiting.shift() ?? "";
      const note = work.footnotes[side].get(label);
      if (!note || drawn.has(label)) continue;
      drawn.add(label);
      notes.push(note);
      waiting.push(...calledBy(note.blocks));
    }
    if (notes.length > 0) placed.set(passage, notes);
  }
  return placed;
}

/** Labels of the notes that some blocks refer to, in the order in which they do. */
function calledBy(blocks: readonly Block[]): string[] {
  const labels = new Set<string>();
  const look = (inlines: readonly Inline[]) => {
    collect(inlines, labels);
    return inlines;
  };
  for (const block of blocks) mapBlock(block, look, (name) => name);
  return [...labels];
}

function collect(inlines: readonly Inline[], labels: Set<string>): void {
  for (const inline of inlines) {
    if (inline.type === "footnote") labels.add(inline.label);
    if ("children" in inline) collect(inline.children, labels);
  }
}

type MapInlines = (inlines: readonly Inline[]) => readonly Inline[];

/** A block with its inline content mapped, and its pictures’ addresses. */
export function mapBlock(block: Block, map: MapInlines, address: (name: string) => string): Block {
  const inside = (inner: Block) => mapBlock(inner, map, address);
  switch (block.type) {
    case "paragraph":
    case "heading":
      return { ...block, children: map(block.children) };
    case "verse":
      return { ...block, lines: block.lines.map(map) };
    case "figure":
      return { ...block, src: block.src === null ? null : address(block.src), caption: map(block.caption) };
    case "quote":
      return { ...block, blocks: block.blocks.map(inside) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map(inside)) };
    case "verbatim":
    case "rule":
      return block;
  }
}
