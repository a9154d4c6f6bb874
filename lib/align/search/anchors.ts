import type { Lines } from "../score/lines";

/** A pair of lines that share rare words. */
export type Anchor = { readonly i: number; readonly j: number; readonly weight: number };

/** A word that stands in more lines than this points nowhere. */
const mostPostings = 25;
/** Targets that are kept for a line. */
const kept = 3;
/** Two anchors speak for each other within this many lines. */
const nearby = 12;

/**
 * Fixed points of the alignment: pairs of lines that share rare words, as the heaviest chain in which both texts go
 * forward, less what nothing near it confirms. O(N log N); survives missing and added chapters.
 */
export function findAnchors(lines: Lines): Anchor[] {
  return confirm(heaviestChain(candidates(lines)), lines);
}

function candidates({ english, meanings }: Lines): Anchor[] {
  const [n, m] = [meanings.first.length - 1, english.first.length - 1];
  const postings = new Map<number, number[]>();
  for (let j = 0; j < m; j++) {
    for (const id of new Set(english.items.subarray(english.first[j], english.first[j + 1]))) {
      const list = postings.get(id);
      if (!list) postings.set(id, [j]);
      else list.push(j);
    }
  }
  const found: Anchor[] = [];
  const sums = new Float64Array(m);
  for (let i = 0; i < n; i++) {
    const touched: number[] = [];
    for (let at = meanings.first[i] ?? 0; at < (meanings.first[i + 1] ?? 0); at++) {
      const list = postings.get(meanings.items[at] ?? 0);
      if (!list || list.length > mostPostings) continue;
      const rarity = (meanings.weights[at] ?? 0) / list.length ** 0.7;
      for (const j of list) {
        if (sums[j] === 0) touched.push(j);
        sums[j] = (sums[j] ?? 0) + rarity;
      }
    }
    const tokens = Math.sqrt(4 + (meanings.first[i + 1] ?? 0) - (meanings.first[i] ?? 0));
    touched.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
    for (const j of touched.slice(0, kept)) {
      const words = Math.sqrt(4 + (english.first[j + 1] ?? 0) - (english.first[j] ?? 0));
      const weight = (10 * (sums[j] ?? 0)) / tokens / words;
      if (weight > 0.02) found.push({ i, j, weight });
    }
    for (const j of touched) sums[j] = 0;
  }
  return found;
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
function confirm(chain: readonly Anchor[], { chinese, english }: Lines): Anchor[] {
  const ratio = (english.first.length - 1) / Math.max(1, chinese.first.length - 1);
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
