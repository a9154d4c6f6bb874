import { hanShare } from "./detect-language";
import type { PairFormat, TextFormat } from "./imported-text";

const byEnding: Readonly<Record<string, TextFormat | PairFormat>> = {
  txt: "txt",
  text: "txt",
  md: "markdown",
  mdx: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  docx: "docx",
  docm: "docx",
  epub: "epub",
  tmx: "tmx",
  tsv: "tsv",
  tab: "tsv",
  csv: "csv",
};

/**
 * Says which format a file has: a package and a page by their content, whatever they are called, and everything else by
 * its name. A plain text whose paragraphs change language in turn holds two texts.
 */
export function detectFormat(bytes: Uint8Array, file: string): TextFormat | PairFormat {
  const named = byEnding[/\.([a-z]{2,8})$/i.exec(file)?.[1]?.toLowerCase() ?? ""];
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096)).replaceAll("\0", "");
  if (start.startsWith("PK"))
    return namedIn(bytes, "mimetypeapplication/epub+zip") ? "epub" : named === "epub" ? "epub" : "docx";
  const opening = start.replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, "").trimStart();
  if (/^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE tmx[^>]{0,200}>\s*)?<tmx[\s>]/i.test(opening)) return "tmx";
  if (
    /^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html[\s>])/i.test(opening) &&
    named !== "markdown"
  )
    return "html";
  if (named === "txt" || named === undefined) return isInterleaved(sample(bytes)) ? "interleaved" : "txt";
  // Named like a package, and none: the reader says so.
  return named;
}

/** The first part of an EPUB says what it is, without compression. */
function namedIn(bytes: Uint8Array, words: string): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(30, 30 + words.length)) === words;
}

function sample(bytes: Uint8Array): string {
  const first = bytes.subarray(0, 40_000);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      // A character cut in two at the end is no fault of the file.
      return new TextDecoder(encoding, { fatal: true }).decode(first, { stream: true }).replace(/\r\n?/g, "\n");
    } catch {
      continue;
    }
  }
  return "";
}

/** Paragraphs, or lines, of which nearly each is in another script than the one before. */
function isInterleaved(text: string): boolean {
  const units = text
    .split(/\n\s*/)
    .filter((line) => /\p{L}/u.test(line))
    .slice(0, 200);
  if (units.length < 4) return false;
  const sides = units.map((line) => hanShare(line) > 0.5);
  const changes = sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
  const han = sides.filter(Boolean).length;
  return changes >= (units.length - 1) * 0.7 && han >= units.length * 0.3 && han <= units.length * 0.7;
}
