import { type FactDifference, type Mention } from "@/lib/check/facts/fact";
import { findChineseFacts } from "@/lib/check/facts/find-chinese-facts";
import { findEnglishFacts } from "@/lib/check/facts/find-english-facts";
import { foldChinese, foldEnglish } from "@/lib/check/facts/fold-text";
import { namesOnlyInChinese, namesOnlyInEnglish } from "@/lib/check/facts/latin-names";
import { contradictions, pairUp } from "@/lib/check/facts/pair-differences";
import { unmatched } from "@/lib/check/facts/unmatched";

export type { FactDifference, FactKind } from "@/lib/check/facts/fact";

/**
 * Compares what the two renderings of one passage say in numbers, dates, times, amounts, percentages, units and Latin
 * names, and reports what stands on one side and has no match on the other. Pure, and linear in the length of the
 * texts. It prefers silence: small numbers in words, idioms and round figures are reported only where both sides
 * contradict each other.
 *
 * A difference whose counterpart can be guessed is reported once, on the Chinese side where it can be, with `likely`.
 * @param chinese - simplified or traditional, Markdown or plain
 * @param english - its translation, or its original
 * @returns in the order of the Chinese text, then of the English
 */
export function compareFacts(chinese: string, english: string): FactDifference[] {
  const [foldedChinese, foldedEnglish] = [foldChinese(chinese), foldEnglish(english)];
  const inChinese = findChineseFacts(foldedChinese);
  const inEnglish = findEnglishFacts(foldedEnglish);
  const left = unmatched(inChinese, inEnglish, foldedChinese, foldedEnglish);
  const right = unmatched(inEnglish, inChinese, foldedEnglish, foldedChinese);
  const reported = (mention: Mention) => mention.firm || clash.has(mention);
  const clash = contradictions(left, right);
  const names = {
    chinese: namesOnlyInChinese(foldedChinese, foldedEnglish).map((name) => ({ ...name, side: "chinese" as const })),
    english: namesOnlyInEnglish(foldedChinese, foldedEnglish).map((name) => ({ ...name, side: "english" as const })),
  };
  const differences = pairUp(
    [
      ...left.map((mention) => ({ ...mention, reported: reported(mention) })),
      ...names.chinese.map((name) => ({ ...name, reported: true })),
    ],
    [
      ...right.map((mention) => ({ ...mention, reported: reported(mention) })),
      ...names.english.map((name) => ({ ...name, reported: true })),
    ],
    chinese,
    english,
  );
  return differences;
}
