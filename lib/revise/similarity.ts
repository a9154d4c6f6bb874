import { features } from "./normalise";

/** A text as a bag of features. Keys are sorted, weights are count × kind × rarity, `total` is their sum. */
export type Bag = { readonly keys: Int32Array; readonly weights: Float64Array; readonly total: number };

/** A letter trigram against a word or a bigram: a word of seven letters has seven, which together weigh as two words. */
const trigramWeight = 0.3;

/**
 * Turns texts into bags. A feature weighs the more the fewer texts hold it (inverse document frequency, Spärck Jones
 * 1972), so that 的 and "the" say little and a name says much.
 */
export function toBags(texts: readonly string[]): Bag[] {
  const keys = new Map<string, number>();
  const kinds: number[] = [];
  const holders: number[] = [];
  const counted = texts.map((text) => {
    const counts = new Map<number, number>();
    for (const feature of features(text)) {
      let key = keys.get(feature);
      if (key === undefined) {
        key = keys.size;
        keys.set(feature, key);
        kinds.push(feature.startsWith("t") ? trigramWeight : 1);
        holders.push(0);
      }
      const count = counts.get(key) ?? 0;
      if (count === 0) holders[key] = (holders[key] ?? 0) + 1;
      counts.set(key, count + 1);
    }
    return counts;
  });
  const rarity = holders.map((count, key) => (kinds[key] ?? 1) * Math.log(1 + texts.length / count));
  return counted.map((counts) => {
    const sorted = Int32Array.from(counts.keys()).sort();
    const weights = Float64Array.from(sorted, (key) => (counts.get(key) ?? 0) * (rarity[key] ?? 0));
    return { keys: sorted, weights, total: sum(weights) };
  });
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
