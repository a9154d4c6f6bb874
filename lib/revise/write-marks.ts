import type { ParsedBlock } from "@/lib/passage/parse-rendering";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { applySplices, type Splice } from "@/lib/passage/splice";
import type { Problem } from "@/lib/problem/problem";
import type { DecodedText } from "@/lib/text/decode";
import type { OpenText } from "@/lib/work/open-text";
import type { Placed } from "./revision";

/** A text with its marks written: the file's text, and each block with the mark it bears and the line it stands on. */
export type Written = {
  readonly decoded: DecodedText;
  readonly blocks: readonly Pick<ParsedBlock, "block" | "mark" | "line" | "text">[];
};

/**
 * Puts the marks where they belong and takes away those that do not; every other byte stays.
 *
 * @param placed - for each block of the text the passage it belongs to
 * @returns the new text; or a problem where a block cannot carry a mark, read back and compared
 */
export function writeMarks(text: OpenText, placed: readonly Placed[]): Written | { problem: Problem } {
  const { decoded, rendering } = text;
  const lineEnd = /\r\n|\n|\r/.exec(decoded.text)?.[0] ?? "\n";
  const wanted = rendering.blocks.map((_, index) => (placed[index]?.opens ? placed[index].id : null));
  let isPlain = true;
  const splices = rendering.blocks.flatMap((block, index): Splice[] => {
    const mark = wanted[index] ?? null;
    if (mark === block.mark) return [];
    isPlain &&= endsInLine(block);
    if (mark === null) return block.markAt ? [removal(decoded.text, block.markAt)] : [];
    if (block.markAt) return [{ start: block.markAt.start, end: block.markAt.end, insert: mark }];
    return [{ start: block.end, end: block.end, insert: block.markOnOwnLine ? `${lineEnd}^${mark}` : ` ^${mark}` }];
  });
  const after = { ...decoded, text: applySplices(decoded.text, splices) };
  if (isPlain) {
    const blocks = rendering.blocks.map((block, index) => ({ ...block, mark: wanted[index] ?? null }));
    return { decoded: after, blocks };
  }
  const { blocks } = parseRendering(after.text, text.file);
  const spoilt = spoiltBlock(text, blocks, wanted);
  return spoilt ? { problem: spoilt } : { decoded: after, blocks };
}

/** A paragraph or heading that ends in words takes a mark on its last line: nothing needs to be read back. */
function endsInLine({ block, markOnOwnLine, markAt, end }: ParsedBlock): boolean {
  return (block.type === "paragraph" || block.type === "heading") && !markOnOwnLine && (!markAt || markAt.end <= end);
}

/** Takes a mark away with the white space before it. */
function removal(text: string, { start, end }: NonNullable<ParsedBlock["markAt"]>): Splice {
  let from = start - 1;
  while (from > 0 && /\s/.test(text[from - 1] ?? "")) from--;
  return { start: from, end, insert: "" };
}

/** Compares what is read back: each block must say what it said, under its mark. Unclosed code would swallow its own. */
function spoiltBlock(
  before: OpenText,
  after: Written["blocks"],
  wanted: readonly ParsedBlock["mark"][],
): Problem | null {
  const old = before.rendering.blocks;
  const at = old.findIndex((block, index) => after[index]?.text !== block.text || after[index].mark !== wanted[index]);
  if (at < 0 && old.length === after.length) return null;
  return {
    code: "mark-misplaced",
    severity: "error",
    what: "This block cannot carry a mark, so nothing was changed.",
    where: { file: before.file, line: old[at]?.line ?? 1 },
    fix: "If it is code, close it with a line of ```; else put an empty line above and below it.",
  };
}
