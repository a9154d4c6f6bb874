import { sentencesOf as spansOf } from "@/lib/text/sentences";

/** The sentences of a paragraph that have words, trimmed. */
export function sentencesOf(text: string, language: string): string[] {
  return spansOf(text, language)
    .map(({ start, end }) => text.slice(start, end))
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** The words of a sentence alone, for comparison. */
export function wordsOnly(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
