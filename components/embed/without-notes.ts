import { mapBlock } from "@/components/reading/prepare";
import type { Block, Inline } from "@/lib/passage/block";

/** Takes out the references to notes: a short quotation leaves the notes on the page that it links to. */
export function withoutNotes(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => mapBlock(block, strip, (name) => name));
}

function strip(inlines: readonly Inline[]): readonly Inline[] {
  return inlines
    .filter(({ type }) => type !== "footnote")
    .map((inline) => ("children" in inline ? { ...inline, children: strip(inline.children) } : inline));
}
