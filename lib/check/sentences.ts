import { isHan } from "@/lib/text/is-han";

const han = /(?:[^。！？!?…\n]|[!?](?=[\w.]))*[。！？!?…]+[”’」』）)》\s]*|[^。！？!?…\n]+/gu;
const abbreviations =
  /(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Capt|Sen|Rep|Jr|Sr|vs|etc|No|Inc|Ltd|Co|Corp|cf|al|U\.S|e\.g|i\.e|[A-Z])\.)$/;

/** Divides a paragraph into sentences, trimmed. Good enough to count and compare; the aligner has its own way. */
export function sentencesOf(text: string, language: string): string[] {
  if (isHan(language))
    return [...text.matchAll(han)].map(([sentence]) => sentence.trim()).filter((one) => /[\p{L}\p{N}]/u.test(one));
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: ending, index } of text.matchAll(/[.!?…]{1,8}["”’')\]]{0,4}(?=\s+["“‘'([]*[\p{Lu}\p{N}])|\n/gu)) {
    const sentence = text.slice(start, index + ending.length);
    if (ending !== "\n" && abbreviations.test(sentence)) continue;
    sentences.push(sentence.trim());
    start = index + ending.length;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** The words of a sentence alone, for comparison. */
export function wordsOnly(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
