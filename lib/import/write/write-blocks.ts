import { isDeepStrictEqual } from "node:util";
import type { Block, Inline } from "@/lib/passage/block";
import { tooDeep } from "@/lib/passage/markdown";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { plainText } from "@/lib/passage/plain-text";
import { canonicalBlocks } from "./canonical-block";
import { layBlock, type ListSign } from "./lay-block";
import { withoutStyle } from "./tidy-inlines";
import type { Escaping } from "./write-inlines";

/** Markdown of blocks, and in how many of them emphasis or shape had to go so that the words are kept. */
export type Written = { readonly markdown: readonly string[]; readonly simplified: number };

/** Anything that Markdown could read otherwise than as the words it is. */
const special = /[\\`*_[\]<&{^]|^\s*(?:[#>+=~-]|\d)/;

/**
 * Writes a block as Markdown that reads back as this block, word for word: each try is parsed and compared. First as it
 * stands, then with signs escaped, then without emphasis, without links, at last as plain paragraphs.
 */
export function writeBlock(block: Block, sign: ListSign = "-"): Written {
  let simplified = 0;
  const markdown = canonicalBlocks(block).flatMap((whole) => {
    if (isPlain(whole)) return [layBlock(whole, "none")];
    for (const [shape, escaping] of tries(whole)) {
      const written = layBlock(shape, escaping, sign);
      if (!readsBack(written, shape)) continue;
      if (shape !== whole) simplified++;
      return [written];
    }
    simplified++;
    return asParagraphs(whole);
  });
  return { markdown, simplified };
}

function isPlain(block: Block): boolean {
  if (block.type !== "paragraph") return false;
  return block.children.every((inline) => inline.type === "text" && !special.test(inline.value));
}

function* tries(block: Block): Generator<readonly [Block, Escaping]> {
  yield [block, "none"];
  yield [block, "backslash"];
  for (const keepLinks of [true, false]) {
    const [plain, ...more] = canonicalBlocks(mapInlines(block, (inlines) => withoutStyle(inlines, keepLinks)));
    if (!plain || more.length > 0) continue;
    yield [plain, "backslash"];
    if (!keepLinks) yield [plain, "number"];
  }
}

/** The words of a block, a paragraph for each line. */
function asParagraphs(block: Block): string[] {
  return plainText(block)
    .split("\n")
    .flatMap((line) => canonicalBlocks({ type: "paragraph", children: [{ type: "text", value: line }] }))
    .map((plain) => {
      const written = layBlock(plain, "backslash");
      return readsBack(written, plain) ? written : layBlock(plain, "number");
    });
}

function readsBack(markdown: string, block: Block): boolean {
  if (tooDeep(markdown) !== null) return false;
  const labels = new Set(labelsOf(block));
  const notes = [...labels].map((label) => `\n\n[^${label}]: 0`).join("");
  const { blocks, problems } = parseRendering(markdown + notes, "");
  const [first] = blocks;
  return (
    blocks.length === 1 &&
    first?.mark === null &&
    problems.every(({ code }) => code === "passage-oversized") &&
    isDeepStrictEqual(first.block, block)
  );
}

/** Labels of the notes that a block calls, in order. */
export function labelsOf(block: Block): string[] {
  const labels: string[] = [];
  mapInlines(block, (inlines) => {
    collectLabels(inlines, labels);
    return inlines;
  });
  return labels;
}

function collectLabels(inlines: readonly Inline[], labels: string[]): void {
  for (const inline of inlines) {
    if (inline.type === "footnote") labels.push(inline.label);
    else if ("children" in inline) collectLabels(inline.children, labels);
  }
}

/** A block with its inline content changed, wherever it stands. */
export function mapInlines(block: Block, change: (inlines: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return { ...block, children: change(block.children) };
    case "verse":
      return { ...block, lines: block.lines.map(change) };
    case "figure":
      return { ...block, caption: change(block.caption) };
    case "quote":
      return { ...block, blocks: block.blocks.map((inner) => mapInlines(inner, change)) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map((inner) => mapInlines(inner, change))) };
    default:
      return block;
  }
}
