import fc from "fast-check";
import { bandAround } from "@/lib/align/search/band";
import { beadTypes, isAlone, usualPriors } from "@/lib/align/search/bead-types";
import { bestPath } from "@/lib/align/search/best-path";
import type { Evidence } from "@/lib/align/search/evidence";
import { rangesOf, type Step } from "@/lib/align/search/path";
import { posteriors } from "@/lib/align/search/posterior";

const types = beadTypes.length;
const nextAlone = -0.7;

/** A field of `n` by `m` lines in which beads score what `score` says; only what the search reads of the evidence. */
function field(n: number, m: number, score: (step: Step) => number) {
  const band = bandAround([], n, m, 3);
  const scores = new Float32Array((band.first[n + 1] ?? 0) * types).fill(-Infinity);
  for (let i = 0; i <= n; i++)
    for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? 0); j++)
      for (let type = 0; type < types; type++) {
        const { source, translation } = rangesOf({ i, j, type });
        if (source[1] > n || translation[1] > m) continue;
        const cell = (band.first[i] ?? 0) + j - (band.low[i] ?? 0);
        scores[cell * types + type] = score({ i, j, type });
      }
  const evidence = { band, nextAlone, priors: usualPriors({ alone: 3, priorWeight: 1 }) } as Evidence;
  const scoreOf = ({ i, j, type }: Step) =>
    scores[((band.first[i] ?? 0) + j - (band.low[i] ?? 0)) * types + type] ?? -Infinity;
  return { evidence, scores, scoreOf };
}

/** Every path there is. */
function* paths(n: number, m: number, i = 0, j = 0): Generator<Step[]> {
  if (i === n && j === m) yield [];
  for (let type = 0; type < types; type++) {
    const { source, translation } = rangesOf({ i, j, type });
    if (source[1] > n || translation[1] > m) continue;
    for (const rest of paths(n, m, source[1], translation[1])) yield [{ i, j, type }, ...rest];
  }
}

function total(path: readonly Step[], { evidence, scoreOf }: ReturnType<typeof field>): number {
  return path.reduce((sum, step, at) => {
    const before = path[at - 1];
    const isNext = isAlone(step.type) && before !== undefined && isAlone(before.type);
    return sum + scoreOf(step) + (isNext ? nextAlone - (evidence.priors[step.type] ?? 0) : 0);
  }, 0);
}

const fields = fc.tuple(
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 0, max: 4 }),
  fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 40, maxLength: 40 }),
);
const make = ([n, m, values]: readonly [number, number, readonly number[]]) => ({
  n,
  m,
  made: field(n, m, ({ i, j, type }) => values[(i * 7 + j * 13 + type * 3) % values.length] ?? 0),
});

it("the best path is the best of all", () =>
  fc.assert(
    fc.property(fields.map(make), ({ n, m, made }) => {
      const best = Math.max(...[...paths(n, m)].map((path) => total(path, made)));
      expect(total(bestPath(made.evidence, made.scores), made)).toBeCloseTo(best, 4);
    }),
    { numRuns: 60 },
  ));

it("the probability of a bead is its share in the sum over all paths", () =>
  fc.assert(
    fc.property(fields.map(make), ({ n, m, made }) => {
      const path = bestPath(made.evidence, made.scores);
      const { beads, cut } = posteriors(made.evidence, made.scores, path, 1);
      const weighed = [...paths(n, m)].map((each) => ({ path: each, weight: Math.exp(total(each, made)) }));
      const sum = weighed.reduce((all, { weight }) => all + weight, 0);
      const share = (holds: (path: readonly Step[]) => boolean) =>
        weighed.reduce((all, { path: each, weight }) => all + (holds(each) ? weight : 0), 0) / sum;
      for (const [at, step] of path.entries()) {
        const { i, j, type } = step;
        const expected = share((each) => each.some((one) => one.i === i && one.j === j && one.type === type));
        expect(beads[at]).toBeCloseTo(expected, 4);
        expect(cut(i, j)).toBeCloseTo(
          share((each) => each.some((one) => one.i === i && one.j === j)),
          4,
        );
      }
    }),
    { numRuns: 40 },
  ));

it("a band holds both ends, never falls, and leads from row to row", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))),
      (n, m, pairs) => {
        const chain: { i: number; j: number }[] = [];
        for (const [i, j] of pairs.sort((a, b) => a[0] - b[0])) {
          const last = chain.at(-1);
          if (i < n && j < m && (!last || (i > last.i && j > last.j))) chain.push({ i, j });
        }
        const { low, high } = bandAround(chain, n, m, 2);
        expect([low[0], high[n]]).toEqual([0, m]);
        for (let i = 1; i <= n; i++) {
          expect(low[i]).toBeGreaterThanOrEqual(low[i - 1] ?? 0);
          expect(high[i]).toBeGreaterThanOrEqual(high[i - 1] ?? 0);
          expect(low[i]).toBeLessThanOrEqual(high[i - 1] ?? 0);
        }
        for (const { i, j } of chain) expect(j >= (low[i] ?? 0) && j <= (high[i] ?? 0)).toBe(true);
      },
    ),
  ));

it("a band leads from row to row where a line has a hundred thousand beside it", () => {
  const { low, high } = bandAround([], 3, 600_000, 2);
  for (let i = 1; i <= 3; i++) expect(low[i]).toBeLessThanOrEqual(high[i - 1] ?? 0);
  expect([low[0], high[3]]).toEqual([0, 600_000]);
});
