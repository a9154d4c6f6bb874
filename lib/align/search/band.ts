/**
 * Which pairs of places in two texts are looked at: after `i` lines of the source, `low[i]` to `high[i]` lines of the
 * translation, both inclusive; `first[i]` is the number of cells in the rows above. Both ends of the texts are in it.
 */
export type Band = { readonly low: Int32Array; readonly high: Int32Array; readonly first: Int32Array };

/** Makes a band of its borders: kept within the text, both never falling. */
function makeBand(low: Int32Array, high: Int32Array, lines: number): Band {
  const rows = low.length;
  for (let i = 0; i < rows; i++) {
    high[i] = Math.min(lines, Math.max(high[i] ?? 0, i > 0 ? (high[i - 1] ?? 0) : 0));
    low[i] = Math.max(0, Math.min(lines, low[i] ?? 0));
  }
  high[rows - 1] = lines;
  for (let i = rows - 2; i >= 0; i--) low[i] = Math.min(low[i] ?? 0, low[i + 1] ?? 0);
  // A path leads from row to row only where they overlap.
  for (let i = 1; i < rows; i++) low[i] = Math.min(low[i] ?? 0, high[i - 1] ?? 0);
  low[0] = 0;
  const first = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i++) first[i + 1] = (first[i] ?? 0) + (high[i] ?? 0) - (low[i] ?? 0) + 1;
  return { low, high, first };
}

/** The band round a path of pairs, `margin` lines to either side; between pairs that are far apart, the whole field. */
export function bandAround(
  pairs: readonly { readonly i: number; readonly j: number }[],
  sourceLines: number,
  lines: number,
  margin: number,
): Band {
  const low = new Int32Array(sourceLines + 1).fill(lines);
  const high = new Int32Array(sourceLines + 1);
  let [fromI, fromJ] = [0, 0];
  for (const { i: toI, j: toJ } of [...pairs, { i: sourceLines, j: lines }]) {
    // A gap too large to search whole is searched round the line between its corners.
    const isLarge = (toI - fromI) * (toJ - fromJ) > mostField;
    const reach = isLarge ? Math.max(margin, Math.floor(mostField / Math.max(1, toI - fromI) / 2)) : 0;
    for (let i = fromI; i <= toI; i++) {
      const at = isLarge ? fromJ + Math.round(((i - fromI) * (toJ - fromJ)) / Math.max(1, toI - fromI)) : 0;
      low[i] = Math.min(low[i] ?? 0, isLarge ? Math.max(fromJ - margin, at - reach) : fromJ - margin);
      high[i] = Math.max(high[i] ?? 0, isLarge ? Math.min(toJ + margin, at + reach) : toJ + margin);
    }
    [fromI, fromJ] = [toI, toJ];
  }
  return makeBand(low, high, lines);
}

/** Cells of the largest gap between two anchors that is searched whole. */
const mostField = 250_000;
