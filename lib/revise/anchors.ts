import { longestRun, type Pair } from "./longest-run";
import { link, type SideState } from "./side";

/** An equal text that was found once in both versions; one grown from a neighbour is a little less sure. */
const unique = 1;
const grown = 0.98;
const elsewhere = 0.9;

/**
 * Links blocks whose words are equal: those that are unique in both versions and stand in the same order (patience
 * diff, Cohen 2003), then their equal neighbours, then the unique ones that moved.
 */
export function linkAnchors(state: SideState): void {
  const pairs = uniquePairs(state);
  const run = longestRun(pairs);
  for (const { old, fresh } of run) link(state, [old], [fresh], "same", unique);
  grow(state, "same", grown);
  for (const { old, fresh } of pairs)
    if (!state.byOld[old] && !state.byFresh[fresh]) link(state, [old], [fresh], "moved", elsewhere);
  grow(state, "moved", elsewhere);
}

function uniquePairs(state: SideState): Pair[] {
  const places = new Map<string, { old: number; fresh: number; olds: number; freshes: number }>();
  const place = (key: string) => {
    const found = places.get(key) ?? { old: -1, fresh: -1, olds: 0, freshes: 0 };
    places.set(key, found);
    return found;
  };
  for (const [index, key] of state.oldKeys.entries()) Object.assign(place(key), { old: index }).olds++;
  for (const [index, key] of state.freshKeys.entries()) Object.assign(place(key), { fresh: index }).freshes++;
  return [...places.values()].filter(
    ({ old, fresh, olds, freshes }) =>
      olds === 1 && freshes === 1 && !state.byOld[old] && !state.byFresh[fresh] && state.allowed(old, fresh),
  );
}

/** Links equal blocks beside blocks that are linked already: repeated lines, which no text of their own tells apart. */
function grow(state: SideState, how: "same" | "moved", confidence: number): void {
  const tryLink = (old: number, fresh: number): boolean => {
    const isFree = old >= 0 && fresh >= 0 && old < state.old.length && fresh < state.fresh.length;
    if (!isFree || state.byOld[old] || state.byFresh[fresh] || state.oldKeys[old] !== state.freshKeys[fresh])
      return false;
    if (!state.allowed(old, fresh)) return false;
    link(state, [old], [fresh], how, confidence);
    return true;
  };
  const follow = (old: number, fresh: number, direction: 1 | -1) => {
    for (let step = direction; tryLink(old + step, fresh + step); step += direction);
  };
  if (how === "same") {
    follow(-1, -1, 1);
    follow(state.old.length, state.fresh.length, -1);
  }
  for (const [old, made] of state.byOld.entries()) {
    const fresh = made?.fresh[0];
    if (fresh === undefined || (how === "moved") !== (made?.how === "moved")) continue;
    follow(old, fresh, 1);
    follow(old, fresh, -1);
  }
}
