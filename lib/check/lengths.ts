import { isHan } from "@/lib/text/is-han";
import type { Problem } from "@/lib/problem/problem";
import { type Check, type CheckedPair, type CheckedSide, pairsOf } from "./context";
import { found } from "./found";
import { sentencesOf } from "./sentences";

/** A side shorter than this says nothing about the ratio: characters of Chinese or Japanese, letters of other scripts. */
const shortest = { han: 12, other: 30 };
/** Fewer passages than this do not make a ratio of a work's own. */
const fewest = 12;
/** Letters of English for a character of Chinese, and the spread of its logarithm: bench/check prints them for clean texts. */
const usual = { median: Math.log(3.1), spread: 0.25 };
/** Even the most literal translation strays by so much. */
const leastSpread = 0.16;

/** A passage whose translation is far longer or shorter than the work's others; a part of one side that seems missing. */
export const checkLengths: Check = (context) => {
  const measured = pairsOf(context).flatMap((pair) => measure(pair) ?? []);
  const own = ratioOf(measured);
  if (!own) return [];
  return measured.flatMap((one) => judge(one, own) ?? []);
};

type Measured = {
  readonly pair: CheckedPair;
  /** Logarithm of translation's length over source's. */
  readonly ratio: number;
  /** Characters of Chinese that the shorter side amounts to; chance weighs more in a short passage. */
  readonly size: number;
  readonly sentences: { readonly source: number; readonly translation: number };
};

type Ratio = { readonly median: number; readonly spread: number; readonly sentences: number };

function measure(pair: CheckedPair): Measured | null {
  const [left, right] = [lengthOf(pair.source), lengthOf(pair.translation)];
  // One side may be almost empty; then the other must be long.
  if (Math.max(left / least(pair.source), right / least(pair.translation)) < 2 || left === 0 || right === 0)
    return null;
  const size = Math.max(left / least(pair.source), right / least(pair.translation)) * shortest.han;
  const sentences = {
    source: sentencesOf(pair.source.text, pair.source.language).length,
    translation: sentencesOf(pair.translation.text, pair.translation.language).length,
  };
  return { pair, ratio: Math.log(right / left), size, sentences };
}

function least({ language }: CheckedSide): number {
  return isHan(language) ? shortest.han : shortest.other;
}

/** Letters and digits; a Latin letter in Chinese is a fraction of a character, as it is on the page. */
function lengthOf({ text, language }: CheckedSide): number {
  const all = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (!isHan(language)) return all;
  const others = text.match(/[\p{Script=Latin}\p{N}]/gu)?.length ?? 0;
  return all - others + others / 3;
}

function ratioOf(measured: readonly Measured[]): Ratio | null {
  const [first] = measured;
  if (!first) return null;
  const sentences = median(measured.map((one) => Math.log(one.sentences.translation / one.sentences.source)));
  if (measured.length >= fewest) {
    const ratios = measured.map(({ ratio }) => ratio);
    const middle = median(ratios);
    const spread = 1.4826 * median(ratios.map((ratio) => Math.abs(ratio - middle)));
    return { median: middle, spread: Math.max(spread, leastSpread), sentences };
  }
  const { source, translation } = first.pair;
  if (isHan(source.language) === isHan(translation.language)) return null;
  const middle = isHan(source.language) ? usual.median : -usual.median;
  return { median: middle, spread: usual.spread, sentences: 0 };
}

/** Deviations from the median beyond which a length is suspicious, or a part likely missing where sentences are as well. */
const limits = { suspicious: 4.4, missing: 2.6, fewerSentences: Math.log(1.7) };

function judge({ pair, ratio, size, sentences }: Measured, own: Ratio): Problem | null {
  const spread = own.spread * Math.sqrt(1 + 30 / size);
  const deviation = (ratio - own.median) / spread;
  const fewer = Math.log(sentences.translation / sentences.source) - own.sentences;
  const side = deviation < 0 ? pair.translation : pair.source;
  const counts = { here: sentences[side.side], there: deviation < 0 ? sentences.source : sentences.translation };
  const other = deviation < 0 ? "source" : "translation";
  const times = Math.exp(Math.abs(ratio - own.median)).toFixed(1);
  const isMissing =
    Math.abs(deviation) > limits.missing &&
    (deviation < 0 ? -fewer : fewer) > limits.fewerSentences &&
    counts.there - counts.here >= 2;
  if (isMissing) {
    const what =
      `The ${side.side} has ${counts.here} ${counts.here === 1 ? "sentence" : "sentences"} where the ${other} has ${counts.there}, ` +
      `and is ${times} times shorter than this work's passages usually are: a part seems missing.`;
    const fix = "Compare the two; write what is missing, or give what belongs elsewhere its own mark.";
    return found("sentence-missing", pair.id, side, { what, fix });
  }
  if (Math.abs(deviation) <= limits.suspicious) return null;
  const what = `The ${side.side} is ${times} times shorter, beside its ${other}, than this work's passages usually are.`;
  const fix = "Compare the two; if a part is missing write it, if the other has too much take it out.";
  return found("length-suspicious", pair.id, side, { what, fix });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
