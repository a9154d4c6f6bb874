import { type Lexicon, numberOf } from "../lexicon/lexicon";

/** Numbers for the English words of two texts: the lexicon's where it knows them, else new ones behind those. */
export class Vocabulary {
  readonly #known = new Map<string, number>();
  #size: number;

  constructor(readonly lexicon: Lexicon) {
    this.#size = lexicon.stemCount;
  }

  /** Numbers given so far are below this. */
  get size(): number {
    return this.#size;
  }

  /** The number of a word; above every number given where it has none. */
  find(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const number = numberOf(this.lexicon.stems, word);
    return number < 0 ? Infinity : number;
  }

  /** The number of a word, which is given one where it has none. */
  number(word: string): number {
    let number = this.#known.get(word);
    if (number === undefined) {
      number = numberOf(this.lexicon.stems, word);
      if (number < 0) number = this.#size++;
      this.#known.set(word, number);
    }
    return number;
  }
}
