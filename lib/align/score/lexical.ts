import type { Band } from "../search/band";
import { mostLines } from "../search/bead-types";
import type { Lines } from "./lines";

/** How far beyond the band a bead that starts or ends in it may reach. */
const reach = mostLines;

/**
 * What words say for each pair of lines in a band, in nats. Rows and columns as the band has them, `reach` wider.
 * `forward[(first[i] + j - low[i]) * mostLines + a - 1]` is what line `j` of the translation gets from the `a` lines of
 * the source that begin at `i`; `backward[… + b - 1]` is what line `i` of the source gets from the `b` lines of the
 * translation that begin at `j`.
 */
export type LexicalScores = {
  readonly low: Int32Array;
  readonly first: Int32Array;
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  /** Tokens before each line. */
  readonly sourceTokens: Int32Array;
  readonly translationTokens: Int32Array;
};

export type WordSettings = {
  /** How far a match is believed. */
  readonly odds: number;
  /** Exponent by which a rarer word says more. */
  readonly rarity: number;
  /** Exponent by which a match counts less among many tokens. */
  readonly dilution: number;
};

/**
 * Scores words by the best match among the lines beside them, against their chance of standing there anyway:
 * `log(1 + odds * match / (tokens ** dilution * chance ** rarity))`, after IBM model 1 (Brown et al. 1993) with a word meant by its
 * best match alone. A word without match says nothing: that is what keeps free translation possible.
 */
export function scoreWords(lines: Lines, band: Band, settings: WordSettings): LexicalScores {
  const [n, m] = [lines.chinese.first.length - 1, lines.english.first.length - 1];
  const low = new Int32Array(n);
  const first = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) {
    low[i] = band.low[Math.max(0, i - reach + 1)] ?? 0;
    const high = Math.min(m, (band.high[i] ?? 0) + reach);
    first[i + 1] = (first[i] ?? 0) + Math.max(0, high - (low[i] ?? 0));
  }
  const cells = first[n] ?? 0;
  const forward = new Float32Array(cells * mostLines);
  const backward = new Float32Array(cells * mostLines);
  const scores: LexicalScores = {
    low,
    first,
    forward,
    backward,
    sourceTokens: lines.chinese.first,
    translationTokens: lines.english.first,
  };
  scoreForward(lines, scores, settings, n);
  scoreBackward(lines, scores, settings, n);
  return scores;
}

function scoreForward(lines: Lines, { low, first, forward }: LexicalScores, settings: WordSettings, n: number): void {
  const { english, meanings, englishCount, chinese } = lines;
  const { dilution } = settings;
  const gain = gains(englishCount, english.items.length, settings);
  const best = new Float32Array(englishCount.length);
  const touched: number[] = [];
  for (let i = 0; i < n; i++) {
    const row = first[i] ?? 0;
    const width = (first[i + 1] ?? 0) - row;
    const from = low[i] ?? 0;
    let tokens = 0;
    for (let a = 0; a < mostLines && i + a < n; a++) {
      const lastMeaning = meanings.first[i + a + 1] ?? 0;
      for (let at = meanings.first[i + a] ?? 0; at < lastMeaning; at++) {
        const id = meanings.items[at] ?? 0;
        const weight = meanings.weights[at] ?? 0;
        const known = best[id] ?? 0;
        if (known === 0) touched.push(id);
        if (weight > known) best[id] = weight;
      }
      tokens += (chinese.first[i + a + 1] ?? 0) - (chinese.first[i + a] ?? 0);
      const spread = Math.max(1, tokens) ** -dilution;
      for (let column = 0; column < width; column++) {
        // A product, and its logarithm in the end: logarithms are what takes the time here.
        let product = 1;
        let sum = 0;
        const end = english.first[from + column + 1] ?? 0;
        for (let at = english.first[from + column] ?? 0; at < end; at++) {
          const id = english.items[at] ?? 0;
          const match = best[id] ?? 0;
          if (match === 0) continue;
          product *= 1 + match * spread * (gain[id] ?? 0);
          if (product > most) {
            sum += Math.log(product);
            product = 1;
          }
        }
        forward[(row + column) * mostLines + a] = product === 1 ? sum : sum + Math.log(product);
      }
    }
    for (const id of touched) best[id] = 0;
    touched.length = 0;
  }
}

/** What a full match of each word is worth. @param total - words of the text */
function gains(counts: Int32Array, total: number, { odds, rarity }: WordSettings): Float64Array {
  return Float64Array.from(counts, (count) => odds * (total / Math.max(1, count)) ** rarity);
}

/** A product is turned into a sum before it overflows. */
const most = 1e200;

