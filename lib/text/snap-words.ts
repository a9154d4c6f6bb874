/** A stretch of a text, in UTF-16 units; `end` is not part of it. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * Widens a stretch to the edges of the words it cuts into, and leaves out white space at its ends. Chinese words are
 * those of the platform's segmenter, which browsers use for text fragments as well.
 * @param language - BCP 47 tag of the text
 * @returns an empty stretch where there is nothing but white space
 */
export function snapToWords(text: string, { start, end }: Stretch, language: string): Stretch {
  const isSpace = (at: number) => /\s/.test(text[at] ?? "");
  const within = (at: number) => Math.max(0, Math.min(at, text.length));
  let [from, to] = [within(Math.min(start, end)), within(Math.max(start, end))];
  while (from < to && isSpace(from)) from++;
  while (to > from && isSpace(to - 1)) to--;
  if (from === to) return { start: from, end: from };
  const words = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  const first = words.containing(from);
  const last = words.containing(to - 1);
  return { start: first?.index ?? from, end: last ? last.index + last.segment.length : to };
}
