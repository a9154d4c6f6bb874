import type { ParsedBlock, ParsedRendering } from "@/lib/passage/parse-rendering";
import type { FreshBlock, OldBlock, SideRevision } from "./revision";

/** The blocks of a text as it was, each with its passage. Blocks above the first mark belong to none, and are left out. */
export function oldBlocks({ blocks }: ParsedRendering): OldBlock[] {
  let id: OldBlock["id"] | null = null;
  return blocks.flatMap((block) => {
    if (block.mark && block.mark !== "new") id = block.mark;
    return id === null ? [] : [{ id, text: wordsOrSelf(block), kind: block.block.type }];
  });
}

/** The blocks of a new text with the marks they bear. */
export function freshBlocks({ blocks }: ParsedRendering): FreshBlock[] {
  return blocks.map((block) => ({ text: wordsOrSelf(block), kind: block.block.type, mark: block.mark }));
}

/** A text that nobody revised. */
export function untouched(rendering: ParsedRendering): SideRevision {
  return { old: oldBlocks(rendering), fresh: freshBlocks(rendering), isRevised: false, unmarked: "continues" };
}

/** A rule or a picture without caption has no words; its kind stands for them. */
function wordsOrSelf({ text, block }: ParsedBlock): string {
  if (text !== "") return text;
  return block.type === "figure" ? `figure ${block.src ?? ""}` : block.type;
}
