import { englishStems } from "./lexicon/english-words";
import { type Lexicon, numberOf } from "./lexicon/lexicon";
import { chineseTokens } from "./tokens/chinese";
import { englishTokens } from "./tokens/english";
import { findNames, nameTree } from "./tokens/pinyin-names";

/** A Chinese word and an English one that may mean the same, as they are written. */
export type MatchedWords = { readonly chinese: string; readonly english: string };

const word = /[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?|\d[\d,.]*/g;

/**
 * The words by which two lines can be recognised as one another's translation, the longest Chinese words first: those of
 * the dictionary, names written in pinyin, and what both write alike.
 * @param most - pairs that are wanted
 */
export function matchedWords(chinese: string, english: string, lexicon: Lexicon, most: number): MatchedWords[] {
  const written = new Map<string, string>();
  for (const each of english.match(word) ?? [])
    for (const stem of /^\d/.test(each) ? [`#${each.replace(/,/g, "").replace(/\.+$/, "")}`] : englishStems(each))
      if (!written.has(stem)) written.set(stem, each);
  const byNumber = new Map([...written.keys()].map((stem) => [numberOf(lexicon.stems, stem), stem]));
  const { headwords, foreign } = chineseTokens(chinese, lexicon);
  const found: (MatchedWords & { readonly weight: number })[] = [];
  for (const { number, start, end } of headwords) {
    for (let at = lexicon.first[number] ?? 0; at < (lexicon.first[number + 1] ?? 0); at++) {
      const stem = byNumber.get(lexicon.stem[at] ?? -1);
      if (stem === undefined) continue;
      const weight = (end - start) * (lexicon.weight[at] ?? 0);
      found.push({ chinese: chinese.slice(start, end), english: written.get(stem) ?? stem, weight });
    }
  }
  for (const token of foreign) {
    const same = written.get(token);
    if (same) found.push({ chinese: token.replace(/^#/, ""), english: same, weight: 4 * 255 });
  }
  const names = nameTree(englishTokens(english).names, new Set([...lexicon.readings.values()].flat()));
  findNames(chinese, names, lexicon.readings, (name, start, end) => {
    if (end - start > 1) found.push({ chinese: chinese.slice(start, end), english: name, weight: 4 * 255 });
  });
  const used = new Set<string>();
  return found
    .sort((a, b) => b.weight - a.weight)
    .filter(({ english: each }) => !used.has(each) && used.add(each))
    .slice(0, most)
    .map(({ chinese: one, english: other }) => ({ chinese: one, english: other }));
}
