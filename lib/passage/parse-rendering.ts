import type { Root, RootContent } from "mdast";
import type { Problem } from "@/lib/problem/problem";
import { lineAt } from "@/lib/text/decode";
import type { Block, Footnote } from "./block";
import { toBlock } from "./blocks";
import { endsInText, findMark, type Mark, marksWithin, readMark, stripMark, type WrittenMark } from "./mark";
import { lineOf, parseMarkdown, rawOf, tooDeep } from "./markdown";
import type { PassageId } from "./passage-id";
import { plainText } from "./plain-text";
import { type Reading, report } from "./reading";

/** One top-level block and where it stands. Offsets are UTF-16 units of the rendering's text. */
export type ParsedBlock = {
  readonly block: Block;
  /** Plain text, without the mark. */
  readonly text: string;
  readonly mark: Mark;
  /** Where the mark's token (`k7m2q`, `new`) stands, when there is one. */
  readonly markAt: { readonly start: number; readonly end: number; readonly line: number } | null;
  /** Whether a mark for this block needs a line of its own: code and rules cannot end in one. */
  readonly markOnOwnLine: boolean;
  readonly line: number;
  readonly start: number;
  /** End of the block's text; white space after it is not part of it. */
  readonly end: number;
};

/** A stretch of the file: a block, or what stands between blocks. */
export type Slice = { readonly raw: string; readonly block: ParsedBlock | null };

/** One rendering as read. The slices cover the text without gap or overlap. */
export type ParsedRendering = {
  readonly slices: readonly Slice[];
  readonly blocks: readonly ParsedBlock[];
  /** In the order in which they are written. */
  readonly footnotes: ReadonlyMap<string, Footnote>;
  readonly problems: readonly Problem[];
};

/** A passage longer than this is no paragraph, and heavy for every reader's browser. */
const mostBytes = 200_000;

/**
 * Reads a rendering. Nothing is refused: what cannot be drawn becomes text and a problem.
 *
 * @param source - the file's text without its byte order mark
 * @param file - the file's name as problems show it
 */
export function parseRendering(source: string, file: string): ParsedRendering {
  const reading: Reading = {
    file,
    source,
    problems: [],
    footnotes: new Map(),
    footnoteLines: new Map(),
    references: new Set(),
  };
  const deep = tooDeep(source);
  if (deep !== null) {
    const fix = "Write this part with fewer levels, or in several paragraphs.";
    report(
      reading,
      "error",
      "nesting-too-deep",
      lineAt(source, deep),
      "Too many marks stand in each other here to be read as text.",
      fix,
    );
    return { slices: [{ raw: source, block: null }], blocks: [], footnotes: new Map(), problems: reading.problems };
  }
  const blocks = readBlocks(parseMarkdown(source), reading);
  reportRepeated(blocks, reading);
  reportUnused(reading);
  reading.problems.sort((a, b) => a.where.line - b.where.line);
  return { slices: slice(source, blocks), blocks, footnotes: reading.footnotes, problems: reading.problems };
}

function readBlocks(root: Root, reading: Reading): ParsedBlock[] {
  const blocks: ParsedBlock[] = [];
  for (const node of root.children) {
    const alone = markAlone(node, reading.source);
    if (alone) placeAlone(alone, node, blocks, reading);
    else if (node.type === "footnoteDefinition") {
      reportWithin(node, reading, true);
      toBlock(node, reading);
    } else {
      const block = readBlock(node, reading);
      if (block) blocks.push(block);
    }
  }
  return blocks;
}

function readBlock(node: RootContent, reading: Reading): ParsedBlock | null {
  const raw = rawOf(node, reading.source).trimEnd();
  const start = node.position?.start.offset ?? 0;
  const line = lineOf(node);
  const ownLine = !endsInText(node, raw);
  const found = findMark(raw);
  const token = found && readMark(found.token);
  const mark = found && token && stripMark(node, found.token) ? token : null;
  if (found && !token && !ownLine) reportMalformed(found.token, line + lineAt(raw, found.offset) - 1, reading);
  if (node.type !== "code") reportWithin(node, reading, false);
  if (raw.length * 3 > mostBytes) reportOversized(raw, line, reading);
  const block = toBlock(node, reading);
  if (!block) return null;
  const at = start + (found?.offset ?? 0);
  const markAt =
    found && mark ? { start: at, end: at + found.token.length, line: line + lineAt(raw, found.offset) - 1 } : null;
  return { block, text: plainText(block), mark, markAt, markOnOwnLine: ownLine, line, start, end: start + raw.length };
}

