import { beadTypes, isAlone } from "./bead-types";

/** A bead of a path: the lines of each text before it, and its shape, an index in `beadTypes`. */
export type Step = { readonly i: number; readonly j: number; readonly type: number };

/** The lines of a bead, `[from, to)`, in each text. */
export type Ranges = {
  readonly source: readonly [number, number];
  readonly translation: readonly [number, number];
};

export function rangesOf({ i, j, type }: Step): Ranges {
  const [a = 0, b = 0] = beadTypes[type] ?? [];
  return { source: [i, i + a], translation: [j, j + b] };
}

/** Whether the place after each line of a text lies within a bead; null beside lines that stand alone. */
export function innerPlaces(path: readonly Step[], lines: number, side: "source" | "translation"): (boolean | null)[] {
  const places = new Array<boolean | null>(lines).fill(null);
  for (const step of path) {
    if (isAlone(step.type)) continue;
    const [from, to] = rangesOf(step)[side];
    for (let line = from; line < to; line++) places[line] = line < to - 1;
  }
  return places;
}
