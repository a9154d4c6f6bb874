/** A word, a number in digits or a mark of an English text; offsets in UTF-16 units. */
export type Token = {
  /** In lower case. */
  readonly text: string;
  readonly kind: "word" | "digits" | "mark";
  readonly start: number;
  readonly end: number;
  /** The word begins with a capital. */
  readonly capital: boolean;
  /** White space stands before it. */
  readonly spaced: boolean;
};

const pattern =
  /(\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d\w])\.\d{2,}(?!\.)|(?<=\s)\.\d(?![\d.]))|(\p{L}[\p{L}\p{M}]*(?:'[a-z]{1,2}(?![a-z]))?)|[^\s\p{L}\d]/gu;

/** Cuts a folded text into tokens, left to right. Linear in its length. */
export function tokenize(folded: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const found of folded.matchAll(pattern)) {
    const written = found[0];
    const start = found.index;
    const kind = found[1] !== undefined ? "digits" : found[2] !== undefined ? "word" : "mark";
    tokens.push({
      text: written.toLowerCase(),
      kind,
      start,
      end: start + written.length,
      capital: /^\p{Lu}/u.test(written),
      spaced: start > last || start === 0,
    });
    last = start + written.length;
  }
  return tokens;
}
