import { type Token } from "@/lib/check/facts/english-tokens";
import { type Value } from "@/lib/check/facts/fact";

/** A number read from English tokens. */
export type EnglishNumeral = {
  /** Index of the token after it. */
  readonly next: number;
  readonly values: readonly Value[];
  readonly digits: boolean;
  /** What its last million, thousand … multiplies by, or 1: in “3 to 5 million” the three inherits it. */
  readonly scale: number;
  /** dozens, several hundred, twenties: no single number is meant. */
  readonly vague: boolean;
  /** A round number with an article, or a dozen: weak evidence. */
  readonly rhetorical: boolean;
  readonly ordinal: boolean;
};

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
export const onesOf: ReadonlyMap<string, number> = new Map(
  ones.split(" ").map((word, value): [string, number] => [word, value]),
);
export const tensOf: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index): [string, number] => [word, (index + 2) * 10])
    .concat([
      ["threescore", 60],
      ["fourscore", 80],
    ]),
);
const ordinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
export const ordinalOf: ReadonlyMap<string, number> = new Map([
  ...ordinals.split(" ").map((word, value): [string, number] => [word, value]),
  ...[...tensOf].map(([word, value]): [string, number] => [word.replace(/y$/, "ieth"), value]),
  ["hundredth", 100],
  ["thousandth", 1000],
  ["millionth", 1e6],
]);
export const scaleOf: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["mln", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
  ["dozen", 12],
  ["score", 20],
]);
/** Letters right after digits: 5k, $3m, 2bn. */
export const suffixOf: ReadonlyMap<string, number> = new Map([
  ["k", 1000],
  ["m", 1e6],
  ["mn", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["t", 1e12],
  ["tn", 1e12],
]);
/** How many a plural means: dozens, hundreds. The upper end is where the next word begins. */
export const pluralOf: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["dozens", [20, 199]],
  ["scores", [20, 199]],
  ["tens", [10, 99]],
  ["hundreds", [100, 1999]],
  ["thousands", [1000, 19999]],
  ["millions", [1e6, 99e6]],
  ["billions", [1e9, 99e9]],
  ["trillions", [1e12, 99e12]],
  ["teens", [13, 19]],
  ...[...tensOf]
    .filter(([word]) => word.endsWith("y"))
    .map(([word, value]): [string, [number, number]] => [word.replace(/y$/, "ies"), [value, value + 9]]),
]);

export const exact = (value: number, grain = 1): Value => ({ low: value, high: value, grain });
export const by = ({ low, high, grain }: Value, factor: number): Value => ({
  low: low * factor,
  high: high * factor,
  grain: grain * factor,
});

/** Joined to what stands before it by a hyphen or by white space alone; returns the index of the word itself. */
export function joined(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token?.text === "-" && !token.spaced && tokens[at + 1]?.spaced === false ? at + 1 : at;
}

/** Reads what multiplies a number: “hundred thousand”, “million”. */
export function readScales(
  tokens: readonly Token[],
  from: number,
  value: Value,
): { next: number; value: Value; scale: number } {
  let [next, scale] = [from, 1];
  for (;;) {
    const at = joined(tokens, next);
    const unit = scaleOf.get(tokens[at]?.text ?? "");
    if (!unit || (unit === 20 && scale === 1 && value.low > 9)) break;
    value = by(value, unit);
    scale *= unit;
    next = at + 1;
  }
  return { next, value, scale };
}