function scoreBackward(lines: Lines, { low, first, backward }: LexicalScores, settings: WordSettings, n: number): void {
  const { english, chinese, chineseCount } = lines;
  const { dilution } = settings;
  const gain = gains(chineseCount, chinese.items.length, settings);
  const m = english.first.length - 1;
  const dilutions = Float64Array.from({ length: 2048 }, (_, words) => Math.max(1, words) ** -dilution);
  const matcher = new Matcher(lines);
  let vectors = new Float32Array(0);
  let running = new Float32Array(0);
  for (let i = 0; i < n; i++) {
    const row = first[i] ?? 0;
    const width = (first[i + 1] ?? 0) - row;
    const from = low[i] ?? 0;
    const start = chinese.first[i] ?? 0;
    const length = (chinese.first[i + 1] ?? 0) - start;
    if (vectors.length < length * width) vectors = new Float32Array(length * width * 2);
    else vectors.fill(0, 0, length * width);
    if (running.length < length) running = new Float32Array(length * 2);
    matcher.open(i);
    for (let column = 0; column < width; column++) matcher.match(from + column, vectors, column * length);
    matcher.close();
    for (let column = 0; column < width; column++) {
      running.fill(0, 0, length);
      const before = english.first[from + column] ?? 0;
      for (let b = 0; b < mostLines && column + b < width; b++) {
        const words = (english.first[Math.min(m, from + column + b + 1)] ?? 0) - before;
        const spread = dilutions[Math.min(words, dilutions.length - 1)] ?? 0;
        const vector = (column + b) * length;
        let product = 1;
        let sum = 0;
        for (let token = 0; token < length; token++) {
          const match = vectors[vector + token] ?? 0;
          if (match > (running[token] ?? 0)) running[token] = match;
          const best = running[token] ?? 0;
          if (best === 0) continue;
          product *= 1 + best * spread * (gain[chinese.items[start + token] ?? 0] ?? 0);
          if (product > most) {
            sum += Math.log(product);
            product = 1;
          }
        }
        backward[(row + column) * mostLines + b] = product === 1 ? sum : sum + Math.log(product);
      }
    }
  }
}

/** Finds which tokens of one Chinese line may be meant by the words of an English one: by word, what tokens mean it. */
class Matcher {
  readonly #head: Int32Array;
  #next = new Int32Array(1024);
  #token = new Int32Array(1024);
  #weight = new Float32Array(1024);
  #used = 0;
  readonly #words: number[] = [];

  constructor(readonly lines: Lines) {
    this.#head = new Int32Array(lines.englishCount.length).fill(-1);
  }

  /** Takes up line `i` of the Chinese text. */
  open(i: number): void {
    const { chinese, glosses } = this.lines;
    const start = chinese.first[i] ?? 0;
    const end = chinese.first[i + 1] ?? 0;
    for (let at = start; at < end; at++) {
      const type = chinese.items[at] ?? 0;
      const last = glosses.first[type + 1] ?? 0;
      for (let gloss = glosses.first[type] ?? 0; gloss < last; gloss++)
        this.#add(glosses.items[gloss] ?? 0, at - start, glosses.weights[gloss] ?? 0);
    }
  }

  /** Writes the best match of each token into `vectors` from `offset` on. */
  match(j: number, vectors: Float32Array, offset: number): void {
    const { english } = this.lines;
    const end = english.first[j + 1] ?? 0;
    for (let at = english.first[j] ?? 0; at < end; at++) {
      for (let entry = this.#head[english.items[at] ?? 0] ?? -1; entry >= 0; entry = this.#next[entry] ?? -1) {
        const place = offset + (this.#token[entry] ?? 0);
        const weight = this.#weight[entry] ?? 0;
        if (weight > (vectors[place] ?? 0)) vectors[place] = weight;
      }
    }
  }

  close(): void {
    for (const word of this.#words) this.#head[word] = -1;
    this.#words.length = 0;
    this.#used = 0;
  }

  #add(word: number, token: number, weight: number): void {
    if (this.#used === this.#next.length) {
      const grown = <T extends Int32Array | Float32Array>(from: T, to: T): T => {
        to.set(from);
        return to;
      };
      this.#next = grown(this.#next, new Int32Array(this.#used * 2));
      this.#token = grown(this.#token, new Int32Array(this.#used * 2));
      this.#weight = grown(this.#weight, new Float32Array(this.#used * 2));
    }
    const head = this.#head[word] ?? -1;
    if (head < 0) this.#words.push(word);
    this.#next[this.#used] = head;
    this.#token[this.#used] = token;
    this.#weight[this.#used] = weight;
    this.#head[word] = this.#used++;
  }
}
