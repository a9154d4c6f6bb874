import type { LexiconData } from "./compile";
import { hashWord } from "./hash";
import { type HashTable, lookUp } from "./hash-table";

/** A compiled dictionary, ready for use: what an English or a Chinese word is numbered, and which mean the same. */
export type Lexicon = Omit<LexiconData, "pinyin"> & {
  /** Readings of a character without tones: `chen`, `lü` as `lv`. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
};

export function openLexicon({ pinyin, ...data }: LexiconData): Lexicon {
  const readings = new Map(
    pinyin.split("\n").map((line): [string, string[]] => {
      const [character = "", ...syllables] = line.split(" ");
      return [character, syllables];
    }),
  );
  return { ...data, readings };
}

/** The number of a word in a table; -1 for none. */
export function numberOf(table: HashTable, word: string): number {
  return lookUp(table, ...hashWord(word));
}
