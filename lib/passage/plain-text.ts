import type { Block, Inline } from "./block";

/** The words of inline content: ruby by its base, notes left out, a hard break as a line end. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join("");
}

/** The words of a block, a line for each paragraph, item or verse. */
export function plainText(block: Block): string {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return inlineText(block.children);
    case "verse":
      return block.lines.map(inlineText).join("\n");
    case "figure":
      return inlineText(block.caption);
    case "quote":
      return blocksText(block.blocks);
    case "list":
      return block.items.map(blocksText).join("\n");
    case "verbatim":
      return block.value;
    case "rule":
      return "";
  }
}

/** The words of several blocks, a line each; blocks without words leave no line. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map(plainText)
    .filter((text) => text !== "")
    .join("\n");
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.value;
    case "emphasis":
    case "strong":
    case "link":
      return inlineText(inline.children);
    case "ruby":
      return inline.base;
    case "break":
      return "\n";
    case "footnote":
      return "";
  }
}
