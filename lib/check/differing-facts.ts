import type { ProblemCode } from "@/lib/problem/problem";
import { type Check, chineseAndEnglish, pairsOf } from "./context";
import { found, quote } from "./found";

/** Something that one side says and the other does not: `lib/check/facts` finds them. */
export type FactDifference = {
  readonly kind: "number" | "date" | "time" | "currency" | "percentage" | "unit" | "name";
  readonly side: "chinese" | "english";
  /** As it is written; `start` and `end` are UTF-16 units of that side's text. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** What the other side has in its place. */
  readonly likely?: string;
};

/** Makes a check of a comparison of facts: one warning for each that differs. */
export function checkFacts(compare: (chinese: string, english: string) => readonly FactDifference[]): Check {
  return (context) =>
    pairsOf(context).flatMap((pair) => {
      const both = chineseAndEnglish(pair);
      if (!both) return [];
      return compare(both.chinese.text, both.english.text).map(({ kind, side: language, written, likely }) => {
        const [side, other] = language === "chinese" ? [both.chinese, both.english] : [both.english, both.chinese];
        const instead = likely === undefined ? "" : `; it may be ${quote(likely)} there`;
        const what = `${quote(written)} stands in the ${side.side}, and nothing that means it in the ${other.side}${instead}.`;
        const code: ProblemCode = `${kind}-differs`;
        const fix = `Say the same in both; if it is right as it is, accept it in work.yaml (docs/content-format.md).`;
        return found(code, pair.id, likely !== undefined && side.side === "source" ? other : side, {
          what,
          fix,
          words: likely !== undefined && side.side === "source" ? likely : written,
        });
      });
    });
}
