import type { Block } from "@/lib/passage/block";
import { plainText } from "@/lib/passage/plain-text";
import type { DraftBlock } from "./draft";

/**
 * Gives headings the levels of the dialect, 2 to 4. The title goes into the metadata: a first heading that stands above
 * all others, unless the file names another title elsewhere.
 */
export function levelHeadings(
  blocks: readonly DraftBlock[],
  named: string | undefined,
): { blocks: readonly Block[]; title: string | undefined } {
  const levels = blocks.flatMap(({ level }) => level ?? []);
  const first = blocks.findIndex(({ level }) => level !== null);
  const top = blocks[first];
  // Words may stand above the title, a byline for instance, but no chapter does.
  const isTitle = top?.level === 1 && first <= 3 && levels.filter((level) => level === 1).length === 1;
  const words = top ? plainText(top.block).replace(/\s+/g, " ").trim() : "";
  const takes = isTitle && words !== "" && (named === undefined || sameWords(named, words));
  const rest = takes ? blocks.filter((_, index) => index !== first) : blocks;
  const highest = rest.reduce((least, { level }) => Math.min(least, level ?? 6), 6);
  return {
    blocks: rest.map(({ block, level }) =>
      level !== null && block.type === "heading" ? { ...block, depth: depthOf(level - highest) } : block,
    ),
    title: takes && named === undefined ? words : named,
  };
}

function sameWords(a: string, b: string): boolean {
  const [left, right] = [a, b].map((words) => words.replace(/[\s\p{P}]+/gu, "").toLowerCase());
  return left === right;
}

function depthOf(below: number): 2 | 3 | 4 {
  return below <= 0 ? 2 : below === 1 ? 3 : 4;
}
