import { isHan } from "@/lib/text/is-han";
import type { Problem } from "@/lib/problem/problem";
import { type Check, type CheckedPair, type CheckedSide, pairsOf } from "./context";
import { found, quote } from "./found";
import { sentencesOf, wordsOnly } from "./sentences";

/** So many characters make a sentence that nobody writes twice for effect. */
const shortest = { han: 8, other: 24 };
/** A repetition that the other language has as well is meant; there a few characters are enough to see it. */
const few = { han: 2, other: 4 };

/** Words that stand twice in a row in one language and not in the other: a sentence, several, or a whole passage. */
export const checkRepeated: Check = (context) => {
  const pairs = pairsOf(context);
  return pairs.flatMap((pair, index) => within(pair) ?? across(pair, pairs[index - 1]) ?? []);
};

function within({ id, source, translation }: CheckedPair): Problem[] | null {
  for (const [side, other] of [
    [source, translation],
    [translation, source],
  ] as const) {
    const words = repeatedIn(side, shortest);
    if (words !== null && repeatedIn(other, few) === null) return [report(id, side, words, "twice in a row here")];
  }
  return null;
}

/** The whole passage again, or its first sentence as the last of the one above. */
function across({ id, source, translation }: CheckedPair, above: CheckedPair | undefined): Problem[] | null {
  if (!above) return null;
  const where = `at the end of passage ${above.id} and at the beginning of this one`;
  for (const [name, other] of [
    ["source", "translation"],
    ["translation", "source"],
  ] as const) {
    const side = name === "source" ? source : translation;
    const words = joint(above[name], side, shortest);
    const isMeant = joint(above[other], other === "source" ? source : translation, few) !== null;
    if (words !== null && !isMeant) return [report(id, side, words, where)];
  }
  return null;
}

function report(id: CheckedPair["id"], side: CheckedSide, words: string, where: string): Problem {
  const other = side.side === "source" ? "translation" : "source";
  const what = `${quote(words)} stands ${where}, and but once in the ${other}.`;
  return found("sentence-repeated", id, side, { what, fix: "Delete the repetition.", words });
}

/** The first sentence of a run that is followed by the same run again. */
function repeatedIn({ text, language }: CheckedSide, least: typeof few): string | null {
  const sentences = sentencesOf(text, language);
  const words = sentences.map(wordsOnly);
  for (let at = 0; at < words.length; at++) {
    for (let length = 1; at + 2 * length <= words.length && length <= 12; length++) {
      const run = words.slice(at, at + length);
      const isAgain = run.every((sentence, index) => sentence === words[at + length + index]);
      if (isAgain && isLong(run.join(""), language, least)) return sentences[at] ?? null;
    }
  }
  return null;
}

function joint(above: CheckedSide, below: CheckedSide, least: typeof few): string | null {
  const first = sentencesOf(below.text, below.language)[0];
  const last = sentencesOf(above.text, above.language).at(-1);
  if (first === undefined || last === undefined || !isLong(wordsOnly(first), below.language, least)) return null;
  const isAgain = wordsOnly(first) === wordsOnly(last) || wordsOnly(above.text) === wordsOnly(below.text);
  return isAgain ? first : null;
}

function isLong(words: string, language: string, least: typeof few): boolean {
  return words.length >= (isHan(language) ? least.han : least.other);
}
