import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Nodes, Root } from "mdast";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { divide } from "./divide";

/** Quotes and lists within each other, and emphasis within emphasis; no book goes deeper than five. */
export const deepestNesting = 20;

/** Past this a line is no text: the parser's own stack, and time, would go with it. */
const deepestPrefix = 100;

/** The parser pairs emphasis marks in quadratic time: 1,000 cost 10 ms, 40,000 half a minute. */
const mostRuns = 1_000;

/** HTML is text here; indentation is no code; `---` below a line is a rule; link definitions would be invisible blocks. */
const disabled = ["htmlFlow", "htmlText", "codeIndented", "setextUnderline", "definition"];

/**
 * Parses Markdown to mdast, whose every node knows its offsets in `source`. Ask `tooDeep` first.
 *
 * @param length - UTF-16 units that are parsed at a time at least, where the text can be divided
 */
export function parseMarkdown(source: string, length?: number): Root {
  const pieces = divide(source, length);
  if (pieces.length === 1) return parsePiece(source);
  const root: Root = { type: "root", children: [] };
  let [line, offset] = [0, 0];
  for (const piece of pieces) {
    const { children, position } = parsePiece(piece);
    for (const child of children) shift(child, line, offset);
    root.children.push(...children);
    line += (position?.end.line ?? 1) - 1;
    offset += piece.length;
  }
  return root;
}

function parsePiece(source: string): Root {
  // A byte order mark inside the text would be swallowed by the parser, and every offset would be one off.
  return fromMarkdown(source.replace(/^\uFEFF/, "\u200B"), {
    extensions: [gfmFootnote(), cjkFriendlyExtension(), { disable: { null: disabled } }],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  });
}

/** Puts a node of a piece where it stands in the whole. */
function shift(node: Nodes, line: number, offset: number): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.line += line;
    point.offset = (point.offset ?? 0) + offset;
  }
  if ("children" in node) for (const child of node.children) shift(child, line, offset);
}

/**
 * Finds what would cost the parser its stack or minutes of time, by the raw text alone.
 *
 * @returns the offset of the first such place, or null
 */
export function tooDeep(source: string): number | null {
  const opening = /^((?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+).*/gm;
  for (const found of source.matchAll(opening)) {
    const [line, prefix = ""] = found;
    // A list within a list stands at least two columns further in, and a tab holds four.
    const depth = prefix.replaceAll("\t", "    ").match(/>|[-+*]|\d+| {2}/g)?.length ?? 0;
    if (depth > deepestPrefix && !/^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/.test(line)) return found.index;
  }
  let runs = 0;
  let start = 0;
  for (const found of source.matchAll(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)|\*+|_+|`+|!?\[/g)) {
    if (/[\r\n]/.test(found[0])) {
      runs = 0;
      start = found.index + found[0].length;
    } else {
      // A run of asterisks closes as many levels as it holds pairs.
      runs += /[*_]/.test(found[0]) ? Math.ceil(found[0].length / 2) : 1;
      if (runs > mostRuns) return start;
    }
  }
  return null;
}

/** The raw text of a node. */
export function rawOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** The 1-based line a node starts on. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
