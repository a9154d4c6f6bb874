import { diffArrays } from "diff";

/** A stretch of a text that an edit left, took away or put in. */
export type Change = { readonly kind: "same" | "removed" | "added"; readonly words: string };

/**
 * Texts that differ by more words than this were written anew, and longer ones, in UTF-16 units, are not compared: time
 * grows with the product of edits and length.
 */
const mostEdits = 500;
const mostLength = 20_000;

/**
 * What changed between two texts, word by word. Words are those of the language (Unicode UAX 29 and a dictionary for
 * Chinese), so that a change never cuts one. Without the removed stretches it is `now`, without the added ones `then`.
 * @param language - BCP 47
 */
export function changesBetween(then: string, now: string, language: string): readonly Change[] {
  if (then.length + now.length > mostLength) return replaced(then, now);
  const words = (text: string) => Array.from(segmenter(language).segment(text), ({ segment }) => segment);
  const changes = diffArrays(words(then), words(now), { maxEditLength: mostEdits });
  if (!changes) return replaced(then, now);
  return changes.map(({ removed, added, value }) => ({
    kind: removed ? "removed" : added ? "added" : "same",
    words: value.join(""),
  }));
}

function replaced(then: string, now: string): readonly Change[] {
  return [
    { kind: "removed", words: then },
    { kind: "added", words: now },
  ];
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const made = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, made);
  return made;
}
