import type { Ranges } from "../search/path";
import type { Lines } from "./lines";
import { Best, type Lists, ListWriter, type WeightedLists } from "./lists";

export type LearnSettings = {
  /** Taken off each count, so that what met twice is not yet taken for true. */
  readonly discount: number;
  /** How often a pair must have met for each time that chance would have it meet. */
  readonly least: number;
  /** How much a learned meaning counts beside a dictionary's. */
  readonly trust: number;
  /** Words in a larger share of the beads than this are not learned: they meet everything. */
  readonly mostShare: number;
};

/**
 * Learns from beads which words of the two texts mean each other, and adds that to what the dictionary knows:
 * `(met - discount) / (occurrences + ½)`, for pairs that met at least twice and far more often than by chance.
 */
export function learnWords(lines: Lines, beads: readonly Ranges[], settings: LearnSettings): Lines {
  const { discount, least, trust, mostShare } = settings;
  const sourceWords = beads.map(({ source }) => distinct(lines.chinese, source));
  const translatedWords = beads.map(({ translation }) => distinct(lines.english, translation));
  const sourceCount = countBeads(sourceWords, lines.chineseCount.length);
  const translatedCount = countBeads(translatedWords, lines.englishCount.length);
  const most = Math.max(4, mostShare * beads.length);
  const usable = (count: Int32Array) => (word: number) => (count[word] ?? 0) >= 2 && (count[word] ?? 0) <= most;
  const [isSource, isTranslated] = [usable(sourceCount), usable(translatedCount)];
  const pairs = new PairCounts();
  for (const [at, words] of sourceWords.entries()) {
    const others = (translatedWords[at] ?? []).filter(isTranslated);
    for (const word of words.filter(isSource)) for (const other of others) pairs.add(word, other);
  }
  const [forward, backward] = [new Learned(), new Learned()];
  pairs.each((word, other, met) => {
    if (met < 2) return;
    const [ofSource, ofTranslation] = [sourceCount[word] ?? 0, translatedCount[other] ?? 0];
    if (met * beads.length < least * ofSource * ofTranslation) return;
    forward.add(word, other, (trust * (met - discount)) / (ofSource + 0.5));
    backward.add(word, other, (trust * (met - discount)) / (ofTranslation + 0.5));
  });
  const size = lines.englishCount.length;
  return {
    ...lines,
    glosses: addTo(lines.glosses, size, (type, add) => backward.each(type, add)),
    meanings: addTo(lines.meanings, size, (line, add) => {
      for (let at = lines.chinese.first[line] ?? 0; at < (lines.chinese.first[line + 1] ?? 0); at++)
        forward.each(lines.chinese.items[at] ?? 0, add);
    }),
  };
}

type Add = (other: number, weight: number) => void;

/** A learned meaning of less weight than this is noise, and there are very many of them. */
const leastWeight = 0.2;
/** Meanings that are kept of a word. */
const mostMeanings = 32;

/** What was learned of each word, the weightiest first. */
class Learned {
  readonly #words = new Map<number, { readonly other: number; readonly weight: number }[]>();
  #isSorted = false;

  add(word: number, other: number, weight: number): void {
    if (weight < leastWeight) return;
    const known = this.#words.get(word);
    if (known) known.push({ other, weight });
    else this.#words.set(word, [{ other, weight }]);
  }

  each(word: number, add: Add): void {
    if (!this.#isSorted) {
      for (const [key, list] of this.#words)
        this.#words.set(key, list.sort((a, b) => b.weight - a.weight || a.other - b.other).slice(0, mostMeanings));
      this.#isSorted = true;
    }
    for (const { other, weight } of this.#words.get(word) ?? []) add(other, weight);
  }
}

/** Adds what was learned to each list; the greater weight counts. */
function addTo(known: WeightedLists, size: number, eachLearned: (list: number, add: Add) => void): WeightedLists {
  const [writer, best] = [new ListWriter(), new Best(size)];
  const add = (other: number, weight: number) => best.add(other, weight);
  for (let list = 0; list + 1 < known.first.length; list++) {
    for (let at = known.first[list] ?? 0; at < (known.first[list + 1] ?? 0); at++)
      best.add(known.items[at] ?? 0, known.weights[at] ?? 0);
    eachLearned(list, add);
    best.writeTo(writer);
  }
  return writer.lists();
}

function distinct({ first, items }: Lists, [from, to]: readonly [number, number]): number[] {
  return [...new Set(items.subarray(first[from], first[to]))];
}

function countBeads(words: readonly (readonly number[])[], size: number): Int32Array {
  const count = new Int32Array(size);
  for (const each of words) for (const word of each) count[word] = (count[word] ?? 0) + 1;
  return count;
}

/** How often pairs of numbers met: an open hash table, since a book has millions of them. */
class PairCounts {
  #first = new Int32Array(1 << 16).fill(-1);
  #second = new Int32Array(1 << 16);
  #count = new Int32Array(1 << 16);
  #used = 0;

  add(first: number, second: number): void {
    if (this.#used * 2 > this.#first.length) this.#grow();
    const place = this.#place(first, second);
    if (this.#first[place] === -1) {
      this.#first[place] = first;
      this.#second[place] = second;
      this.#used++;
    }
    this.#count[place] = (this.#count[place] ?? 0) + 1;
  }

  each(visit: (first: number, second: number, count: number) => void): void {
    for (let place = 0; place < this.#first.length; place++)
      if (this.#first[place] !== -1) visit(this.#first[place] ?? 0, this.#second[place] ?? 0, this.#count[place] ?? 0);
  }

  #place(first: number, second: number): number {
    const mask = this.#first.length - 1;
    let place = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
    place = (place ^ (place >>> 15)) & mask;
    while (this.#first[place] !== -1 && (this.#first[place] !== first || this.#second[place] !== second))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [first, second, count] = [this.#first, this.#second, this.#count];
    this.#first = new Int32Array(first.length * 2).fill(-1);
    this.#second = new Int32Array(first.length * 2);
    this.#count = new Int32Array(first.length * 2);
    for (let at = 0; at < first.length; at++) {
      if (first[at] === -1) continue;
      const place = this.#place(first[at] ?? 0, second[at] ?? 0);
      this.#first[place] = first[at] ?? 0;
      this.#second[place] = second[at] ?? 0;
      this.#count[place] = count[at] ?? 0;
    }
  }
}
