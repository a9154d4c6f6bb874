/** Lengths of the lines before each place, summed, and how long the translation is for each unit of the source. */
export type Lengths = {
  readonly source: Float64Array;
  readonly translation: Float64Array;
  readonly ratio: number;
};

/** Measures lines in characters, without white space. */
export function measureLengths(source: readonly string[], translation: readonly string[]): Lengths {
  const [a, b] = [sums(source), sums(translation)];
  return { source: a, translation: b, ratio: (b.at(-1) || 1) / (a.at(-1) || 1) };
}

/** Characters of the translation for one of the source in beads that have both. */
export function ratioOf(
  beads: readonly { readonly source: readonly [number, number]; readonly translation: readonly [number, number] }[],
  { source, translation, ratio }: Lengths,
): number {
  let [a, b] = [0, 0];
  for (const bead of beads) {
    a += (source[bead.source[1]] ?? 0) - (source[bead.source[0]] ?? 0);
    b += (translation[bead.translation[1]] ?? 0) - (translation[bead.translation[0]] ?? 0);
  }
  return a > 0 && b > 0 ? b / a : ratio;
}

function sums(texts: readonly string[]): Float64Array {
  const before = new Float64Array(texts.length + 1);
  for (const [at, text] of texts.entries()) before[at + 1] = (before[at] ?? 0) + text.replace(/\s+/g, "").length;
  return before;
}

/**
 * What two lengths side by side say, in nats: normal in the difference from the expected length, with a variance that
 * grows with it (Gale & Church 1993), and capped, because there is such a thing as a free translation.
 *
 * @param ratio - characters of the translation for one of the source
 */
export function scoreLengths(
  ratio: number,
  { weight, cap, spread }: { readonly weight: number; readonly cap: number; readonly spread: number },
): (source: number, translation: number) => number {
  return (source, translation) => {
    const expected = ratio * source;
    const difference = translation - expected;
    return -weight * Math.min(cap, (difference * difference) / (2 * (spread * (translation + expected) + 4)));
  };
}
