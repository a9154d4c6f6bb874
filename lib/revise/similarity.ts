import { features } from "./normalise";

/** A text as a bag of features. Keys are sorted, weights are count × kind × rarity, `total` is their sum. */
export type Bag = { readonly keys: Int32Array; readonly weights: Float64Array; readonly total: number };

/** A letter trigram against a word or a bigram: a word of seven letters has seven, which together weigh as two words. */
const trigramWeight = 0.3;

/**
 * Learns from some texts how rare features are, and turns texts into bags by it. A feature weighs the more the fewer texts
 * hold it (inverse document frequency, Spärck Jones 1972), so that 的 and "the" say little and a name says much.
 *
 * @param sample - the texts from which rarity is learnt
 */
export function bagMaker(sample: readonly string[]): (text: string) => Bag {
  const holders = new Map<number, number>();
  for (const text of sample) for (const key of new Set(features(text))) holders.set(key, (holders.get(key) ?? 0) + 1);
  return (text) => {
    const all = Int32Array.from(features(text)).sort();
    const keys = all.filter((key, at) => at === 0 || key !== all[at - 1]);
    const weights = new Float64Array(keys.length);
    let at = 0;
    for (const [index, key] of keys.entries()) {
      const start = at;
      while (all[at] === key) at++;
      const kind = (key & 1) === 1 ? trigramWeight : 1;
      weights[index] = (at - start) * kind * Math.log(1 + sample.length / (holders.get(key) ?? 1));
    }
    return { keys, weights, total: sum(weights) };
  };
}

/** Turns a few texts into bags by themselves. */
export function toBags(texts: readonly string[]): Bag[] {
  return texts.map(bagMaker(texts));
}

/** What two bags have in common: for each shared feature the lesser weight. */
export function overlap(a: Bag, b: Bag): number {
  let common = 0;
  let left = 0;
  let right = 0;
  while (left < a.keys.length && right < b.keys.length) {
    const difference = (a.keys[left] ?? 0) - (b.keys[right] ?? 0);
    if (difference === 0) common += Math.min(a.weights[left++] ?? 0, b.weights[right++] ?? 0);
    else if (difference < 0) left++;
    else right++;
  }
  return common;
}

/** Dice's coefficient, 0 to 1: twice what is common over what there is. */
export function dice(a: Bag, b: Bag): number {
  const all = a.total + b.total;
  return all === 0 ? 0 : (2 * overlap(a, b)) / all;
}

/** The share of `part` that is found in `whole`, 0 to 1. */
export function contained(part: Bag, whole: Bag): number {
  return part.total === 0 ? 0 : overlap(part, whole) / part.total;
}

/** The bag of several texts one after the other. */
export function joinBags(bags: readonly Bag[]): Bag {
  const weights = new Map<number, number>();
  for (const bag of bags)
    for (const [at, key] of bag.keys.entries()) weights.set(key, (weights.get(key) ?? 0) + (bag.weights[at] ?? 0));
  const keys = Int32Array.from(weights.keys()).sort();
  const sorted = Float64Array.from(keys, (key) => weights.get(key) ?? 0);
  return { keys, weights: sorted, total: sum(sorted) };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
