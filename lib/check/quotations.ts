import type { PassageId } from "@/lib/passage/passage-id";
import type { Problem } from "@/lib/problem/problem";
import { type Check, type CheckedSide, chineseAndEnglish, pairsOf } from "./context";
import { found, quote } from "./found";

/** What may mark words as another's. Dashes open speech in some houses, italics and titles stand for quotation in others. */
const anyMark = /[“”‘’"「」『』《》〈〉«»—–*_]|(?<!\p{L})'|'(?!\p{L})/u;
const chineseQuotation = /“([^“”]{6,400})”|「([^「」]{6,400})」|"([^"]{6,400})"/gu;
const englishQuotation = /“([^“”]{20,900})”|"([^"]{20,900})"/gu;

/** Where a work quotes this often in both languages alike, a single quotation on one side is an oversight. */
const habit = { passages: 4, exceptions: 0.1 };

/** A quotation in one language where the other has nothing that looks like one. Free translations are left alone. */
export const checkQuotations: Check = (context) => {
  const pairs = pairsOf(context).flatMap((pair) => {
    const both = chineseAndEnglish(pair);
    return both ? [{ id: pair.id, ...both }] : [];
  });
  return [
    ...judge(pairs.flatMap(({ id, chinese, english }) => compare(id, chinese, english, chineseQuotation) ?? [])),
    ...judge(pairs.flatMap(({ id, chinese, english }) => compare(id, english, chinese, englishQuotation) ?? [])),
  ];
};

type Compared = {
  readonly id: PassageId;
  readonly side: CheckedSide;
  readonly other: CheckedSide;
  readonly quotations: readonly string[];
  readonly isOneSided: boolean;
};

/** The quotations of a side, and whether the other has any; null where there are none, or where they do not end here. */
function compare(id: PassageId, side: CheckedSide, other: CheckedSide, pattern: RegExp): Compared | null {
  const found = [...bodyOf(side).matchAll(pattern)].map(([, ...inner]) => inner.join(""));
  const quotations = found.filter(isSpeech);
  if (quotations.length === 0 || !isWhole(side)) return null;
  return { id, side, other, quotations, isOneSided: !hasMarks(other) };
}

function judge(compared: readonly Compared[]): Problem[] {
  const oneSided = compared.filter(({ isOneSided }) => isOneSided);
  const isHabit =
    compared.length >= habit.passages && oneSided.length <= Math.max(1, habit.exceptions * compared.length);
  return oneSided.flatMap(({ id, side, other, quotations }) => {
    if (!isHabit && quotations.length < 3) return [];
    const what = `${quote(quotations[0] ?? "")} is a quotation in the ${side.side}, and nothing is quoted in the ${other.side}.`;
    return [found("quotes-differ", id, other, { what, fix: "Quote the same words in both, or in neither." })];
  });
}

function bodyOf({ segments }: CheckedSide): string {
  return segments.flatMap(({ text, isNote }) => (isNote ? [] : text)).join("\n");
}

/** A quotation that says something: it has a verb's length, and ends as a sentence or holds a clause. */
function isSpeech(words: string): boolean {
  return /[。！？!?…，,;；]/u.test(words) || /[.]$/.test(words);
}

function hasMarks(side: CheckedSide): boolean {
  const apostrophes = /(?<=\p{L})['’](?=\p{L})|(?<=s)['’](?=\s)/gu;
  return anyMark.test(bodyOf(side).replace(apostrophes, "")) || side.blocks.some(({ type }) => type === "quote") || side.parts.some(({ raw }) => /[*_]/.test(raw)); // prettier-ignore
}

/** A quotation that began above or goes on below cannot be compared here. */
function isWhole(side: CheckedSide): boolean {
  const text = bodyOf(side);
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return count(/“/g) === count(/”/g) && count(/"/g) % 2 === 0;
}
