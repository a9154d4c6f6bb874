import type { Block } from "@/lib/passage/block";
import type { Draft, DraftBlock } from "../draft";
import { chapterLevel } from "./chapter-line";
import { withoutFurniture } from "./page-furniture";
import { columns, endsSentence, isBlank, joinWrapped, type TextLine, textLines } from "./text-lines";

/** Columns of the widest paper that programs break lines for. */
const widestPaper = 130;

/**
 * Reads plain text. Paragraphs stand between empty lines; in a text without any, each line is one. Lines that were
 * broken to fit a width are joined, and lines that were not are a verse or paragraphs of their own.
 */
export function readTxt(text: string): Draft {
  const { lines, dropped } = withoutFurniture(textLines(text));
  const groups = groupLines(lines);
  const width = wrapWidth(groups);
  const hasGaps = groups.length > 1;
  const blocks = groups.flatMap((group) => readGroup(group, width, hasGaps));
  const notes = width === null ? [] : [`Lines that had been broken at ${width} columns were joined.`];
  return { blocks, footnotes: new Map(), metadata: {}, dropped, notes };
}

/** Lines between empty lines. A heading stands alone, wherever it is. */
function groupLines(lines: readonly TextLine[]): TextLine[][] {
  const groups: TextLine[][] = [];
  let open: TextLine[] = [];
  const close = () => {
    if (open.length > 0) groups.push(open);
    open = [];
  };
  for (const line of lines) {
    if (isBlank(line)) close();
    else open.push(line);
  }
  close();
  return groups;
}

/**
 * The width at which lines of the text were broken; `null` where they were not. Lines of one width, of which many end
 * within a sentence, were broken by a program: people break where the sense does.
 */
function wrapWidth(groups: readonly (readonly TextLine[])[]): number | null {
  const inner = groups.flatMap((group) => group.slice(0, -1)).filter(({ text }) => chapterLevel(text) === null);
  const widths = inner.map(({ text }) => columns(text.trimEnd())).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.9)] ?? 0;
  if (width < 30 || width > widestPaper) return null;
  const full = inner.filter(({ text }) => columns(text.trimEnd()) >= width * 0.8);
  const open = full.filter(({ text }) => !endsSentence(text));
  return full.length >= inner.length * 0.6 && open.length >= full.length * 0.5 ? width : null;
}

function readGroup(group: readonly TextLine[], width: number | null, hasGaps: boolean): DraftBlock[] {
  // The heading of a chapter may stand right above its first paragraph, and a volume's above that.
  const headings: DraftBlock[] = [];
  for (const line of group) {
    const level = chapterLevel(line.text);
    if (level === null) break;
    headings.push(heading(line, level));
  }
  const parts = splitAtIndents(group.slice(headings.length));
  return [...headings, ...parts.flatMap((part) => readPart(part, width, hasGaps))];
}

/** Paragraphs that are told apart by their indent alone; where every line has one, each is a paragraph. */
function splitAtIndents(group: readonly TextLine[]): TextLine[][] {
  const isIndented = ({ text }: TextLine) => /^(?:\u3000| {2,}|\t)/.test(text);
  if (!group.slice(1).some(isIndented)) return [[...group]];
  const parts: TextLine[][] = [];
  for (const line of group) {
    if (parts.length === 0 || isIndented(line)) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

function readPart(part: readonly TextLine[], width: number | null, hasGaps: boolean): DraftBlock[] {
  const [first] = part;
  if (!first) return [];
  if (part.length === 1) return [oneLine(first)];
  if (width !== null && isBroken(part, width)) {
    return splitAtShortEnds(part, width, hasGaps).map((lines) => paragraph(lines, joinWrapped(lines)));
  }
  if (hasGaps && isVerse(part)) {
    const lines = part.map(({ text }) => [{ type: "text", value: text.trim() } as const]);
    return [{ block: { type: "verse", lines }, level: null, where: String(first.number) }];
  }
  return part.map(oneLine);
}

function isBroken(part: readonly TextLine[], width: number | null): boolean {
  if (width === null) return false;
  const inner = part.slice(0, -1);
  return inner.filter(({ text }) => columns(text.trim()) >= width * 0.6).length >= inner.length * 0.7;
}

/** Without empty lines, a paragraph ends where a line is short and its sentence is over. */
function splitAtShortEnds(part: readonly TextLine[], width: number, hasGaps: boolean): TextLine[][] {
  if (hasGaps) return [[...part]];
  const paragraphs: TextLine[][] = [[]];
  for (const line of part) {
    paragraphs.at(-1)?.push(line);
    if (columns(line.text.trimEnd()) < width * 0.75 && endsSentence(line.text)) paragraphs.push([]);
  }
  return paragraphs.filter((lines) => lines.length > 0);
}

/** Short lines below one another, of which few are whole sentences. */
function isVerse(part: readonly TextLine[]): boolean {
  const isShort = part.every(({ text }) => columns(text.trim()) <= 70);
  const ended = part.filter(({ text }) => /[.!?。！？][”’"'」』]?$/.test(text.trim().slice(-3))).length;
  const mean = part.reduce((sum, { text }) => sum + columns(text.trim()), 0) / part.length;
  return isShort && (ended <= part.length / 2 || mean <= 36);
}

function oneLine(line: TextLine): DraftBlock {
  const level = chapterLevel(line.text);
  return level === null ? paragraph([line], line.text.trim()) : heading(line, level);
}

function heading({ text, number }: TextLine, level: 2 | 3 | 4): DraftBlock {
  const block: Block = { type: "heading", depth: level, children: [{ type: "text", value: text.trim() }] };
  return { block, level, where: String(number) };
}

function paragraph(lines: readonly TextLine[], words: string): DraftBlock {
  const block: Block = { type: "paragraph", children: [{ type: "text", value: words }] };
  return { block, level: null, where: String(lines[0]?.number ?? 1) };
}
