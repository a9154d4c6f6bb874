/** One change to a text: what stands from `start` to `end` gives way to `insert`. */
export type Splice = { readonly start: number; readonly end: number; readonly insert: string };

/** Applies splices, given in any order, that do not overlap. Everything between them stays as it is. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, insert } of splices.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(from, start), insert);
    from = end;
  }
  return pieces.join("") + text.slice(from);
}
