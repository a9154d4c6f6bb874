import type { Block } from "@/lib/passage/block";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { blocksText } from "@/lib/passage/plain-text";
import type { Side, Text } from "./documents";

/** One side of a work as it was written. */
export type WrittenSide = {
  readonly blocks: readonly { readonly block: Block; readonly text: string; readonly opens: string | null }[];
  /** Words of the notes, in order. */
  readonly notes: readonly string[];
};

/** A work as it was written, and what its readers left out. */
export type WrittenWork = Readonly<Record<Side, WrittenSide>> & {
  readonly dropped: Readonly<Record<Side, readonly { readonly why: string; readonly what: string }[]>>;
};

export function readSide(markdown: string): WrittenSide {
  const { blocks, footnotes } = parseRendering(markdown, "");
  return {
    blocks: blocks.map(({ block, text, mark }) => ({ block, text, opens: mark })),
    notes: wordsOfNotes(footnotes),
  };
}

export function wordsOfNotes(footnotes: Text["footnotes"]): string[] {
  return [...footnotes.values()].map(({ blocks }) => blocksText(blocks));
}
