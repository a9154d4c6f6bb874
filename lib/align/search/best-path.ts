import { beadTypes, isAlone } from "./bead-types";
import type { Evidence } from "./evidence";
import type { Step } from "./path";

const types = beadTypes.length;
const none = -Infinity;

/** The best path through the band. */
export function bestPath({ band, nextAlone, priors }: Evidence, scores: Float32Array): Step[] {
  const n = band.low.length - 1;
  const cells = band.first[n + 1] ?? 0;
  // Two states a cell: what came last was a bead with both sides, or a line alone.
  const best = [new Float64Array(cells).fill(none), new Float64Array(cells).fill(none)] as const;
  const came = [new Uint8Array(cells), new Uint8Array(cells)] as const;
  best[0][0] = 0;
  for (let i = 0; i <= n; i++) {
    const low = band.low[i] ?? 0;
    for (let cell = band.first[i] ?? 0; cell < (band.first[i + 1] ?? 0); cell++) {
      const j = low + cell - (band.first[i] ?? 0);
      for (let state = 0; state < 2; state++) {
        const from = best[state as 0 | 1][cell] ?? none;
        if (from === none) continue;
        for (let type = 0; type < types; type++) {
          let score = scores[cell * types + type] ?? none;
          if (score === none) continue;
          const alone = isAlone(type);
          if (alone && state === 1) score += nextAlone - (priors[type] ?? 0);
          const [a = 0, b = 0] = beadTypes[type] ?? [];
          const to = (band.first[i + a] ?? 0) + j + b - (band.low[i + a] ?? 0);
          const into = alone ? 1 : 0;
          if (from + score <= (best[into][to] ?? none)) continue;
          best[into][to] = from + score;
          came[into][to] = type * 2 + state;
        }
      }
    }
  }
  const path: Step[] = [];
  let [i, j] = [n, band.high[n] ?? 0];
  let cell = cells - 1;
  let state: 0 | 1 = (best[0][cell] ?? none) >= (best[1][cell] ?? none) ? 0 : 1;
  while (i > 0 || j > 0) {
    const code = came[state][cell] ?? 0;
    const type = code >> 1;
    const [a = 0, b = 0] = beadTypes[type] ?? [];
    [i, j] = [i - a, j - b];
    path.push({ i, j, type });
    cell = (band.first[i] ?? 0) + j - (band.low[i] ?? 0);
    state = (code & 1) as 0 | 1;
  }
  return path.reverse();
}
