import type { Paragraph, RootContent } from "mdast";
import type { Block, Footnote, Inline } from "@/lib/passage/block";
import { rawOf } from "@/lib/passage/markdown";
import { readRuby } from "@/lib/passage/inlines";
import type { DraftBlock } from "../draft";
import { readHtml } from "../formats/html";
import { ImportRefused } from "../imported-text";
import { toInlines } from "./inlines";
import { parseForeign } from "./parse";
import { readTable } from "./table";
import type { MarkdownWalk } from "./walk";

/** Draws one node of a file as blocks; notes go into `footnotes`. */
export function toBlocks(node: RootContent, walk: MarkdownWalk, footnotes: Map<string, Footnote>): DraftBlock[] {
  const where = walk.lineOf(node);
  const plain = (block: Block): DraftBlock => ({ block, level: null, where });
  const within = (nodes: readonly RootContent[]) =>
    nodes.flatMap((inner) => toBlocks(inner, walk, footnotes)).map(({ block }) => block);
  switch (node.type) {
    case "heading": {
      const depth = node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4;
      const block: Block = { type: "heading", depth, children: toInlines(node.children, walk) };
      return [{ block, level: node.depth, where }, ...takePictures(walk).map(plain)];
    }
    case "paragraph":
      return fromParagraph(node, walk).map(plain);
    case "blockquote":
      return [plain({ type: "quote", blocks: within(node.children) })];
    case "list": {
      const items = node.children.map((item) => within(item.children));
      return [plain({ type: "list", ordered: node.ordered === true, start: node.start ?? 1, items })];
    }
    case "code":
      return [plain({ type: "verbatim", value: node.value })];
    case "thematicBreak":
      return [plain({ type: "rule" })];
    case "html":
      return fromHtml(node.value, walk, node);
    case "footnoteDefinition": {
      const label = walk.label(node.identifier);
      if (!footnotes.has(label)) footnotes.set(label, { label, blocks: within(node.children) });
      else return within(node.children).map(plain);
      return [];
    }
    case "definition":
      return [];
    default:
      return [plain({ type: "paragraph", children: [{ type: "text", value: rawOf(node, walk.source) }] })];
  }
}

function fromParagraph(node: Paragraph, walk: MarkdownWalk): Block[] {
  if (
    walk.isMdx &&
    /^(?:import\s[^]*?["'];?\s*$|export\s+(?:const|let|default|function|async|\{|\*))/.test(rawOf(node, walk.source))
  ) {
    walk.drop("script", rawOf(node, walk.source), node);
    return [];
  }
  const rows = readTable(rawOf(node, walk.source));
  if (rows) {
    walk.tables++;
    return rows.map((row) => ({ type: "paragraph", children: walkRow(row, walk) }));
  }
  const children = toInlines(node.children, walk);
  return [{ type: "paragraph", children }, ...takePictures(walk)];
}

/** Cells are read again by themselves, since the whole was read as running words. */
function walkRow(cells: readonly string[], walk: MarkdownWalk): Inline[] {
  return cells.flatMap((cell, index): Inline[] => [
    ...(index > 0 ? [{ type: "text", value: " | " } as const] : []),
    ...readCell(cell, walk),
  ]);
}

function readCell(cell: string, walk: MarkdownWalk): Inline[] {
  const [paragraph, ...more] = parseForeign(cell, walk.file, 1, true).children;
  if (paragraph?.type === "paragraph" && more.length === 0) return toInlines(paragraph.children, walk);
  return [{ type: "text", value: cell }];
}

function takePictures(walk: MarkdownWalk): Block[] {
  return walk.pictures.splice(0).map(({ url, caption, alt }) => ({
    type: "figure",
    src: url === "" ? null : url,
    alt,
    caption: readRuby(caption),
  }));
}

/** HTML on lines of its own is read as a page is. */
function fromHtml(value: string, walk: MarkdownWalk, node: RootContent): DraftBlock[] {
  const where = walk.lineOf(node);
  if (value.startsWith("<!--")) {
    walk.drop("markup", value, node);
    return [];
  }
  const { blocks, dropped } = readFragment(value, walk, Number(where));
  for (const each of dropped) if (walk.dropped.length < 500) walk.dropped.push({ ...each, where });
  if (blocks.length === 0 && dropped.length === 0) walk.drop("markup", value, node);
  return blocks.map(({ block, level }) => ({ block, level, where }));
}

function readFragment(value: string, walk: MarkdownWalk, line: number) {
  try {
    return readHtml(value, walk.file, { fragment: true });
  } catch (error) {
    throw error instanceof ImportRefused ? new ImportRefused(walk.file, line, error.what, error.fix) : error;
  }
}
