import { ImportRefused } from "./imported-text";

/** Bytes of a file, packed or not. */
export const mostFileBytes = 50 * 1024 * 1024;
/** Bytes of one picture; what is larger is none for a page. */
export const mostPictureBytes = 20 * 1024 * 1024;
/** Bytes of everything in a package, unpacked. */
export const mostUnpackedBytes = 200 * 1024 * 1024;
export const mostEntries = 2_000;
/** How many times larger than packed a part may be. Deflate reaches 1,032; prose stays below 10, repetitive XML below 100. */
export const mostRatio = 200;
/** Elements within each other. */
export const deepestElements = 256;
/** UTF-16 units of words: War and Peace has three million. What is longer would take minutes and gigabytes in every later step. */
export const mostCharacters = 10_000_000;
/** UTF-16 units of Markdown, whose parser holds a kilobyte for each hundred. */
export const mostMarkdown = 2_000_000;
/** Lines of a plain text: each may become a paragraph. */
export const mostLines = 300_000;
/** UTF-16 units of markup, of which words are a part, and `<` in it: a tree takes some hundred bytes for each element. */
export const mostMarkup = 6_000_000;
export const mostTags = 100_000;

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
export function checkLength(text: string, file: string, most = mostCharacters): void {
  if (text.length <= most) return;
  const millions = Math.ceil(text.length / 1_000_000);
  const what = `This text has ${millions} million characters, and ${most / 1_000_000} million is the most.`;
  throw new ImportRefused(file, null, what, "Divide it into parts, a volume each.");
}

/** Refuses a text of more lines than a book has. */
export function checkLines(text: string, file: string): void {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  if (lines <= mostLines) return;
  const what = `This text has ${lines} lines, and ${mostLines} is the most.`;
  throw new ImportRefused(file, null, what, "Divide it into parts, a volume each.");
}

/** Refuses markup whose tree would not fit into memory. */
export function checkMarkup(markup: string, file: string, most = { length: mostMarkup, tags: mostTags }): void {
  if (markup.length <= most.length && countTags(markup) <= most.tags) return;
  const what = `This file has ${countTags(markup)} tags in ${markup.length} characters, more than can be read.`;
  throw new ImportRefused(file, null, what, "Save the text alone, or divide it into parts.");
}

export function countTags(markup: string): number {
  let tags = 0;
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", at + 1)) tags++;
  return tags;
}
