import { ImportRefused } from "./imported-text";

/** Bytes of a file, packed or not. */
export const mostFileBytes = 50 * 1024 * 1024;
/** Bytes of everything in a package, unpacked. */
export const mostUnpackedBytes = 200 * 1024 * 1024;
export const mostEntries = 2_000;
/** How many times larger than packed a part may be. Deflate reaches 1,032; prose stays below 10, repetitive XML below 100. */
export const mostRatio = 200;
/** Elements within each other. */
export const deepestElements = 256;
/** UTF-16 units of words: War and Peace has three million. What is longer would take minutes and gigabytes in every later step. */
export const mostCharacters = 10_000_000;
/** UTF-16 units of markup, of which words are a part, and `<` in it: a tree takes some hundred bytes for each element. */
export const mostMarkup = 12_000_000;
export const mostTags = 400_000;

/** Refuses a file whose size alone says that it is none of ours. */
export function checkSize(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0)
    throw new ImportRefused(file, null, "This file is empty.", "Choose the file that holds the text.");
  if (bytes.length > mostFileBytes) {
    const size = Math.round(bytes.length / 1024 / 1024);
    throw new ImportRefused(file, null, `This file has ${size} MB, and 50 MB is the most.`, "Divide it into parts.");
  }
}

/** Refuses a text that is longer than any book. */
export function checkLength(text: string, file: string): void {
  if (text.length <= mostCharacters) return;
  const millions = Math.ceil(text.length / 1_000_000);
  const what = `This text has ${millions} million characters, and 10 million is the most.`;
  throw new ImportRefused(file, null, what, "Divide it into parts, a volume each.");
}

/** Refuses markup whose tree would not fit into memory. */
export function checkMarkup(markup: string, file: string): void {
  let tags = 0;
  for (let at = markup.indexOf("<"); at >= 0 && tags <= mostTags; at = markup.indexOf("<", at + 1)) tags++;
  if (markup.length <= mostMarkup && tags <= mostTags) return;
  const what = `This page has ${Math.round(markup.length / 1_000_000)} million characters of markup, more than can be read.`;
  throw new ImportRefused(file, null, what, "Save the text alone, or divide it into parts.");
}
