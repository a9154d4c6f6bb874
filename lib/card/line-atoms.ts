import { isHan } from "@/lib/text/is-han";
import LineBreaker from "linebreak";

/** A stretch of one line that is never broken inside; the space that follows it is part of it. */
export type LineAtom = {
  readonly text: string;
  /** A line that ends after it ends inside a Chinese or Japanese word: allowed, and better avoided. */
  readonly endsInWord: boolean;
};

/** Longer than any word; what has no place to break by rule, such as an address, is broken between characters. */
const longest = 24;

/** The quotes of Chinese are neither opening nor closing to UAX #14, corner brackets are; in Han text they stand for each other. */
const cornered: Readonly<Record<string, string>> = { "“": "「", "”": "」", "‘": "「", "’": "」" };

/** Between Latin and a full-width opening mark, where UAX #14 allows a break since Unicode 13 and our library does not yet. */
const beforeOpener = /(?<=[\p{Script=Latin}\p{Nd}%])(?=[（「『《〈【“])/u;

/** What may not begin a line, beyond the Unicode rules: the dot in transcribed names, and a dash, which belongs to the word before. */
const neverFirst = /^[·・‧—–]/u;

/**
 * Cuts one paragraph at every place where a line may end: the Unicode line breaking algorithm (UAX #14) with the Chinese
 * rules of CLREQ on top: no mark of punctuation begins a line, no opening bracket or quote ends one, a long dash and an
 * ellipsis stay whole. Concatenated, the atoms are the text.
 *
 * @param text - without line ends
 * @param language - BCP 47 tag
 */
export function lineAtoms(text: string, language: string): readonly LineAtom[] {
  const han = isHan(language);
  const words = han ? wordEnds(text, language) : null;
  const breaker = new LineBreaker(han ? withCornerQuotes(text) : text);
  const atoms: LineAtom[] = [];
  let start = 0;
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    const { position: end } = found;
    if (end === start || (end < text.length && neverFirst.test(text.slice(end)))) continue;
    const piece = text.slice(start, end);
    const pieces = (han ? piece.split(beforeOpener) : [piece]).flatMap(cut);
    pieces.forEach((piece, at) =>
      atoms.push({ text: piece, endsInWord: at === pieces.length - 1 && words !== null && !words.has(end) }),
    );
    start = end;
  }
  return atoms;
}

function withCornerQuotes(text: string): string {
  return text.replace(/(?<!\p{Script=Latin})[‘’]|[‘’](?!\p{Script=Latin})|[“”]/gu, (quote) => cornered[quote] ?? quote);
}

const wordSegmenters = {
  zh: new Intl.Segmenter("zh", { granularity: "word" }),
  ja: new Intl.Segmenter("ja", { granularity: "word" }),
};

function wordEnds(text: string, language: string): ReadonlySet<number> {
  const segmenter = wordSegmenters[language.startsWith("ja") ? "ja" : "zh"];
  return new Set(Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length));
}

function cut(text: string): readonly string[] {
  if (text.length <= longest) return [text];
  const characters = graphemes(text);
  const count = Math.ceil(characters.length / longest);
  return Array.from({ length: count }, (_, at) => characters.slice(at * longest, (at + 1) * longest).join(""));
}

const characterSegmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Characters as a reader counts them: a letter with its accents is one, so is an emoji of several code points. */
export function graphemes(text: string): readonly string[] {
  return Array.from(characterSegmenter.segment(text), ({ segment }) => segment);
}
