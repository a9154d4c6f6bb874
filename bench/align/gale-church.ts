import type { Link } from "./documents";

/** Shapes of Gale & Church (1993) with their probabilities. */
const shapes = [
  [1, 1, 0.89],
  [1, 0, 0.00495],
  [0, 1, 0.00495],
  [2, 1, 0.0445],
  [1, 2, 0.0445],
  [2, 2, 0.011],
] as const;
/** Variance of the length of a translation for each byte of the source, as published. */
const variance = 6.8;

/** Aligns by length alone (Gale & Church 1993), in bytes of UTF-8, with the ratio of the whole texts; the whole matrix. */
export function galeChurch(source: readonly string[], translation: readonly string[]): Link[] {
  const [a, b] = [source, translation].map((lines) => sums(lines.map((line) => Buffer.byteLength(line))));
  const [n, m] = [source.length, translation.length];
  if (!a || !b) return [];
  const ratio = (b[m] ?? 0) / Math.max(1, a[n] ?? 0);
  const rows = [new Float64Array(m + 1), new Float64Array(m + 1), new Float64Array(m + 1)];
  const came = new Uint8Array((n + 1) * (m + 1));
  for (let i = 0; i <= n; i++) {
    const row = rows[i % 3]?.fill(Infinity);
    for (let j = 0; row && j <= m; j++) {
      if (i === 0 && j === 0) row[0] = 0;
      for (const [shape, [x, y, share]] of shapes.entries()) {
        if (x > i || y > j) continue;
        const before = rows[(i - x) % 3]?.[j - y] ?? Infinity;
        const [lengthA, lengthB] = [(a[i] ?? 0) - (a[i - x] ?? 0), (b[j] ?? 0) - (b[j - y] ?? 0)];
        const cost = before - Math.log(share) - Math.log(chance(lengthA, lengthB, ratio));
        if (cost >= (row[j] ?? Infinity)) continue;
        row[j] = cost;
        came[i * (m + 1) + j] = shape;
      }
    }
  }
  const links: Link[] = [];
  for (let [i, j] = [n, m]; i > 0 || j > 0;) {
    const [x, y] = shapes[came[i * (m + 1) + j] ?? 0] ?? [1, 1];
    links.push({ source: range(i - x, i), translation: range(j - y, j) });
    [i, j] = [i - x, j - y];
  }
  return links.reverse();
}

/** Two-sided chance of a difference in length at least as large. */
function chance(source: number, translation: number, ratio: number): number {
  const mean = (source + translation / ratio) / 2;
  const z = Math.abs(ratio * source - translation) / Math.sqrt(variance * Math.max(1, mean));
  // Abramowitz & Stegun 26.2.17, as in the authors' own program.
  const t = 1 / (1 + 0.2316419 * z);
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.max(1e-12, 2 * tail);
}

function sums(values: readonly number[]): Float64Array {
  const before = new Float64Array(values.length + 1);
  for (const [at, value] of values.entries()) before[at + 1] = (before[at] ?? 0) + value;
  return before;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
