import type { ParsedBlock } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";

/** The id that each of a rendering's blocks is to bear. */
export type Plan = ReadonlyMap<ParsedBlock, PassageId>;

type Blocks = readonly ParsedBlock[];

/**
 * Decides which blocks get which new ids.
 * - Two texts without any mark are paired block by block.
 * - The k-th `^new` between the same two passages is one passage in both texts; one without a counterpart is its own.
 *
 * @param mint - gives an id that was never used
 * @returns null when two unmarked texts have different numbers of blocks: guessing would join the wrong passages
 */
export function planMarks(
  source: Blocks,
  translation: Blocks,
  mint: () => PassageId,
): { source: Plan; translation: Plan } | null {
  if (isUnmarked(source) && isUnmarked(translation)) {
    if (source.length !== translation.length) return null;
    const ids = source.map(() => mint());
    return { source: zip(source, ids), translation: zip(translation, ids) };
  }
  const shared = intersection(source, translation);
  const ids = new Map<string, PassageId>();
  const give = (blocks: Blocks) =>
    new Map(
      [...gaps(blocks, shared)].map(([block, gap]) => {
        const id = ids.get(gap) ?? mint();
        ids.set(gap, id);
        return [block, id];
      }),
    );
  return { source: give(source), translation: give(translation) };
}

/** Names the place of each `^new`: the passages common to both texts before and after it, and its rank between them. */
function gaps(blocks: Blocks, shared: ReadonlySet<string>): Map<ParsedBlock, string> {
  const found = new Map<ParsedBlock, string>();
  let before = "";
  let waiting: ParsedBlock[] = [];
  const close = (after: string) => {
    for (const [rank, block] of waiting.entries()) found.set(block, `${before} ${after} ${rank}`);
    waiting = [];
    before = after;
  };
  for (const block of blocks) {
    if (block.mark === "new") waiting.push(block);
    else if (block.mark && shared.has(block.mark)) close(block.mark);
  }
  close("");
  return found;
}

function isUnmarked(blocks: Blocks): boolean {
  return blocks.every(({ mark }) => mark === null);
}

function zip(blocks: Blocks, ids: readonly PassageId[]): Plan {
  return new Map(blocks.flatMap((block, index) => (ids[index] ? [[block, ids[index]] as const] : [])));
}

function intersection(a: Blocks, b: Blocks): Set<string> {
  const marks = new Set(a.map(({ mark }) => mark));
  return new Set(b.flatMap(({ mark }) => (mark && mark !== "new" && marks.has(mark) ? [mark] : [])));
}