/** A paragraph that is nothing but a mark belongs to the block above it, as in Obsidian. */
function markAlone(node: RootContent, source: string): WrittenMark | null {
  if (node.type !== "paragraph") return null;
  const raw = rawOf(node, source);
  return /^\^[A-Za-z0-9-]{1,20}\s*$/.test(raw) ? findMark(raw) : null;
}

function placeAlone({ token, offset }: WrittenMark, node: RootContent, blocks: ParsedBlock[], reading: Reading): void {
  const line = lineOf(node);
  const mark = readMark(token);
  const above = blocks.at(-1);
  if (!mark) return reportMalformed(token, line, reading);
  if (!above || above.mark) {
    const what = above
      ? `The mark ^${token} follows a block that already has the mark ^${above.mark}.`
      : `The mark ^${token} stands above every block.`;
    return report(
      reading,
      "error",
      "mark-misplaced",
      line,
      what,
      "Move the mark to the end of the block it belongs to, or delete it.",
    );
  }
  const start = (node.position?.start.offset ?? 0) + offset;
  blocks[blocks.length - 1] = { ...above, mark, markAt: { start, end: start + token.length, line } };
}

function slice(source: string, blocks: readonly ParsedBlock[]): Slice[] {
  const slices: Slice[] = [];
  let from = 0;
  for (const block of blocks) {
    if (block.start > from) slices.push({ raw: source.slice(from, block.start), block: null });
    slices.push({ raw: source.slice(block.start, block.end), block });
    from = block.end;
  }
  if (from < source.length) slices.push({ raw: source.slice(from), block: null });
  return slices;
}

function reportMalformed(token: string, line: number, reading: Reading): void {
  const what = `The mark ^${token} is no id: an id is a letter and four letters or digits, without 0 o 1 l i.`;
  const fix =
    "Write ^new and run `npx duidu mint`, which puts an id in its place; or write \\^ if it is part of the text.";
  report(reading, "error", "id-malformed", line, what, fix);
}

function reportWithin(node: RootContent, reading: Reading, alsoAtEnd: boolean): void {
  const raw = rawOf(node, reading.source);
  const places = marksWithin(alsoAtEnd ? `${raw}\n.` : raw);
  let line = lineOf(node);
  let from = 0;
  for (const offset of places) {
    // Counted on from the mark before: a book without empty lines is one block with a mark on every line.
    line += lineAt(raw.slice(from, offset), offset - from) - 1;
    from = offset;
    const token = /\w+/.exec(raw.slice(offset, offset + 6))?.[0];
    const fix = alsoAtEnd
      ? "Delete the mark: a note belongs to the passage that calls it."
      : "Put an empty line below the marked text, or move the mark to the end of the block.";
    report(reading, "error", "mark-misplaced", line, `The mark ^${token} ends a line, but not a block.`, fix);
  }
}

function reportOversized(raw: string, line: number, reading: Reading): void {
  const bytes = Buffer.byteLength(raw);
  if (bytes <= mostBytes) return;
  const what = `This block holds ${Math.round(bytes / 1000)} kB; a passage is meant to be a paragraph.`;
  report(reading, "warning", "passage-oversized", line, what, "Divide it with empty lines.");
}

function reportRepeated(blocks: readonly ParsedBlock[], reading: Reading): void {
  const first = new Map<PassageId, number>();
  for (const { mark, markAt } of blocks) {
    if (!mark || mark === "new" || !markAt) continue;
    const line = markAt.line;
    const earlier = first.get(mark);
    if (earlier === undefined) first.set(mark, line);
    else {
      const fix = "Keep one of the two marks; write ^new in place of the other and run `npx duidu mint`.";
      report(reading, "error", "id-repeated", line, `The id ${mark} already marks line ${earlier} of this file.`, fix);
    }
  }
}

function reportUnused(reading: Reading): void {
  for (const [label, line] of reading.footnoteLines) {
    if (reading.references.has(label)) continue;
    const fix = `Write [^${label}] where the note belongs, or delete the note.`;
    report(reading, "warning", "footnote-unused", line, `Nothing calls the note [^${label}], so it is not shown.`, fix);
  }
}
