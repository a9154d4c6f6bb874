import { joined } from "@/lib/check/facts/english-number-words";
import { type Token } from "@/lib/check/facts/english-tokens";
import { isWord, unitAt } from "@/lib/check/facts/english-units";
import { type Mention, type Unit, type Value, exactly, kindOf } from "@/lib/check/facts/fact";
import { englishUnits, ratio } from "@/lib/check/facts/units";

/** Words for a multiple, by their stems: double, doubled, doubling, twofold. */
const multiples: readonly (readonly [RegExp, number])[] = [
  [/^(?:doubl(?:e[ds]?|ing)|twice|twofold)$/, 2],
  [/^(?:(?:tripl|trebl)(?:e[ds]?|ing)|threefold|thrice)$/, 3],
  [/^(?:quadrupl(?:e[ds]?|ing)|fourfold)$/, 4],
  [/^(?:quintupl(?:e[ds]?|ing)|fivefold)$/, 5],
  [/^(?:sextupl(?:e[ds]?|ing)|sixfold)$/, 6],
  [/^(?:septupl(?:e[ds]?|ing)|sevenfold)$/, 7],
  [/^(?:octupl(?:e[ds]?|ing)|eightfold)$/, 8],
  [/^ninefold$/, 9],
  [/^tenfold$/, 10],
];
const pairs = /^(?:both|pair|pairs|couple|twins?|either|neither|twosome)$/;
/** What a part of a whole is called, and into how many the whole is divided. */
export const parts: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["third", 3],
  ["thirds", 3],
  ["quarter", 4],
  ["quarters", 4],
  ["fourth", 4],
  ["fourths", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["sixth", 6],
  ["sixths", 6],
  ["seventh", 7],
  ["sevenths", 7],
  ["eighth", 8],
  ["eighths", 8],
  ["ninth", 9],
  ["ninths", 9],
  ["tenth", 10],
  ["tenths", 10],
  ["hundredth", 100],
  ["hundredths", 100],
]);
const romans: ReadonlyMap<string, number> = new Map([
  ["II", 2],
  ["III", 3],
  ["IV", 4],
  ["VI", 6],
  ["VII", 7],
  ["VIII", 8],
  ["IX", 9],
  ["XI", 11],
  ["XII", 12],
  ["XIII", 13],
  ["XIV", 14],
  ["XV", 15],
  ["XVI", 16],
  ["XVIII", 18],
  ["XIX", 19],
  ["XX", 20],
  ["XXI", 21],
  ["V", 5],
  ["X", 10],
]);

/** Words that say a quantity by the way: evidence for the other side, never missed themselves. */
export function readByTheWay(
  tokens: readonly Token[],
  at: number,
  folded: string,
): { next: number; mentions: Mention[] } | null {
  const token = tokens[at];
  if (!token || token.kind !== "word") return null;
  const weak = (values: Value[], unit?: Unit, next = at + 1): { next: number; mentions: Mention[] } => ({
    next,
    mentions: [
      {
        kind: kindOf(unit),
        start: token.start,
        end: tokens[next - 1]?.end ?? token.end,
        values,
        unit,
        firm: false,
        digits: false,
        hedged: true,
      },
    ],
  });
  const many = multiples.find(([form]) => form.test(token.text))?.[1];
  if (many) return weak([exactly(many), exactly(many - 1)]);
  if (pairs.test(token.text)) return weak([exactly(2)]);
  if (/^(?:halv(?:e|ed|es|ing)|half|halves|halfway)$/.test(token.text)) {
    const joint = joined(tokens, at + 1);
    const unit = unitAt(tokens, isWord(tokens[joint], "a", "an") ? joined(tokens, joint + 1) : joint);
    if (unit && /^(?:span|ratio)$/.test(unit.unit.family))
      return weak([{ low: 0.5, high: 0.5, grain: 0.1 }], unit.unit, unit.next);
    return weak([{ low: 0.5, high: 0.5, grain: 0.01 }, exactly(1.5, 0.1)], ratio);
  }
  const fraction = parts.get(token.text);
  // A quarter of a year.
  const isOfUnit = fraction && isWord(tokens[at + 1], "of") && isWord(tokens[at + 2], "a", "an");
  const ofUnit = isOfUnit ? unitAt(tokens, at + 3) : null;
  if (fraction && ofUnit) return weak([exactly(1 / fraction, 0.01)], ofUnit.unit, ofUnit.next);
  if (fraction && fraction > 2)
    return weak([{ low: 1 / fraction, high: 1 / fraction, grain: 0.01 }, exactly(fraction), exactly(15)]);
  if (isWord(token, "christmas")) return weak([12, 25, 24].map((number) => exactly(number)));
  if (isWord(token, "new") && isWord(tokens[at + 1], "year's", "year") && isWord(tokens[at + 2], "eve", "day")) {
    return weak(
      (isWord(tokens[at + 2], "eve") ? [12, 31] : [1]).map((number) => exactly(number)),
      undefined,
      at + 3,
    );
  }
  if (isWord(token, "millennium", "millennia")) return weak([exactly(1000), exactly(3)], undefined);
  if (token.text === "fortnight") return weak([exactly(2)], englishUnits.get("week"));
  // “By the end of the decade” says a year without saying which.
  if (
    isWord(token, "decade") &&
    /(?:this|the|current) $/i.test(folded.slice(Math.max(0, token.start - 8), token.start))
  ) {
    return weak([2000, 2010, 2020, 2030, 2040, 2050, 10].map((year) => exactly(year)));
  }
  if (isWord(token, "decade", "decades", "century", "centuries", "score"))
    return weak([exactly(token.text.startsWith("d") ? 10 : 100), exactly(1)]);
  // A year, an hour and a half.
  if (isWord(token, "a", "an")) {
    const unit = unitAt(tokens, at + 1);
    if (!unit || unit.unit.family === "currency" || isWord(tokens[at + 1], "quarter")) return null;
    const half = ["and", "a", "half"].every((word, index) => isWord(tokens[unit.next + index], word));
    return weak([exactly(half ? 1.5 : 1, 0.1)], unit.unit, half ? unit.next + 3 : unit.next);
  }
  const roman = romans.get(folded.slice(token.start, token.end));
  if (roman) return weak([exactly(roman)]);
  return null;
}
