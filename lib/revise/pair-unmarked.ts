import type { PassageId } from "@/lib/passage/passage-id";
import type { ParsedBlock } from "@/lib/passage/parse-rendering";
import type { Problem } from "@/lib/problem/problem";
import type { OpenWork } from "@/lib/work/open-work";
import type { Carried, FreshBlock, SideName } from "./revision";

/**
 * Pairs two texts without any mark block by block.
 *
 * @returns null when they have different numbers of blocks: guessing would join the wrong passages
 */
export function pairUnmarked(
  { source, translation }: Readonly<Record<SideName, readonly FreshBlock[]>>,
  mint: () => PassageId,
): Carried | null {
  if (source.length !== translation.length) return null;
  const ids = source.map(() => mint());
  const placed = ids.map((id) => ({ id, opens: true }));
  return {
    source: placed,
    translation: placed,
    minted: new Map(ids.map((id) => [id, {}])),
    retired: new Map(),
    redirected: new Map(),
    decisions: [],
  };
}

/** The problem of two texts without marks that cannot be paired. */
export function unevenTexts({ source, translation }: OpenWork): Problem {
  const [left, right] = [source, translation].map(({ rendering }) => rendering.blocks);
  const at = left?.findIndex((block, index) => block.block.type !== right?.[index]?.block.type) ?? -1;
  const line = (blocks: readonly ParsedBlock[] | undefined) => blocks?.[at]?.line ?? blocks?.at(-1)?.line ?? 1;
  return {
    code: "mark-missing",
    severity: "error",
    what: `The texts have no marks yet, and ${left?.length} blocks cannot be paired with ${right?.length} of ${translation.name} one by one; nothing was changed. They part company here at the latest (${translation.name}: line ${line(right)}).`,
    where: { file: source.file, line: line(left) },
    fix: "End each block that opens a passage with ^new, in both files, and leave continuing blocks without; then run `npx duidu mint` again.",
  };
}
