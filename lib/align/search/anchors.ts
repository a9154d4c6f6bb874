import type { Lines } from "../score/lines";

/** A pair of lines that share rare words. */
export type Anchor = { readonly i: number; readonly j: number; readonly weight: number };

/** A word that stands in more lines than this points nowhere. */
const mostPostings = 25;
/** Targets that are kept for a line. */
const kept = 3;
/** Two anchors speak for each other within this many lines. */
const nearby = 12;

/** A stretch of both texts, `[from, to)` in lines. */
type Stretch = {
  readonly source: readonly [number, number];
  readonly translation: readonly [number, number];
};

/** Cells of a stretch without anchors in which more are looked for. */
const denseEnough = 900;
/** How often stretches between anchors are searched again. */
const mostRounds = 5;

/**
 * Fixed points of the alignment: pairs of lines that share rare words, as the heaviest chain in which both texts go
 * forward, less what nothing near it confirms. What is rare is asked anew between two anchors, so that a long text, where
 * few words are rare in the whole, has as many as a short one. O(N log N); survives missing and added chapters.
 */
export function findAnchors(lines: Lines): Anchor[] {
  const [n, m] = [lines.meanings.first.length - 1, lines.english.first.length - 1];
  let anchors: Anchor[] = [];
  let stretches: Stretch[] = [{ source: [0, n], translation: [0, m] }];
  for (let round = 0; round < mostRounds && stretches.length > 0; round++) {
    const found = stretches.flatMap((stretch) => confirm(heaviestChain(candidates(lines, stretch)), stretch));
    if (found.length === 0) break;
    anchors = [...anchors, ...found].sort((a, b) => a.i - b.i);
    stretches = between(anchors, n, m).filter(
      ({ source, translation }) => (source[1] - source[0]) * (translation[1] - translation[0]) > denseEnough,
    );
  }
  return anchors;
}

function between(anchors: readonly Anchor[], n: number, m: number): Stretch[] {
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  for (const next of [...anchors, { i: n, j: m }]) {
    stretches.push({ source: [i, next.i], translation: [j, next.j] });
    [i, j] = [next.i + 1, next.j + 1];
  }
  return stretches;
}

function candidates({ english, meanings }: Lines, { source, translation }: Stretch): Anchor[] {
  const [from, to] = translation;
  const postings = new Map<number, number[]>();
  for (let j = from; j < to; j++) {
    for (let at = english.first[j] ?? 0; at < (english.first[j + 1] ?? 0); at++) {
      const id = english.items[at] ?? 0;
      const list = postings.get(id);
      if (!list) postings.set(id, [j]);
      else if (list.length <= mostPostings && list.at(-1) !== j) list.push(j);
    }
  }
  const found: Anchor[] = [];
  const sums = new Float64Array(to - from);
  for (let i = source[0]; i < source[1]; i++) {
    const touched: number[] = [];
    for (let at = meanings.first[i] ?? 0; at < (meanings.first[i + 1] ?? 0); at++) {
      const list = postings.get(meanings.items[at] ?? 0);
      if (!list || list.length > mostPostings) continue;
      const rarity = (meanings.weights[at] ?? 0) / list.length ** 0.7;
      for (const j of list) {
        if (sums[j - from] === 0) touched.push(j);
        sums[j - from] = (sums[j - from] ?? 0) + rarity;
      }
    }
    const sum = (j: number) => sums[j - from] ?? 0;
    const tokens = Math.sqrt(4 + (meanings.first[i + 1] ?? 0) - (meanings.first[i] ?? 0));
    for (const j of greatest(touched, sum)) {
      const words = Math.sqrt(4 + (english.first[j + 1] ?? 0) - (english.first[j] ?? 0));
      const weight = (10 * sum(j)) / tokens / words;
      if (weight > leastWeight) found.push({ i, j, weight });
    }
    for (const j of touched) sums[j - from] = 0;
  }
  return found;
}

/** A pair of less weight than this shares a word by chance. */
const leastWeight = 0.02;

/** The few of a list that are greatest, without sorting the others. */
function greatest(list: readonly number[], valueOf: (each: number) => number): number[] {
  const best: number[] = [];
  for (const each of list) {
    let at = best.length;
    while (at > 0 && valueOf(best[at - 1] ?? 0) < valueOf(each)) at--;
    if (at < kept) best.splice(at, 0, each);
    if (best.length > kept) best.pop();
  }
  return best;
}

/** The chain of greatest weight in which `i` and `j` both rise (weighted longest increasing subsequence, Fenwick tree). */
function heaviestChain(pairs: readonly Anchor[]): Anchor[] {
  const most = pairs.reduce((most, { j }) => Math.max(most, j), 0) + 2;
  const tree = new Int32Array(most + 1).fill(-1);
  const total = new Float64Array(pairs.length);
  const before = new Int32Array(pairs.length).fill(-1);
  const order = pairs.map((_, at) => at);
  order.sort((a, b) => (pairs[a]?.i ?? 0) - (pairs[b]?.i ?? 0) || (pairs[b]?.j ?? 0) - (pairs[a]?.j ?? 0));
  let last = -1;
  for (const at of order) {
    const { j, weight } = pairs[at] ?? { j: 0, weight: 0 };
    let best = -1;
    for (let node = j; node > 0; node -= node & -node) {
      const other = tree[node] ?? -1;
      if (other >= 0 && (best < 0 || (total[other] ?? 0) > (total[best] ?? 0))) best = other;
    }
    total[at] = weight + (best < 0 ? 0 : (total[best] ?? 0));
    before[at] = best;
    for (let node = j + 1; node <= most; node += node & -node) {
      const other = tree[node] ?? -1;
      if (other < 0 || (total[other] ?? 0) < (total[at] ?? 0)) tree[node] = at;
    }
    if (last < 0 || (total[at] ?? 0) > (total[last] ?? 0)) last = at;
  }
  const chain: Anchor[] = [];
  for (let at = last; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

/** Keeps anchors that others near them confirm: about as many lines further in both texts. */
function confirm(chain: readonly Anchor[], { source, translation }: Stretch): Anchor[] {
  const ratio = (translation[1] - translation[0]) / Math.max(1, source[1] - source[0]);
  return chain.filter((anchor, at) => {
    let support = 0;
    for (const step of [-1, 1]) {
      for (let other = at + step; other >= 0 && other < chain.length; other += step) {
        const { i, j, weight } = chain[other] ?? anchor;
        if (Math.abs(i - anchor.i) > nearby) break;
        const drift = Math.abs(j - anchor.j - ratio * (i - anchor.i));
        if (drift <= 3 + 0.5 * Math.abs(i - anchor.i)) support += weight;
      }
    }
    return support >= anchor.weight * 0.6;
  });
}
