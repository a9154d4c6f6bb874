import { diffArrays } from "diff";

/** A stretch of a text that an edit left, took away or put in. */
export type Change = { readonly kind: "same" | "removed" | "added"; readonly words: string };

/** Texts that differ by more tokens than this were written anew: time grows with the product of edits and length. */
const mostEdits = 1_000;

/**
 * What changed between two texts, word by word. Words are those of the language (Unicode UAX 29 and a dictionary for
 * Chinese), so that a change never cuts one. Without the removed stretches it is `now`, without the added ones `then`.
 * @param language - BCP 47
 */
export function changesBetween(then: string, now: string, language: string): readonly Change[] {
  const words = (text: string) => Array.from(segmenter(language).segment(text), ({ segment }) => segment);
  const changes = diffArrays(words(then), words(now), { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: [then] },
    { removed: false, added: true, value: [now] },
  ];
  return changes
    .map(({ removed, added, value }) => ({
      kind: removed ? ("removed" as const) : added ? ("added" as const) : ("same" as const),
      words: value.join(""),
    }))
    .filter(({ words: stretch }) => stretch !== "");
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const made = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, made);
  return made;
}
