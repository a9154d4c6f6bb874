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
 * @returns features with repetition, as 32-bit hashes: odd for letter trigrams, even for all others
 */
export function features(text: string): number[] {
  const found: number[] = [];
  for (const [, ideographs, word] of text.normalize("NFKC").toLowerCase().matchAll(token)) {
    if (ideographs !== undefined) {
      const characters = [...ideographs.slice(0, longestRun)].map((character) => character.codePointAt(0) ?? 0);
      if (characters.length === 1) found.push(mix(characters[0] ?? 0) & ~1);
      for (let at = 1; at < characters.length; at++)
        found.push(mix(Math.imul(characters[at - 1] ?? 0, 0x01000193) ^ (characters[at] ?? 0)) & ~1);
    } else if (word !== undefined) {
      found.push(hashOf(word) & ~1);
      // A space on either side, so that beginnings and endings count as such.
      const bounded = ` ${word.slice(0, longestRun)} `;
      for (let at = 2; at < bounded.length; at++) {
        const [a, b, c] = [bounded.charCodeAt(at - 2), bounded.charCodeAt(at - 1), bounded.charCodeAt(at)];
        found.push(mix(Math.imul(Math.imul(a, 0x01000193) ^ b, 0x01000193) ^ c) | 1);
      }
    }
  }
  if (found.length === 0) found.push(hashOf(normalise(text)) & ~1);
  return found;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
