import type { Bags } from "./side";
import { dice } from "./similarity";

/** One old and one new block that look alike. */
export type Candidate = { readonly old: number; readonly fresh: number; readonly similarity: number };

/** A feature that more blocks than this share tells none of them apart. */
const mostHolders = 40;

/** Blocks looked at closely for one old block. */
const mostLooks = 6;

/**
 * For each old block, the new ones that share its rare features, closest first. An inverted index keeps this near to
 * linear: a pair that shares common features alone is not found, and would not be alike.
 *
 * @param least - similarity from which a pair counts
 */
export function findCandidates(
  old: readonly number[],
  fresh: readonly number[],
  bags: Bags,
  least: number,
): Candidate[] {
  const holders = new Map<number, number[]>();
  for (const index of fresh) {
    for (const key of bags.fresh(index).keys) {
      const list = holders.get(key);
      if (!list) holders.set(key, [index]);
      else if (list.length <= mostHolders) list.push(index);
    }
  }
  const found: Candidate[] = [];
  for (const index of old) {
    const bag = bags.old(index);
    const shared = new Map<number, number>();
    for (const [at, key] of bag.keys.entries()) {
      const list = holders.get(key);
      if (!list || list.length > mostHolders) continue;
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + (bag.weights[at] ?? 0));
    }
    const close = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostLooks);
    for (const [other] of close) {
      const similarity = dice(bag, bags.fresh(other));
      if (similarity >= least) found.push({ old: index, fresh: other, similarity });
    }
  }
  return found.sort((a, b) => a.old - b.old || b.similarity - a.similarity || a.fresh - b.fresh);
}
