import type { ParsedBlock } from "@/lib/passage/parse-rendering";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { applySplices, type Splice } from "@/lib/passage/splice";
import type { Problem } from "@/lib/problem/problem";
import type { OpenText } from "@/lib/work/open-work";
import type { Placed } from "./revision";

/**
 * Puts the marks where they belong and takes away those that do not; every other byte stays.
 *
 * @param placed - for each block of the text the passage it belongs to
 * @returns the new text; or a problem where a block cannot carry a mark, read back and compared
 */
export function writeMarks(text: OpenText, placed: readonly Placed[]): { text: OpenText } | { problem: Problem } {
  const { decoded, rendering } = text;
  const lineEnd = /\r\n|\n|\r/.exec(decoded.text)?.[0] ?? "\n";
  const splices = rendering.blocks.flatMap((block, index): Splice[] => {
    const wanted = placed[index]?.opens ? placed[index].id : null;
    if (wanted === block.mark) return [];
    if (wanted === null) return block.markAt ? [removal(decoded.text, block.markAt)] : [];
    if (block.markAt) return [{ start: block.markAt.start, end: block.markAt.end, insert: wanted }];
    return [{ start: block.end, end: block.end, insert: block.markOnOwnLine ? `${lineEnd}^${wanted}` : ` ^${wanted}` }];
  });
  const written = applySplices(decoded.text, splices);
  const after = {
    ...text,
    decoded: { ...decoded, text: written },
    rendering: splices.length === 0 ? rendering : parseRendering(written, text.file),
  };
  const spoilt = spoiltBlock(text, after, placed);
  return spoilt ? { problem: spoilt } : { text: after };
}

/** Takes a mark away with the white space before it. */
function removal(text: string, { start, end }: NonNullable<ParsedBlock["markAt"]>): Splice {
  let from = start - 1;
  while (from > 0 && /\s/.test(text[from - 1] ?? "")) from--;
  return { start: from, end, insert: "" };
}

/** Reads the result back: each block must say what it said, under its mark. An unclosed code block would swallow its own. */
function spoiltBlock(before: OpenText, after: OpenText, placed: readonly Placed[]): Problem | null {
  const [old, fresh] = [before.rendering.blocks, after.rendering.blocks];
  const at = old.findIndex((block, index) => {
    const wanted = placed[index]?.opens ? placed[index].id : null;
    return fresh[index]?.text !== block.text || fresh[index].mark !== wanted;
  });
  if (at < 0 && old.length === fresh.length) return null;
  return {
    code: "mark-misplaced",
    severity: "error",
    what: "This block cannot carry a mark, so nothing was changed.",
    where: { file: before.file, line: old[at]?.line ?? 1 },
    fix: "If it is code, close it with a line of ```; else put an empty line above and below it.",
  };
}
