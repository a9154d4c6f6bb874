/** How much text a rendering holds: Han characters for Chinese, words for the rest. */
export type Length = { readonly unit: "characters" | "words"; readonly count: number };

/** Japanese writes no spaces; everything else here does, and a regular expression is 20 times faster than a segmenter. */
const japanese = new Intl.Segmenter("ja", { granularity: "word" });

/**
 * Measures a text as its readers would: Chinese by Han characters, every other language by words.
 *
 * @param language - BCP 47 tag
 */
export function measureLength(text: string, language: string): Length {
  if (language.startsWith("zh") || language === "lzh") {
    return { unit: "characters", count: text.match(/\p{Script=Han}/gu)?.length ?? 0 };
  }
  if (language === "ja") {
    let count = 0;
    for (const { isWordLike } of japanese.segment(text)) if (isWordLike) count++;
    return { unit: "words", count };
  }
  return { unit: "words", count: text.match(/[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu)?.length ?? 0 };
}
