import type { Block, Inline } from "@/lib/passage/block";
import { inlineText } from "@/lib/passage/plain-text";
import { escapeEnds, escapeText, type Escaping, longestRun, writeInlines } from "./write-inlines";

/** Items of a list without empty lines between them; the parser counts signs up to the next empty line. */
const mostTightItems = 100;

/** Sign of a list; that of the next one differs, or the two would be read as one. */
export type ListSign = "-" | "*";

/** Writes a canonical block as Markdown, in the given way of escaping. */
export function layBlock(block: Block, escaping: Escaping, sign: ListSign = "-"): string {
  switch (block.type) {
    case "heading": {
      const words = writeInlines(block.children, escaping).replace(/^(\\#)/, "#");
      return `${"#".repeat(block.depth)} ${escaping === "none" ? words : escapeEnds(words, escaping).replace(/#+$/, (run) => run.replaceAll("#", "\\#"))}`;
    }
    case "paragraph":
      return layLine(block.children, escaping);
    case "verse":
      return block.lines.map((line) => layLine(line, escaping)).join("\\\n");
    case "figure": {
      const caption = writeInlines(block.caption, escaping);
      // The title stands in double quotes, which are escaped as in no other place.
      const alt = escapeText(block.alt, escaping).replace(/(?<!\\)"/g, '\\"');
      return `![${caption || inlineText(block.caption)}](${block.src ?? ""}${block.alt === "" ? "" : ` "${alt}"`})`;
    }
    case "quote":
      return layBlocks(block.blocks, escaping, "\n\n")
        .replace(/^(?=.)/gm, "> ")
        .replace(/^$/gm, ">");
    case "list":
      return layList(block, escaping, sign);
    case "verbatim": {
      const fence = "`".repeat(Math.max(3, longestRun(block.value, "`") + 1));
      return `${fence}\n${block.value}\n${fence}`;
    }
    case "rule":
      return "---";
  }
}

function layLine(line: readonly Inline[], escaping: Escaping): string {
  return escapeEnds(writeInlines(line, escaping), escaping);
}

/** Blocks below one another; a list directly after a list of its kind would continue it, and takes other signs. */
function layBlocks(blocks: readonly Block[], escaping: Escaping, between: string): string {
  let signed = false;
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      if (block.type === "rule") return "***";
      if (block.type !== "list") return layBlock(block, escaping);
      signed = before?.type === "list" && before.ordered === block.ordered ? !signed : false;
      return layList(block, escaping, signed ? "*" : "-");
    })
    .join(between);
}

function layList(block: Extract<Block, { type: "list" }>, escaping: Escaping, sign: ListSign): string {
  const loose =
    block.items.length > mostTightItems ||
    block.items.some((item) => item.length > 2 || (item.length === 2 && item[1]?.type !== "list"));
  const items = block.items.map((item, index) => {
    const opening = block.ordered ? `${block.start + index}${sign === "-" ? "." : ")"} ` : `${sign} `;
    const body = layBlocks(item, escaping, loose ? "\n\n" : "\n");
    return opening + body.replace(/\n(?=[^\n])/g, `\n${" ".repeat(opening.length)}`);
  });
  return items.join(loose ? "\n\n" : "\n");
}

/** Writes a note: its blocks stand four columns further in. */
export function layNote(label: string, blocks: readonly string[]): string {
  return `[^${label}]: ${blocks.join("\n\n").replace(/\n(?=[^\n])/g, "\n    ")}`;
}
