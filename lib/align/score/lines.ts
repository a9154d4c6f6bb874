import { stemEnglish } from "../lexicon/english-words";
import type { Lexicon } from "../lexicon/lexicon";
import { chineseTokens } from "../tokens/chinese";
import { type EnglishTokens, englishTokens } from "../tokens/english";
import { findNames, type NameTree, nameTree } from "../tokens/pinyin-names";
import { Vocabulary } from "../tokens/vocabulary";
import { Best, type Lists, ListWriter, type WeightedLists } from "./lists";

/** Two texts as numbers: what the lexical score is computed from. */
export type Lines = {
  /** English words by number, line by line. */
  readonly english: Lists;
  /** For each Chinese line the English words that something in it may mean. */
  readonly meanings: WeightedLists;
  /** Chinese tokens by type, line by line. */
  readonly chinese: Lists;
  /** For each type of Chinese token the English words that it may mean. */
  readonly glosses: WeightedLists;
  /** How often each English word stands in the text; by number. */
  readonly englishCount: Int32Array;
  /** How often each Chinese token stands in the text; by type. */
  readonly chineseCount: Int32Array;
};

type Side = { readonly texts: readonly string[]; readonly kinds: readonly string[] | null };

/** How much a word of several characters counts beside a single one, which has more meanings. */
const wordWeight = 1.5;
/** How much a name counts whose syllables the characters may be read as, by the number of its characters. */
const nameWeight = [0, 0.35, 0.9, 1];

/** Turns the lines of both texts into numbers. Of the dictionary only what the English text uses is kept. */
export function readLines(chinese: Side, english: Side, lexicon: Lexicon): Lines {
  const vocabulary = new Vocabulary(lexicon);
  const tokens = english.texts.map(englishTokens);
  const englishWriter = new ListWriter();
  for (const [line, { words }] of tokens.entries()) {
    for (const word of words) englishWriter.push(vocabulary.number(word));
    const kind = kindOf(english, line);
    if (kind) englishWriter.push(vocabulary.number(kind));
    englishWriter.endLine();
  }
  const englishLists = englishWriter.lists();
  const size = vocabulary.size;
  const englishCount = countItems(englishLists, size);
  /** The number of a word that the English text uses, else -1. */
  const inEnglish = (word: string) => {
    const id = vocabulary.find(word);
    return id < size && (englishCount[id] ?? 0) > 0 ? id : -1;
  };

  const names = namesIn(english.texts, tokens, lexicon);
  const types = new Types(lexicon, englishCount);
  const [meanings, chineseWriter, best] = [new ListWriter(), new ListWriter(), new Best(size)];
  for (const [at, line] of chinese.texts.entries()) {
    const { headwords, cut, foreign } = chineseTokens(line, lexicon);
    for (const { number, start, end } of headwords)
      eachGloss(number, lexicon, englishCount, (id, weight) =>
        best.add(id, end - start > 1 ? wordWeight * weight : weight),
      );
    for (const token of cut) chineseWriter.push(types.ofToken(token));
    const kind = kindOf(chinese, at);
    for (const word of kind ? [...foreign, kind] : foreign) {
      const id = inEnglish(word);
      if (id < 0) continue;
      best.add(id, 1);
      chineseWriter.push(types.ofWord(word, id));
    }
    findNames(line, names, lexicon.readings, (name, start, end) => {
      const id = inEnglish(stemEnglish(name));
      if (id < 0) return;
      best.add(id, nameWeight[Math.min(3, end - start)] ?? 0);
      if (end - start > 1) chineseWriter.push(types.ofWord(name, id));
    });
    best.writeTo(meanings);
    chineseWriter.endLine();
  }
  const chineseLists = chineseWriter.lists();
  const glosses = types.glosses();
  return {
    english: englishLists,
    meanings: meanings.lists(),
    chinese: chineseLists,
    glosses,
    englishCount,
    chineseCount: countItems(chineseLists, glosses.first.length - 1),
  };
}

/** A line of a heading or a list is marked as by a word that both languages have. */
function kindOf({ kinds }: Side, line: number): string | null {
  const kind = kinds?.[line] ?? "paragraph";
  return kind === "paragraph" ? null : `<${kind}>`;
}

/** Capitalised words that stand nowhere in small letters and read as pinyin. */
function namesIn(texts: readonly string[], tokens: readonly EnglishTokens[], lexicon: Lexicon): NameTree {
  const common = new Set(texts.flatMap((line) => line.match(/(?<![A-Za-z])[a-z]+/g) ?? []));
  const names = new Set(tokens.flatMap((line) => line.names.filter((name) => !common.has(name))));
  return nameTree(names, new Set([...lexicon.readings.values()].flat()));
}

/** Types of Chinese tokens, numbered as they come. */
class Types {
  readonly #known = new Map<number | string, number>();
  readonly #glosses = new ListWriter();

  constructor(
    readonly lexicon: Lexicon,
    readonly inText: Int32Array,
  ) {}

  /** @param token - a headword's number, or a character that is none */
  ofToken(token: number | string): number {
    return this.#type(token, () => {
      if (typeof token === "number")
        eachGloss(token, this.lexicon, this.inText, (id, weight) => this.#glosses.push(id, weight));
    });
  }

  /** A token that is written in English as the word `id`. */
  ofWord(word: string, id: number): number {
    return this.#type(`=${word}`, () => this.#glosses.push(id, 1));
  }

  glosses(): WeightedLists {
    return this.#glosses.lists();
  }

  #type(key: number | string, write: () => void): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const type = this.#glosses.lines;
    this.#known.set(key, type);
    write();
    this.#glosses.endLine();
    return type;
  }
}

/** A word of a gloss of two says more than half of it. */
const shareExponent = 0.5;
const shareWeight = Float32Array.from({ length: 256 }, (_, share) => (share / 255) ** shareExponent);

function eachGloss(
  headword: number,
  { first, stem, weight }: Lexicon,
  inText: Int32Array,
  visit: (id: number, weight: number) => void,
): void {
  const end = first[headword + 1] ?? 0;
  for (let at = first[headword] ?? 0; at < end; at++) {
    const id = stem[at] ?? 0;
    if ((inText[id] ?? 0) > 0) visit(id, shareWeight[weight[at] ?? 0] ?? 0);
  }
}

function countItems({ items }: Lists, size: number): Int32Array {
  const count = new Int32Array(size);
  for (const item of items) count[item] = (count[item] ?? 0) + 1;
  return count;
}
