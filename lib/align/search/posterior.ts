import { beadTypes, isAlone } from "./bead-types";
import type { Evidence } from "./evidence";
import type { Step } from "./path";

const types = beadTypes.length;

export type Posteriors = {
  /** Probability of each bead of the path, 0 to 1. */
  readonly beads: readonly number[];
  /** Probability that a bead begins after `i` lines of the source and `j` of the translation. */
  readonly cut: (i: number, j: number) => number;
};

/**
 * How probable each bead of a path is, given the texts: its share in the sum over all paths (forward-backward, Rabiner
 * 1989), with scores divided by `temperature`, since clues that are not independent make a model too sure of itself.
 */
export function posteriors(
  { band, nextAlone, priors }: Evidence,
  scores: Float32Array,
  path: readonly Step[],
  temperature: number,
): Posteriors {
  const n = band.low.length - 1;
  const cells = band.first[n + 1] ?? 0;
  const before = [new Float64Array(cells).fill(-Infinity), new Float64Array(cells).fill(-Infinity)] as const;
  const after = [new Float64Array(cells).fill(-Infinity), new Float64Array(cells).fill(-Infinity)] as const;
  const shift = Float64Array.from(priors, (prior, type) => (isAlone(type) ? (nextAlone - prior) / temperature : 0));
  const target = (i: number, j: number, type: number) =>
    (band.first[i + (beadTypes[type]?.[0] ?? 0)] ?? 0) +
    j +
    (beadTypes[type]?.[1] ?? 0) -
    (band.low[i + (beadTypes[type]?.[0] ?? 0)] ?? 0);
  before[0][0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let cell = band.first[i] ?? 0; cell < (band.first[i + 1] ?? 0); cell++) {
      const [matched, alone] = [before[0][cell] ?? 0, before[1][cell] ?? 0];
      if (matched === -Infinity && alone === -Infinity) continue;
      const j = (band.low[i] ?? 0) + cell - (band.first[i] ?? 0);
      const either = addLogs(matched, alone);
      for (let type = 0; type < types; type++) {
        const score = scores[cell * types + type] ?? -Infinity;
        if (score === -Infinity) continue;
        const to = target(i, j, type);
        const said = score / temperature;
        if (!isAlone(type)) before[0][to] = addLogs(before[0][to] ?? 0, either + said);
        else before[1][to] = addLogs(before[1][to] ?? 0, addLogs(matched, alone + (shift[type] ?? 0)) + said);
      }
    }
  }
  after[0][cells - 1] = after[1][cells - 1] = 0;
  for (let i = n; i >= 0; i--) {
    for (let cell = (band.first[i + 1] ?? 0) - 1; cell >= (band.first[i] ?? 0); cell--) {
      const j = (band.low[i] ?? 0) + cell - (band.first[i] ?? 0);
      let [matched, alone] = [after[0][cell] ?? 0, after[1][cell] ?? 0];
      for (let type = 0; type < types; type++) {
        const score = scores[cell * types + type] ?? -Infinity;
        if (score === -Infinity) continue;
        const to = target(i, j, type);
        const rest = score / temperature + (after[isAlone(type) ? 1 : 0][to] ?? 0);
        if (rest === -Infinity) continue;
        matched = addLogs(matched, rest);
        alone = addLogs(alone, rest + (shift[type] ?? 0));
      }
      after[0][cell] = matched;
      after[1][cell] = alone;
    }
  }
  const total = addLogs(before[0][cells - 1] ?? 0, before[1][cells - 1] ?? 0);
  const beads = path.map(({ i, j, type }) => {
    const cell = (band.first[i] ?? 0) + j - (band.low[i] ?? 0);
    const to = target(i, j, type);
    const said = (scores[cell * types + type] ?? -Infinity) / temperature;
    const [matched, alone] = [before[0][cell] ?? 0, before[1][cell] ?? 0];
    const came = isAlone(type) ? addLogs(matched, alone + (shift[type] ?? 0)) : addLogs(matched, alone);
    const rest = after[isAlone(type) ? 1 : 0][to] ?? 0;
    return share(came + said + rest - total);
  });
  const cut = (i: number, j: number) => {
    if (j < (band.low[i] ?? 0) || j > (band.high[i] ?? -1)) return 0;
    const cell = (band.first[i] ?? 0) + j - (band.low[i] ?? 0);
    return share(
      addLogs((before[0][cell] ?? 0) + (after[0][cell] ?? 0), (before[1][cell] ?? 0) + (after[1][cell] ?? 0)) - total,
    );
  };
  return { beads, cut };
}

/** A probability from its logarithm; rounding may have carried it past 1. */
function share(log: number): number {
  const value = Math.exp(log);
  return Number.isFinite(value) ? Math.min(1, value) : 0;
}

/** log(eᵃ + eᵇ). */
function addLogs(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
