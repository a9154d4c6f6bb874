/** A way of finding a paragraph again in a later text; null says that it is not there. */
export type Rival = {
  readonly name: string;
  readonly find: (text: readonly string[], paragraph: number, later: readonly string[]) => number | null;
};

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]+/gu, "");

/** Position (`#p12`), a hash of the normalised text, and a text fragment of the first and last words, exact as browsers match. */
export const rivals: readonly Rival[] = [
  { name: "position", find: (_, paragraph, later) => (paragraph < later.length ? paragraph : null) },
  {
    name: "text hash",
    find: (text, paragraph, later) => {
      const key = plain(text[paragraph] ?? "");
      const at = later.findIndex((other) => plain(other) === key);
      return at < 0 ? null : at;
    },
  },
  {
    name: "text fragment",
    find: (text, paragraph, later) => {
      const words = wordsOf(text[paragraph] ?? "");
      const start = words.slice(0, 4).join("");
      const end = words.slice(-4).join("");
      const at = later.findIndex((other) => {
        const from = other.indexOf(start);
        return from >= 0 && other.indexOf(end, from) >= 0;
      });
      return at < 0 ? null : at;
    },
  },
];

/** Words with the white space after them; a Han character is a word. */
function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
}
