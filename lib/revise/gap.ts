import type { Bags } from "./side";
import { type Bag, dice, joinBags } from "./similarity";

/** Blocks that belong together: indices of old blocks and of new ones, neighbours on each side. */
export type Bead = { readonly old: readonly number[]; readonly fresh: readonly number[]; readonly similarity: number };

/** From here on one block is taken for the edited form of another. */
export const leastEdited = 0.3;
/** From here on several blocks are taken for the parts of one. */
export const leastParts = 0.5;
/** How much of each part must be found in the whole. */
export const leastContained = 0.6;
/** What a split or merge must be better by, so that it is not preferred to an edit and an insertion. */
const partsPenalty = 0.08;

/** How many old and new blocks a step of the alignment takes; the last two leave one aside. */
const shapes = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [1, 0],
  [0, 1],
] as const;

/**
 * Aligns the blocks between two fixed points in order, so that the sum of similarities is greatest.
 * Dynamic programming over the shapes above; time and memory O(n·m) beside the comparisons, which are made through an
 * index of features. The caller keeps n·m within bounds.
 *
 * @param least - similarity from which one block is taken for the edited form of another
 * @param allowed - false for a pair that a person has ruled out
 */
export function alignGap(
  old: readonly number[],
  fresh: readonly number[],
  bags: Bags,
  least = leastEdited,
  allowed: (old: number, fresh: number) => boolean = () => true,
): Bead[] {
  const [rows, columns] = [old.length, fresh.length];
  if (rows === 0 || columns === 0) return [];
  const left = old.map(bags.old);
  const right = fresh.map(bags.fresh);
  const common = overlaps(left, right);
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const step = new Uint8Array((rows + 1) * width);
  const similarityOf = (row: number, column: number, shape: readonly [number, number]): number => {
    const [taken, given] = shape;
    if (taken === 0 || given === 0) return 0;
    if (taken === 1 && given === 1) {
      if (!allowed(old[row] ?? -1, fresh[column] ?? -1)) return -1;
      const all = (left[row]?.total ?? 0) + (right[column]?.total ?? 0);
      const similarity = all === 0 ? 0 : (2 * (common[row * columns + column] ?? 0)) / all;
      return similarity >= least ? similarity : -1;
    }
    for (let part = 0; part < Math.max(taken, given); part++) {
      const [r, c] = taken > 1 ? [row + part, column] : [row, column + part];
      const total = (taken > 1 ? left[r] : right[c])?.total ?? 0;
      if ((common[r * columns + c] ?? 0) < leastContained * total || total === 0) return -1;
      if (!allowed(old[r] ?? -1, fresh[c] ?? -1)) return -1;
      if (part > 0 && (taken > 1 ? old[r] !== (old[r - 1] ?? 0) + 1 : fresh[c] !== (fresh[c - 1] ?? 0) + 1)) return -1;
    }
    const similarity =
      taken > 1
        ? dice(joinBags(left.slice(row, row + taken)), right[column] ?? empty)
        : dice(left[row] ?? empty, joinBags(right.slice(column, column + given)));
    return similarity >= leastParts ? similarity - partsPenalty : -1;
  };
  for (let row = rows; row >= 0; row--) {
    for (let column = columns; column >= 0; column--) {
      const at = row * width + column;
      let greatest = row === rows && column === columns ? 0 : -1;
      for (const [index, shape] of shapes.entries()) {
        const [taken, given] = shape;
        if (row + taken > rows || column + given > columns) continue;
        const similarity = similarityOf(row, column, shape);
        if (similarity < 0) continue;
        const sum = similarity + (best[(row + taken) * width + column + given] ?? 0);
        if (sum > greatest + 1e-9) {
          greatest = sum;
          step[at] = index;
        }
      }
      best[at] = Math.max(0, greatest);
    }
  }
  return walk();

  function walk(): Bead[] {
    const beads: Bead[] = [];
    let [row, column] = [0, 0];
    while (row < rows && column < columns) {
      const shape = shapes[step[row * width + column] ?? 0] ?? shapes[5];
      const [taken, given] = shape;
      if (taken > 0 && given > 0) {
        const similarity = similarityOf(row, column, shape);
        beads.push({ old: old.slice(row, row + taken), fresh: fresh.slice(column, column + given), similarity });
      }
      row += taken;
      column += given;
    }
    return beads;
  }
}

const empty: Bag = { keys: new Int32Array(), weights: new Float64Array(), total: 0 };

/** What each left bag has in common with each right one, row by row. */
function overlaps(left: readonly Bag[], right: readonly Bag[]): Float64Array {
  const holders = new Map<number, { at: number; weight: number }[]>();
  for (const [at, bag] of right.entries()) {
    for (const [index, key] of bag.keys.entries()) {
      const held = { at, weight: bag.weights[index] ?? 0 };
      const list = holders.get(key);
      if (list) list.push(held);
      else holders.set(key, [held]);
    }
  }
  const common = new Float64Array(left.length * right.length);
  for (const [row, bag] of left.entries()) {
    for (const [index, key] of bag.keys.entries()) {
      const weight = bag.weights[index] ?? 0;
      for (const held of holders.get(key) ?? []) {
        const at = row * right.length + held.at;
        common[at] = (common[at] ?? 0) + Math.min(weight, held.weight);
      }
    }
  }
  return common;
}
