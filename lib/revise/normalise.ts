/**
 * A text as it is compared: NFKC, lower case, without white space, punctuation and controls.
 * What consists of nothing else (`---`, `***`) stands for itself.
 */
export function normalise(text: string): string {
  const folded = text.normalize("NFKC").toLowerCase();
  return folded.replace(/[\p{P}\p{Z}\p{C}]+/gu, "") || folded.trim();
}

const token =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)|((?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+)/gu;

/** Longest run of one script that is cut into features; a longer one is no word, and its rest adds nothing. */
const longestRun = 20_000;

/**
 * What a text is compared by: bigrams of Han and kana, words of other scripts, and the letter trigrams of these words,
 * which let an inflected or misspelt word still count. A text of one character, or of signs alone, is its own feature.
 *
 * @returns features with repetition, in the order of the text; words begin with `w`, trigrams with `t`, bigrams with `h`
 */
export function features(text: string): string[] {
  const found: string[] = [];
  for (const [, ideographs, word] of text.normalize("NFKC").toLowerCase().matchAll(token)) {
    if (ideographs !== undefined) {
      const characters = [...ideographs.slice(0, longestRun)];
      if (characters.length === 1) found.push(`h${characters[0]}`);
      for (let at = 1; at < characters.length; at++) found.push(`h${characters[at - 1]}${characters[at]}`);
    } else if (word !== undefined) {
      found.push(`w${word}`);
      const bounded = ` ${word.slice(0, longestRun)} `;
      for (let at = 3; at <= bounded.length; at++) found.push(`t${bounded.slice(at - 3, at)}`);
    }
  }
  if (found.length === 0) found.push(`s${normalise(text)}`);
  return found;
}
