/** One old and one new block that belong together, by their indices. */
export type Pair = { readonly old: number; readonly fresh: number };

/**
 * The most pairs that stand in the same order on both sides: a longest increasing subsequence.
 * Time O(n log n). Source: Fredman 1975, "On computing the length of longest increasing subsequences".
 *
 * @param pairs - each old and each new index at most once
 */
export function longestRun(pairs: readonly Pair[]): Pair[] {
  const sorted = pairs.toSorted((a, b) => a.old - b.old);
  /** For each length, the pair with the least new index that ends a run of that length. */
  const tails: number[] = [];
  const before = new Array<number>(sorted.length).fill(-1);
  for (const [index, { fresh }] of sorted.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[tails[middle] ?? 0]?.fresh ?? 0) < fresh) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const run: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = sorted[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}
