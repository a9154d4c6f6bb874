import { findGaps, linkGap, type Gap } from "./gaps";
import { link, type SideState } from "./side";

/** Where the other language vouches for the passage, this much likeness is enough. */
const leastSupported = 0.12;
/** Blocks that may be rewritten together where nothing but their place speaks for them. */
const mostAlone = 3;
/** How much longer one form may be than the other, where nothing but the place speaks for it. */
const mostStretch = 3;

const supportedConfidence = 0.65;
const aloneConfidence = 0.4;

/**
 * Links blocks that kept their place and lost their words.
 *
 * @param isAlive - whether the passage of an old block still stands, in its place, in the other language
 * @param mayStandAlone - whether the place is witness enough. Not in a text with marks: there a block that has none and
 *   is like nothing before is new, and whoever took the mark away with the words meant both
 */
export function linkRewritten(state: SideState, isAlive: (old: number) => boolean, mayStandAlone: boolean): void {
  for (const gap of findGaps(state)) {
    const supported = { ...gap, old: gap.old.filter(isAlive) };
    if (supported.old.length === gap.fresh.length) pairUp(state, supported, supportedConfidence);
    else if (supported.old.length > 0) linkGap(state, supported, leastSupported);
  }
  if (!mayStandAlone) return;
  for (const gap of findGaps(state)) {
    if (gap.old.length !== gap.fresh.length || gap.old.length > mostAlone) continue;
    if (gap.old.every((old, at) => isComparable(state, old, gap.fresh[at] ?? -1))) pairUp(state, gap, aloneConfidence);
  }
}

function pairUp(state: SideState, gap: Gap, confidence: number): void {
  for (const [at, old] of gap.old.entries()) {
    const fresh = gap.fresh[at];
    if (fresh !== undefined && state.allowed(old, fresh)) link(state, [old], [fresh], "rewritten", confidence);
  }
}

function isComparable(state: SideState, old: number, fresh: number): boolean {
  const [before, after] = [state.old[old], state.fresh[fresh]];
  if (!before || !after || (before.kind && after.kind && before.kind !== after.kind)) return false;
  const [short, long] = [before.text.length, after.text.length].sort((a, b) => a - b);
  return (long ?? 0) <= mostStretch * Math.max(1, short ?? 0);
}
