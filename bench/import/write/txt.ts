import type { Block } from "@/lib/passage/block";
import { plainText } from "@/lib/passage/plain-text";
import type { Text } from "../documents";

/** Paragraphs as Chinese novels go round: a line each, two wide spaces before it, no empty lines. */
export function indentedTxt({ blocks }: Text): string {
  return crlf(
    blocks
      .flatMap(({ block }) =>
        block.type === "heading" ? ["", plainText(block), ""] : linesOf(block).map((line) => `\u3000\u3000${line}`),
      )
      .join("\n"),
  );
}

/** Paragraphs between empty lines; a verse keeps its lines. */
export function spacedTxt({ blocks }: Text): string {
  return crlf(blocks.map(({ block }) => linesOf(block).join("\n")).join("\n\n"));
}

const width = 72;
const linesOnPage = 26;

/** Lines broken at 72 columns, on pages that have the title above and their number below. */
export function pagedTxt({ blocks, title }: Text): string {
  const lines = blocks.flatMap(({ block }) => [...linesOf(block).flatMap(wrap), ""]);
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += linesOnPage) {
    const body = lines
      .slice(at, at + linesOnPage)
      .join("\n")
      .replace(/\n+$/, "");
    pages.push(`${title.toUpperCase().padStart(46)}\n\n${body}\n\n${`- ${pages.length + 1} -`.padStart(38)}\n`);
  }
  return pages.join("\n");
}

function wrap(words: string): string[] {
  // Chinese is broken anywhere, and a character takes two columns.
  if (/\p{Script=Han}/u.test(words)) return words.match(new RegExp(`.{1,${width / 2}}`, "gu")) ?? [];
  const lines = [""];
  for (const word of words.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function linesOf(block: Block): string[] {
  return plainText(block).split("\n");
}

function crlf(text: string): string {
  return `${text}\n`.replaceAll("\n", "\r\n");
}
