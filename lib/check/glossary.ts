import type { Problem } from "@/lib/problem/problem";
import type { Term } from "@/lib/work/glossary";
import { type Check, chineseAndEnglish, type CheckedPair, type CheckedSide, pairsOf } from "./context";
import { found } from "./found";
import { distance, isSpelling } from "./spelling";
import {
  englishForms,
  englishWords,
  type EnglishText,
  hasForm,
  isName,
  plainChinese,
  readEnglish,
  termsIn,
} from "./terms";

/**
 * Terms of the glossary that the source has and the translation renders otherwise. The reverse is no fault by itself: a
 * translation says a name where the source says “he”. It is told where it explains: another term stands in its place.
 */
export const checkGlossary: Check = (context) => {
  // A single character is a part of a hundred words.
  const terms = context.glossary.filter(({ zh }) => [...plainChinese(zh)].length > 1);
  if (terms.length === 0) return [];
  return pairsOf(context).flatMap((pair) => check(pair, terms));
};

function check(pair: CheckedPair, terms: readonly Term[]): Problem[] {
  const both = chineseAndEnglish(pair);
  if (!both) return [];
  const { chinese, english } = both;
  const read = readEnglish(english.text);
  const isFromChinese = pair.source === chinese;
  const inChinese = termsIn(chinese.text, terms);
  const present = isFromChinese ? inChinese : terms.filter((term) => englishForms(term).some((form) => hasForm(read, form, true))); // prettier-ignore
  const isRendered = (term: Term) => (isFromChinese ? inEnglish(term, read, terms) : inChineseSomehow(term, chinese));
  const missing = present.filter((term) => !isRendered(term));
  const misspelt = isFromChinese ? misspeltNames(pair, present.filter(isRendered), read, terms) : [];
  if (missing.length === 0) return misspelt;
  const rivals = terms.filter((term) => !present.includes(term) && isForeign(term, { read, inChinese, isFromChinese }));
  const otherwise = missing.flatMap((term): Problem[] => {
    const rival = rivals.find((other) => isLike(other, term));
    const misspelt = isFromChinese ? near(term, read) : null;
    // A pronoun may stand for a name, so long as nothing stands in the name's place.
    if (!rival && !misspelt && isNameOf(term) && hasPronoun(pair.translation)) return [];
    return [report(pair, term, { isFromChinese, rival, misspelt })];
  });
  return [...otherwise, ...misspelt];
}

/** Names that stand there as the glossary has them, and once more a letter away from it. */
function misspeltNames(
  { id, translation }: CheckedPair,
  present: readonly Term[],
  { words }: EnglishText,
  terms: readonly Term[],
): Problem[] {
  // prettier-ignore
  const known = new Set(terms.flatMap(englishForms).flatMap(englishWords));
  const names = new Set(present.filter(isNameOf).flatMap(englishForms).flatMap(englishWords).filter((word) => word.length >= 6)); // prettier-ignore
  const strange = new Set(words.filter((word) => /^\p{Lu}/u.test(word) && !known.has(word)));
  return [...strange].flatMap((word): Problem[] => {
    const name = [...names].find((one) => one[0] === word[0] && isSpelling(one, word));
    if (name === undefined) return [];
    const what = `${word} stands here beside ${name}, which the glossary has.`;
    const fix = "Write the glossary's spelling, or add the other name to the glossary.";
    return [found("term-missing", id, translation, { what, fix, words: word })];
  });
}

type Instead = { isFromChinese: boolean; rival: Term | undefined; misspelt: string | null };

function report({ id, translation }: CheckedPair, term: Term, { isFromChinese, rival, misspelt }: Instead): Problem {
  const [from, to] = isFromChinese ? [term.zh, term.en] : [term.en, term.zh];
  const other = rival && (isFromChinese ? `${rival.en}, which the glossary gives for ${rival.zh}` : `${rival.zh}, which the glossary gives for ${rival.en}`); // prettier-ignore
  const instead = misspelt ? `; it has ${misspelt}` : other ? `; it has ${other}` : "";
  const what = `The source has ${from}, which the glossary renders as ${to}; the translation has not${instead}.`;
  const fix = `Use the glossary's word, or add this rendering to the term as \`also\` in the work's glossary.yaml.`;
  return found("term-missing", id, translation, { what, fix, words: misspelt ?? "" });
}

/** Every entry of the same Chinese counts, since a word may have two renderings. */
function inEnglish(term: Term, read: EnglishText, terms: readonly Term[]): boolean {
  const same = terms.filter(({ zh }) => plainChinese(zh) === plainChinese(term.zh));
  return same.flatMap(englishForms).some((form) => hasForm(read, form));
}

/** Of a long name a half will do: 阿尔特曼 for 萨姆·阿尔特曼, 软银 for 软银集团. */
function inChineseSomehow({ zh }: Term, { text }: CheckedSide): boolean {
  const [whole, plain] = [plainChinese(text), plainChinese(zh)];
  const halves = plain.length >= 4 ? [plain.slice(0, Math.ceil(plain.length / 2)), plain.slice(Math.floor(plain.length / 2))] : []; // prettier-ignore
  return [plain, ...plain.split("·"), ...halves].some((part) => part.length > 1 && whole.includes(part));
}

/** Whether the translation has a term that the source does not. */
function isForeign(
  term: Term,
  { read, inChinese, isFromChinese }: { read: EnglishText; inChinese: readonly Term[]; isFromChinese: boolean },
): boolean {
  // prettier-ignore
  return isFromChinese ? englishForms(term).some((form) => hasForm(read, form, true)) : inChinese.includes(term);
}

/** A name stands in for a name, a term for a term with which it shares a word. */
function isLike(other: Term, term: Term): boolean {
  if (isNameOf(other) !== isNameOf(term)) return false;
  if (isNameOf(term)) return !plainChinese(term.zh).includes(plainChinese(other.zh)) && !plainChinese(other.zh).includes(plainChinese(term.zh)); // prettier-ignore
  return [...plainChinese(other.zh)].some((character) => plainChinese(term.zh).includes(character));
}

function isNameOf(term: Term): boolean {
  return englishForms(term).every(isName);
}

function hasPronoun({ text, language }: CheckedSide): boolean {
  return language === "en"
    ? /\b(?:he|him|his|she|her|hers|it|its|they|them|their|both|the (?:company|firm|two|man|woman|CEO|former|latter|group|newspaper|paper))\b/i.test(
        text,
      )
    : /[他她它其该此]|两者|二者|双方|前者|后者|公司/u.test(text);
}

/** A word of the text that is the term but for a letter or two. */
function near(term: Term, { words }: EnglishText): string | null {
  const names = englishForms(term).flatMap((form) => form.split(/\s+/).filter((part) => part.length >= 5));
  return words.find((word) => word.length >= 4 && names.some((name) => /^\p{Lu}/u.test(word) && distance(word, name) <= (name.length >= 8 ? 2 : 1))) ?? null; // prettier-ignore
}
