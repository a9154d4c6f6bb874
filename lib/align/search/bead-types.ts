/** The shapes that a bead can have, `[source lines, translated lines]`, and how likely each is before a text was read. */
export const beadTypes: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.6],
  [1, 2, 0.17],
  [2, 1, 0.06],
  [1, 3, 0.05],
  [2, 2, 0.025],
  [1, 4, 0.018],
  [3, 1, 0.012],
  [2, 3, 0.012],
  [3, 2, 0.008],
  [3, 3, 0.006],
  [2, 4, 0.005],
  [4, 1, 0.004],
  [1, 5, 0.004],
  [4, 2, 0.003],
  [3, 4, 0.002],
  [4, 3, 0.002],
  [5, 1, 0.002],
  [1, 0, 0.006],
  [0, 1, 0.004],
];

/** Most lines of one side in a bead. */
export const mostLines = 5;

/** Shapes with lines of one side alone come last. */
const firstAlone = beadTypes.length - 2;

export function isAlone(type: number): boolean {
  return type >= firstAlone;
}

type ShapeSettings = { readonly priorWeight: number; readonly alone: number };

/** Log probability of each shape before a text was read. */
export function usualPriors({ alone }: ShapeSettings): Float64Array {
  return Float64Array.from(beadTypes, ([, , share], type) => Math.log(share) + (isAlone(type) ? alone : 0));
}

/** The same once beads were found in it: as often as there, and as if `priorWeight` beads more were as usual. */
export function learnPriors(
  found: readonly { readonly type: number }[],
  { priorWeight, alone }: ShapeSettings,
): Float64Array {
  const counts = new Float64Array(beadTypes.length);
  for (const { type } of found) counts[type] = (counts[type] ?? 0) + 1;
  return Float64Array.from(beadTypes, ([, , share], type) => {
    const learned = ((counts[type] ?? 0) + priorWeight * share) / (found.length + priorWeight);
    return Math.log(learned) + (isAlone(type) ? alone : 0);
  });
}
