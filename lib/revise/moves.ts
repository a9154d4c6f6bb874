import { findCandidates } from "./candidates";
import { leastContained } from "./gap";
import { leftFresh, leftOld, link, type SideState } from "./side";
import { type Bag, contained, dice, joinBags } from "./similarity";

/** From here on a block elsewhere is taken for one that moved. */
const leastMoved = 0.45;
/** What the whole length of a text counts against a move. */
const distancePenalty = 0.1;
/** Most blocks that one is divided into or made of. */
const mostParts = 3;

/** Links what moved and was edited on the way, closest first. */
export function linkMoves(state: SideState): void {
  const [old, fresh] = [leftOld(state), leftFresh(state)];
  if (old.length === 0 || fresh.length === 0) return;
  const score = (pair: { old: number; fresh: number; similarity: number }) =>
    pair.similarity -
    distancePenalty * Math.abs(pair.old / Math.max(1, state.old.length) - pair.fresh / Math.max(1, state.fresh.length));
  const found = [...findCandidates(old, fresh, state.bags, leastMoved), ...equalPairs(state, old, fresh)].sort(
    (a, b) => score(b) - score(a) || a.old - b.old || a.fresh - b.fresh,
  );
  for (const pair of found) {
    if (state.byOld[pair.old] || state.byFresh[pair.fresh] || !state.allowed(pair.old, pair.fresh)) continue;
    link(state, [pair.old], [pair.fresh], "moved", score(pair));
  }
}

/** Repeated texts are no candidates, since all they share is common: pair them in order. */
function equalPairs(state: SideState, old: readonly number[], fresh: readonly number[]) {
  const waiting = new Map<string, number[]>();
  for (const index of fresh) {
    const key = state.freshKeys[index] ?? "";
    waiting.set(key, [...(waiting.get(key) ?? []), index]);
  }
  return old.flatMap((index) => {
    const other = waiting.get(state.oldKeys[index] ?? "")?.shift();
    return other === undefined ? [] : [{ old: index, fresh: other, similarity: 1 }];
  });
}

/** Adds to a link the neighbouring blocks that are parts of its whole, and that nothing else has claimed. */
export function linkParts(state: SideState): void {
  const waitingFresh = leftFresh(state);
  const waitingOld = leftOld(state);
  if (waitingFresh.length === 0 && waitingOld.length === 0) return;
  for (const index of [...waitingFresh, ...waitingFresh.toReversed()]) {
    for (const beside of [index - 1, index + 1]) {
      const made = state.byFresh[beside];
      if (state.byFresh[index] || made?.old.length !== 1 || made.fresh.length >= mostParts) continue;
      if (!state.allowed(made.old[0] ?? -1, index)) continue;
      const grown = [...made.fresh, index].sort((a, b) => a - b);
      const likeness = growth(made.old, made.fresh, grown, state.bags.old, state.bags.fresh, index);
      if (likeness !== null) link(state, made.old, grown, "split", Math.min(likeness, made.confidence));
    }
  }
  for (const index of [...waitingOld, ...waitingOld.toReversed()]) {
    for (const beside of [index - 1, index + 1]) {
      const made = state.byOld[beside];
      if (state.byOld[index] || made?.fresh.length !== 1 || made.old.length >= mostParts) continue;
      if (!state.allowed(index, made.fresh[0] ?? -1)) continue;
      const grown = [...made.old, index].sort((a, b) => a - b);
      const likeness = growth(made.fresh, made.old, grown, state.bags.fresh, state.bags.old, index);
      if (likeness !== null) link(state, grown, made.fresh, "merged", Math.min(likeness, made.confidence));
    }
  }
}

/** How like the whole its parts are with one part more; null when that part is not of it. */
function growth(
  whole: readonly number[],
  parts: readonly number[],
  grown: readonly number[],
  wholeBag: (index: number) => Bag,
  partBag: (index: number) => Bag,
  part: number,
): number | null {
  const all = joinBags(whole.map(wholeBag));
  if (contained(partBag(part), all) < leastContained) return null;
  const join = (indices: readonly number[]) => joinBags(indices.map(partBag));
  const likeness = dice(join(grown), all);
  return likeness > dice(join(parts), all) ? likeness : null;
}
