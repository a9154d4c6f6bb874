/**
 * 64 hex digits that stand for the words of a text: enough to find the passage again after an edit, too little to read it.
 * 32 minhashes (Broder 1997) of 8 bits (Li & König 2010, b-bit minwise hashing) over Han bigrams, words and word pairs.
 * Unsalted, so that any reader can recompute it.
 */
export type Fingerprint = string;

const hashes = 32;

/** One multiplier a hash; odd, so that each permutes the 32-bit integers. The golden ratio spreads them evenly. */
const seeds = Uint32Array.from({ length: hashes }, (_, index) => Math.imul(index + 1, 0x9e3779b9) >>> 0);

/** Fingerprints a text. Width, case, white space and punctuation make no difference. */
export function fingerprint(text: string): Fingerprint {
  const least = new Uint32Array(hashes).fill(0xffffffff);
  for (const feature of features(text)) {
    const base = fnv1a(feature);
    // Counted, not iterated: a library's fingerprints are a million turns of this loop.
    for (let index = 0; index < hashes; index++) {
      const value = mix(base ^ (seeds[index] ?? 0));
      if (value < (least[index] ?? 0)) least[index] = value;
    }
  }
  return Array.from(least, (value) => (value & 0xff).toString(16).padStart(2, "0")).join("");
}

/**
 * Estimates how much two texts have in common.
 *
 * @returns the share of equal minhashes, 0 to 1; unrelated texts agree by chance in about 1 of 256
 */
export function agreement(a: Fingerprint, b: Fingerprint): number {
  let equal = 0;
  for (let at = 0; at < hashes * 2; at += 2) if (a.slice(at, at + 2) === b.slice(at, at + 2)) equal++;
  return equal / hashes;
}

/** Features of a text: bigrams of Han and kana, words, pairs of neighbouring words. A character alone stands for itself. */
function features(text: string): Set<string> {
  const found = new Set<string>();
  let before = "";
  let beforeIsIdeographic = false;
  const tokens = text
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(
      /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{N}\p{M}]|$)/gu,
    );
  for (const [token, ideograph] of tokens) {
    const isIdeographic = ideograph !== undefined;
    if (!isIdeographic) found.add(token);
    if (before !== "" && isIdeographic === beforeIsIdeographic)
      found.add(isIdeographic ? before + token : `${before} ${token}`);
    before = token;
    beforeIsIdeographic = isIdeographic;
  }
  if (found.size === 0 && before !== "") found.add(before);
  return found;
}

/** FNV-1a over UTF-16 units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
