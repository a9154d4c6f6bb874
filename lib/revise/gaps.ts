import { findCandidates } from "./candidates";
import { alignGap, leastEdited } from "./gap";
import { longestRun, type Pair } from "./longest-run";
import { link, type Link, type SideState } from "./side";

/** The blocks without a link between two neighbouring linked ones. */
export type Gap = { readonly old: readonly number[]; readonly fresh: readonly number[] };

/** Cells of one alignment: past this, similar blocks are looked for first, and divide the gap. */
const manyCells = 250_000;
/** Past this a gap is cut in proportion; what the cut parts is found as a move. */
const mostCells = 1_000_000;
/** How alike two blocks must be to divide a large gap. */
const leastDividing = 0.5;

/** The links that stand in the same order on both sides: the fixed points between which gaps lie. */
export function spine(state: SideState): Link[] {
  const links = new Map<number, Link>();
  for (const made of state.byOld) if (made?.old[0] !== undefined) links.set(made.old[0], made);
  const pairs = [...links.values()].flatMap(({ old: [old], fresh: [fresh] }): Pair[] =>
    old === undefined || fresh === undefined ? [] : [{ old, fresh }],
  );
  return longestRun(pairs).flatMap(({ old }) => links.get(old) ?? []);
}

/** Every gap that has blocks on both sides. */
export function findGaps(state: SideState): Gap[] {
  const gaps: Gap[] = [];
  let [old, fresh] = [0, 0];
  const close = (oldEnd: number, freshEnd: number) => {
    const free = { old: range(old, oldEnd, state.byOld), fresh: range(fresh, freshEnd, state.byFresh) };
    if (free.old.length > 0 && free.fresh.length > 0) gaps.push(free);
  };
  for (const made of spine(state)) {
    close(made.old[0] ?? old, made.fresh[0] ?? fresh);
    old = (made.old.at(-1) ?? old) + 1;
    fresh = (made.fresh.at(-1) ?? fresh) + 1;
  }
  close(state.old.length, state.fresh.length);
  return gaps;
}

/** Links what was edited, split or merged in place. */
export function linkGaps(state: SideState): void {
  if (findGaps(state).some((gap) => gap.old.length * gap.fresh.length > manyCells)) divide(state);
  for (const gap of findGaps(state).flatMap(cut)) linkGap(state, gap);
}

/** Aligns one gap and notes what was found. */
export function linkGap(state: SideState, gap: Gap, least = leastEdited): void {
  const isAlone = gap.old.length === 1 && gap.fresh.length === 1;
  for (const { old, fresh, similarity } of alignGap(gap.old, gap.fresh, state.bags, least, state.allowed)) {
    const how = old.length > 1 ? "merged" : fresh.length > 1 ? "split" : "edited";
    // Nothing else stands here that it could have come from.
    link(state, old, fresh, how, isAlone ? similarity + 0.3 : similarity);
  }
}

/** Links pairs in large gaps that are each other's closest, as far as they stand in order. */
function divide(state: SideState): void {
  for (const gap of findGaps(state)) {
    if (gap.old.length * gap.fresh.length <= manyCells) continue;
    const found = findCandidates(gap.old, gap.fresh, state.bags, leastDividing);
    const closest = new Map<number, (typeof found)[number]>();
    for (const pair of found) {
      const known = closest.get(pair.fresh);
      if (!known || known.similarity < pair.similarity) closest.set(pair.fresh, pair);
    }
    const taken = new Set<number>();
    const mutual = found.filter((pair) => {
      if (taken.has(pair.old) || closest.get(pair.fresh) !== pair || !state.allowed(pair.old, pair.fresh)) return false;
      taken.add(pair.old);
      return true;
    });
    const similarities = new Map(mutual.map((pair) => [pair.old, pair.similarity]));
    for (const { old, fresh } of longestRun(mutual)) link(state, [old], [fresh], "edited", similarities.get(old) ?? 0);
  }
}

function cut(gap: Gap): Gap[] {
  const cells = gap.old.length * gap.fresh.length;
  const pieces = Math.ceil(cells / mostCells);
  if (pieces <= 1) return [gap];
  const share = (blocks: readonly number[], piece: number) =>
    blocks.slice(Math.floor((blocks.length * piece) / pieces), Math.floor((blocks.length * (piece + 1)) / pieces));
  return Array.from({ length: pieces }, (_, piece) => ({ old: share(gap.old, piece), fresh: share(gap.fresh, piece) }));
}

function range(from: number, to: number, links: readonly (Link | undefined)[]): number[] {
  const free: number[] = [];
  for (let index = from; index < to; index++) if (!links[index]) free.push(index);
  return free;
}
