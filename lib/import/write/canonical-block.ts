import type { Block, Inline } from "@/lib/passage/block";
import { inlineText } from "@/lib/passage/plain-text";
import { tidyLines } from "./tidy-inlines";

/** Quotes and lists within each other; what stands deeper is put beside one another instead. */
const deepest = 12;

/** Puts a block into the form in which the parser gives it back; an empty one vanishes, a paragraph may become several. */
export function canonicalBlocks(block: Block, depth = 0): Block[] {
  switch (block.type) {
    case "heading": {
      const children = inOneLine(block.children);
      return children.length === 0 ? [] : [{ type: "heading", depth: block.depth, children }];
    }
    case "paragraph":
      return paragraphs(tidyLines(block.children));
    case "verse":
      return paragraphs(block.lines.flatMap((line) => tidyLines(line)));
    case "figure": {
      const caption = inOneLine([{ type: "text", value: inlineText(block.caption) }]);
      if (block.src === null && caption.length === 0) return [];
      // Without an address there is no place for what the picture showed.
      const alt = block.src === null ? "" : block.alt.replace(/\s+/g, " ").trim();
      return [{ type: "figure", src: block.src, alt, caption }];
    }
    case "quote": {
      const blocks = block.blocks.flatMap((inner) => canonicalBlocks(inner, depth + 1));
      if (blocks.length === 0) return [];
      return depth >= deepest ? blocks : [{ type: "quote", blocks }];
    }
    case "list": {
      const items = block.items
        .map((item) => item.flatMap((inner) => canonicalBlocks(inner, depth + 1)))
        .filter((item) => item.length > 0);
      if (items.length === 0) return [];
      if (depth >= deepest) return items.flat();
      const start = block.ordered && Number.isInteger(block.start) ? Math.min(999_999, Math.max(0, block.start)) : 1;
      return [{ type: "list", ordered: block.ordered, start, items }];
    }
    case "verbatim": {
      const value = block.value
        .replace(/\r\n?/g, "\n")
        .replace(/^(?:[ \t]*\n)+/, "")
        .trimEnd();
      return value === "" ? [] : [{ type: "verbatim", value }];
    }
    case "rule":
      return [block];
  }
}

function inOneLine(inlines: readonly Inline[]): Inline[] {
  const lines = tidyLines(inlines).filter((line) => line.length > 0);
  const joined = lines.flatMap((line, index): readonly Inline[] =>
    index === 0 ? line : [{ type: "text", value: "\n" }, ...line],
  );
  return tidyLines(joined).flat();
}

/** Lines up to an empty one are a paragraph, or a verse where they are several. */
function paragraphs(lines: readonly (readonly Inline[])[]): Block[] {
  const blocks: Block[] = [];
  let open: (readonly Inline[])[] = [];
  const close = () => {
    const [only, ...more] = open;
    if (more.length > 0) blocks.push({ type: "verse", lines: open });
    else if (only) blocks.push({ type: "paragraph", children: only });
    open = [];
  };
  for (const line of lines) {
    if (line.length > 0) open.push(line);
    else close();
  }
  close();
  return blocks;
}
