import type { Stretch } from "@/lib/text/snap-words";

/** Longer quotations are named by their first and last words alone, in UTF-16 units. */
const longestExact = 160;
/** So many words at each end name a long quotation; so many more on each side tell equal words apart. */
const wordsAtEnds = 5;
const mostContext = 12;

/**
 * Writes the fragment that asks a browser to find and mark words on a page: `#:~:text=[prefix-,]start[,end][,-suffix]`.
 * Source: WICG Scroll To Text Fragment, 3.5. Words are whole words, and none of the terms crosses a line end or a U+FFFC,
 * where browsers do not look on.
 * @param text - the shown text that holds the words; `\n` between blocks, U+FFFC where the page
 *   has something that is no part of the text, such as the number of a note
 * @param words - snapped to words
 * @param page - the shown text of the whole page, in which the words should be found only once
 * @param language - BCP 47 tag of the text
 */
export function textFragment(text: string, words: Stretch, page: string, language: string): string {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const chosen = text.slice(words.start, words.end);
  const stretches = chosen.split(/[\n\uFFFC]+/).filter((each) => /[\p{L}\p{N}]/u.test(each));
  const [only = chosen] = stretches;
  const isExact = stretches.length < 2 && only.length <= longestExact;
  const terms = isExact
    ? [only]
    : [take(only, wordsAtEnds, segmenter), takeLast(stretches.at(-1) ?? "", wordsAtEnds, segmenter)];
  // The second term is looked for after the first: a few very long words are named by their beginning alone.
  if (stretches.length === 1 && terms.join("").length > only.length) terms.pop();

  const [before] = text
    .slice(0, words.start)
    .split(/[\n\uFFFC]/)
    .slice(-1);
  const [after] = text.slice(words.end).split(/[\n\uFFFC]/);
  const key = terms[0] ?? "";
  let [prefix, suffix] = ["", ""];
  for (let count = 2; count <= mostContext && countOf(page, `${prefix}${key}${suffix}`) > 1; count += 2) {
    prefix = takeLast(before ?? "", count, segmenter);
    // Between the two terms of a long quotation nothing else can stand.
    suffix = terms.length === 1 ? take(after ?? "", count, segmenter) : "";
  }
  const context = {
    before: prefix.trim() && `${encode(prefix.trim())}-,`,
    after: suffix.trim() && `,-${encode(suffix.trim())}`,
  };
  return `#:~:text=${context.before}${terms.map((term) => encode(term.trim())).join(",")}${context.after}`;
}

/** The dash is the syntax's own and no component of an address needs it encoded, so it is left to us. */
function encode(term: string): string {
  return encodeURIComponent(term).replaceAll("-", "%2D");
}

/** Browsers compare without regard to case. */
function countOf(page: string, words: string): number {
  return page.toLowerCase().split(words.toLowerCase()).length - 1;
}

function take(text: string, count: number, segmenter: Intl.Segmenter): string {
  let seen = 0;
  for (const { index, segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike && ++seen === count) return text.slice(0, index + segment.length);
  }
  return text;
}

function takeLast(text: string, count: number, segmenter: Intl.Segmenter): string {
  const starts = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ index }) => index);
  return text.slice(starts.at(-count) ?? 0);
}
