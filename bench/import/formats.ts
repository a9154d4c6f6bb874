import iconv from "iconv-lite";
import type { Pair, Text } from "./documents";
import { docx } from "./write/docx";
import { epub } from "./write/epub";
import { savedPage } from "./write/html";
import { frontMatterMarkdown } from "./write/markdown";
import { drawPicture } from "./write/picture";
import { csv, interleaved, tmx } from "./write/together";
import { indentedTxt, pagedTxt, spacedTxt } from "./write/txt";

/** A file by its name. */
export type File = { readonly name: string; readonly bytes: Uint8Array };

type Writer = { readonly ending: string; readonly write: (text: Text) => Uint8Array | Promise<Uint8Array> };

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Ways to write one text. */
export const textFormats = {
  gb18030: { ending: "txt", write: (text) => iconv.encode(indentedTxt(text), "gb18030") },
  big5: { ending: "txt", write: (text) => iconv.encode(spacedTxt(text), "big5") },
  "utf-16": { ending: "txt", write: (text) => iconv.encode(spacedTxt(text), "utf-16le", { addBOM: true }) },
  pages: { ending: "txt", write: (text) => utf8(pagedTxt(text)) },
  markdown: { ending: "md", write: (text) => utf8(frontMatterMarkdown(text)) },
  html: { ending: "html", write: (text) => utf8(savedPage(text)) },
  docx: { ending: "docx", write: docx },
  epub: { ending: "epub", write: epub },
} satisfies Record<string, Writer>;
export type TextFormatName = keyof typeof textFormats;

/** Ways to write both texts as one file. */
export const pairFormats = {
  tmx: { ending: "tmx", write: tmx },
  csv: { ending: "csv", write: csv },
  interleaved: { ending: "txt", write: interleaved },
} satisfies Record<string, { ending: string; write: (pair: Pair) => string }>;
export type PairFormatName = keyof typeof pairFormats;

/** Writes one text, and beside a page or Markdown the pictures that it names. */
export async function writeTextAs(format: TextFormatName, text: Text): Promise<{ file: File; beside: File[] }> {
  const { ending, write }: Writer = textFormats[format];
  const names = text.blocks.flatMap(({ block }) => (block.type === "figure" && block.src !== null ? block.src : []));
  return {
    file: { name: `${text.language}.${ending}`, bytes: await write(text) },
    beside: format === "html" || format === "markdown" ? names.map((name) => ({ name, bytes: drawPicture(name) })) : [],
  };
}

export function writePairAs(format: PairFormatName, pair: Pair): File {
  const { ending, write } = pairFormats[format];
  return { name: `both.${ending}`, bytes: utf8(write(pair)) };
}
