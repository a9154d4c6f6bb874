import type { Lengths } from "../score/lengths";
import type { LexicalScores } from "../score/lexical";
import type { StructureScores } from "../score/structure";
import type { Band } from "./band";
import { beadTypes, isAlone, mostLines } from "./bead-types";
import type { Step } from "./path";

/** Everything a bead is scored by, in nats. */
export type Evidence = {
  readonly band: Band;
  readonly words: LexicalScores;
  readonly structure: StructureScores;
  /** How much words count, and the source's beside the translation's. */
  readonly weights: { readonly weight: number; readonly backward: number; readonly unmatched: number };
  /** Log probability of each shape of `beadTypes`. */
  readonly priors: Float64Array;
  /** Log probability of a bead that leaves a line alone next to another such bead. */
  readonly nextAlone: number;
  readonly lengths: Lengths;
  /** Score of two lengths side by side. */
  readonly lengthScore: (source: number, translation: number) => number;
  /** What the places before each line say that lie within a bead, summed. */
  readonly inner: { readonly source: Float64Array; readonly translation: Float64Array };
};

/** What spoke for a bead, in nats; its score is their sum. */
export type Parts = {
  readonly shape: number;
  readonly words: number;
  readonly lengths: number;
  readonly marks: number;
  readonly inner: number;
};

const types = beadTypes.length;
const none = -Infinity;

/** The score of each bead that can begin at each cell: `scores[cell * types + type]`; minus infinity for none. */
export function scoreBeads(evidence: Evidence): Float32Array {
  const { band, priors } = evidence;
  const n = band.low.length - 1;
  const scores = new Float32Array((band.first[n + 1] ?? 0) * types).fill(none);
  for (let i = 0; i <= n; i++) {
    const low = band.low[i] ?? 0;
    for (let j = low; j <= (band.high[i] ?? 0); j++) {
      const cell = (band.first[i] ?? 0) + j - low;
      for (let type = 0; type < types; type++) {
        const [a = 0, b = 0] = beadTypes[type] ?? [];
        const [toI, toJ] = [i + a, j + b];
        if (toI > n || toJ < (band.low[toI] ?? 0) || toJ > (band.high[toI] ?? -1)) continue;
        let score = priors[type] ?? none;
        if (!isAlone(type))
          score +=
            wordsIn(evidence, i, j, a, b) +
            lengthsOf(evidence, i, j, a, b) +
            marksOf(evidence, i, j, a, b) +
            innerOf(evidence, i, j, a, b);
        scores[cell * types + type] = score;
      }
    }
  }
  return scores;
}

/** Takes the score of a bead apart. */
export function partsOf(evidence: Evidence, { i, j, type }: Step): Parts {
  const [a = 0, b = 0] = beadTypes[type] ?? [];
  const shape = evidence.priors[type] ?? none;
  if (isAlone(type)) return { shape, words: 0, lengths: 0, marks: 0, inner: 0 };
  return {
    shape,
    words: wordsIn(evidence, i, j, a, b),
    lengths: lengthsOf(evidence, i, j, a, b),
    marks: marksOf(evidence, i, j, a, b),
    inner: innerOf(evidence, i, j, a, b),
  };
}

function wordsIn({ words, weights }: Evidence, i: number, j: number, a: number, b: number): number {
  const { first, low, forward, backward, sourceTokens, translationTokens } = words;
  let [translated, source] = [0, 0];
  const row = (first[i] ?? 0) - (low[i] ?? 0);
  for (let k = 0; k < b; k++) translated += forward[(row + j + k) * mostLines + a - 1] ?? 0;
  for (let k = 0; k < a; k++) {
    const other = (first[i + k] ?? 0) - (low[i + k] ?? 0);
    source += backward[(other + j) * mostLines + b - 1] ?? 0;
  }
  const tokens =
    (translationTokens[j + b] ?? 0) - (translationTokens[j] ?? 0) + (sourceTokens[i + a] ?? 0) - (sourceTokens[i] ?? 0);
  return weights.weight * (translated + weights.backward * source) - weights.unmatched * tokens;
}

function lengthsOf({ lengths, lengthScore }: Evidence, i: number, j: number, a: number, b: number): number {
  return lengthScore(
    (lengths.source[i + a] ?? 0) - (lengths.source[i] ?? 0),
    (lengths.translation[j + b] ?? 0) - (lengths.translation[j] ?? 0),
  );
}

function marksOf({ band, structure }: Evidence, i: number, j: number, a: number, b: number): number {
  const from = (band.first[i] ?? 0) + j - (band.low[i] ?? 0);
  const to = (band.first[i + a] ?? 0) + j + b - (band.low[i + a] ?? 0);
  return (structure.start[from] ?? 0) + (structure.end[to] ?? 0);
}

function innerOf({ inner: { source, translation } }: Evidence, i: number, j: number, a: number, b: number): number {
  return (source[i + a - 1] ?? 0) - (source[i] ?? 0) + (translation[j + b - 1] ?? 0) - (translation[j] ?? 0);
}
