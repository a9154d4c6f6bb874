import { type FactDifference, type Mention } from "@/lib/check/facts/fact";
import { findChineseFacts } from "@/lib/check/facts/find-chinese-facts";
import { findEnglishFacts } from "@/lib/check/facts/find-english-facts";
import { foldChinese, foldEnglish } from "@/lib/check/facts/fold-text";
import { namesOnlyInChinese, namesOnlyInEnglish } from "@/lib/check/facts/latin-names";
import { mergeCompounds } from "@/lib/check/facts/merge-compounds";
import { oneExchanged } from "@/lib/check/facts/one-exchanged";
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
  const inChinese = mergeCompounds(findChineseFacts(foldedChinese), foldedChinese);
  const inEnglish = mergeCompounds(findEnglishFacts(foldedEnglish), foldedEnglish);
  const left = unmatched(inChinese, inEnglish, foldedChinese, foldedEnglish);
  const right = unmatched(inEnglish, inChinese, foldedEnglish, foldedChinese);
  const clash = contradictions(left, right);
  if (!left.some(({ firm }) => firm) && !right.some(({ firm }) => firm)) {
    const exchanged = oneExchanged(inChinese, inEnglish);
    if (exchanged) {
      left.push(exchanged[0]);
      right.push(exchanged[1]);
    }
  }
  const candidates = (mentions: readonly Mention[]) =>
    mentions.map((mention) => ({ ...mention, reported: mention.firm || clash.has(mention) }));
  const sure = <T extends object>(names: readonly T[]) => names.map((name) => ({ ...name, reported: true }));
  return pairUp(
    [...candidates(left), ...sure(namesOnlyInChinese(foldedChinese, foldedEnglish))],
    [...candidates(right), ...sure(namesOnlyInEnglish(foldedChinese, foldedEnglish))],
    chinese,
    english,
  );
}
