import { normalise } from "./normalise";
import { type Bag, bagMaker } from "./similarity";

/**
 * How a new block came to an old one's id.
 * - `marked`: it bears the mark · `same`: equal words in place · `edited`: alike, in place · `moved`: alike, elsewhere
 * - `split`, `merged`: several blocks on one side · `rewritten`: other words in the same place
 */
export type How = "marked" | "same" | "edited" | "moved" | "split" | "merged" | "rewritten";

/** Old and new blocks of one text that belong together, with the certainty of that, 0 to 1. */
export type Link = {
  readonly old: readonly number[];
  readonly fresh: readonly number[];
  readonly how: How;
  readonly confidence: number;
};

/** What is known of a block for comparing it: its words, and what it is (a heading stays one when it is rewritten). */
export type Comparable = { readonly text: string; readonly kind?: string };

/** The two versions of one text while they are compared, and what was found so far. */
export type SideState = {
  readonly old: readonly Comparable[];
  readonly fresh: readonly Comparable[];
  readonly oldKeys: readonly string[];
  readonly freshKeys: readonly string[];
  /** Links by old and by new index; `undefined` where a block still stands alone. */
  readonly byOld: (Link | undefined)[];
  readonly byFresh: (Link | undefined)[];
  /** Bags by index, each made when first asked for: an unchanged text needs none. */
  readonly bags: Bags;
  /** Whether a person has not ruled the pair out. */
  readonly allowed: (old: number, fresh: number) => boolean;
};

/** The bags of the old and of the new blocks, by index. */
export type Bags = { readonly old: (index: number) => Bag; readonly fresh: (index: number) => Bag };

/** Texts from which the rarity of words is learnt; more of them would tell nothing new. */
const mostSampled = 2_000;

/** Starts the comparison of two versions. */
export function startSide(
  old: readonly Comparable[],
  fresh: readonly Comparable[],
  allowed: SideState["allowed"] = () => true,
): SideState {
  return {
    old,
    fresh,
    oldKeys: old.map(({ text }) => normalise(text)),
    freshKeys: fresh.map(({ text }) => normalise(text)),
    byOld: new Array<Link | undefined>(old.length).fill(undefined),
    byFresh: new Array<Link | undefined>(fresh.length).fill(undefined),
    bags: bagsOf(old, fresh),
    allowed,
  };
}

function bagsOf(old: readonly Comparable[], fresh: readonly Comparable[]): Bags {
  let make: ((text: string) => Bag) | undefined;
  const cached = (blocks: readonly Comparable[]) => {
    const made: (Bag | undefined)[] = [];
    return (index: number): Bag => {
      make ??= bagMaker(sampleOf([...old, ...fresh]));
      return (made[index] ??= make(blocks[index]?.text ?? ""));
    };
  };
  return { old: cached(old), fresh: cached(fresh) };
}

function sampleOf(blocks: readonly Comparable[]): string[] {
  const step = Math.max(1, Math.ceil(blocks.length / mostSampled));
  return blocks.flatMap(({ text }, index) => (index % step === 0 ? text : []));
}

/** Notes a link; a link that its blocks had before gives way to it. */
export function link(
  state: SideState,
  old: readonly number[],
  fresh: readonly number[],
  how: How,
  confidence: number,
): void {
  const made: Link = { old, fresh, how, confidence: Math.min(1, confidence) };
  for (const index of old) state.byOld[index] = made;
  for (const index of fresh) state.byFresh[index] = made;
}

/** Indices of old blocks without a link. */
export function leftOld(state: SideState): number[] {
  return state.old.flatMap((_, index) => (state.byOld[index] ? [] : [index]));
}

/** Indices of new blocks without a link. */
export function leftFresh(state: SideState): number[] {
  return state.fresh.flatMap((_, index) => (state.byFresh[index] ? [] : [index]));
}
