import type { Block, Inline } from "@/lib/passage/block";
import { type Pair, type Side } from "./documents";
import type { WrittenWork } from "./read-side";

type Counts = Map<string, number>;

/** What a text has besides words, and how much of it is in the work: `3 of 4 links`. Empty where nothing is missing or new. */
export function shapeLost(pair: Pair, imported: WrittenWork, side: Side): string[] {
  const [was, is] = [pair[side].blocks, imported[side].blocks].map((blocks) =>
    countAll(blocks.map(({ block }) => block)),
  );
  if (!was || !is) return [];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((kind) => was.get(kind) !== is.get(kind))
    .map((kind) => `${side}: ${is.get(kind) ?? 0} of ${was.get(kind) ?? 0} ${kind}`);
}

function countAll(blocks: readonly Block[]): Counts {
  const counts: Counts = new Map();
  const add = (kind: string): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const inlines = (list: readonly Inline[]): void => {
    for (const inline of list) {
      if (inline.type !== "text") add(inline.type);
      if ("children" in inline) inlines(inline.children);
    }
  };
  const visit = (block: Block): void => {
    switch (block.type) {
      case "heading":
        add(`heading ${block.depth}`);
        return inlines(block.children);
      case "paragraph":
        add("paragraph");
        return inlines(block.children);
      case "verse":
        add("verse");
        for (const line of block.lines) {
          add("line of verse");
          inlines(line);
        }
        return;
      case "figure":
        add(block.src === null ? "caption without a picture" : "picture");
        if (block.alt !== "") add("description of a picture");
        return inlines(block.caption);
      case "quote":
        add("quote");
        return block.blocks.forEach(visit);
      case "list":
        add(block.ordered ? "numbered list" : "list");
        return block.items.forEach((item) => {
          add("item");
          item.forEach(visit);
        });
      case "verbatim":
        return add("code block");
      case "rule":
        return add("rule");
    }
  };
  blocks.forEach(visit);
  return counts;
}
