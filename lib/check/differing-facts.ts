import type { ProblemCode } from "@/lib/problem/problem";
import { type Check, chineseAndEnglish, pairsOf } from "./context";
import { compareFacts } from "./facts/compare-facts";
import { found, quote } from "./found";

/** Numbers, dates, amounts and names that one side has and the other does not: a warning for each. */
export const checkFacts: Check = (context) =>
  pairsOf(context).flatMap((pair) => {
    const both = chineseAndEnglish(pair);
    if (!both) return [];
    return compareFacts(both.chinese.text, both.english.text).map(({ kind, side: language, written, likely }) => {
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
