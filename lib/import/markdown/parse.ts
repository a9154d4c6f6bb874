import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { tooDeep } from "@/lib/passage/markdown";
import { lineAt } from "@/lib/text/decode";
import { ImportRefused } from "../imported-text";
import { tooManyClosings } from "../write/too-many-closings";

/** Openings of comments and declarations: the parser looks for the end of each, in quadratic time where there is none. */
const mostOpenings = 300;

/** Lines of one list or quote: 5,000 take a second, 100,000 minutes. */
const mostListLines = 5_000;

/**
 * Parses Markdown as people write it elsewhere: CommonMark, with notes, with HTML and link definitions, which the dialect
 * has not. Indented lines are text: in Chinese they are paragraphs more often than code.
 *
 * @param isOurs - the file has marks of the dialect, where `---` below a line is a rule and no heading
 */
export function parseForeign(source: string, file: string, firstLine: number, isOurs: boolean): Root {
  const deep = tooDeep(source) ?? tooManyClosings(source);
  if (deep !== null) {
    const what = "Too many marks stand in each other here to be read as text.";
    const fix = "Write this part with fewer levels, or in several paragraphs.";
    throw new ImportRefused(file, lineAt(source, deep) + firstLine - 1, what, fix);
  }
  checkLists(source, file, firstLine);
  const openings = source.match(/<[!?]/g)?.length ?? 0;
  const html = openings > mostOpenings ? ["htmlFlow", "htmlText"] : [];
  const disabled = ["codeIndented", ...html, ...(isOurs ? ["setextUnderline"] : [])];
  return fromMarkdown(source, {
    extensions: [gfmFootnote(), cjkFriendlyExtension(), { disable: { null: disabled } }],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  });
}

/** The parser looks back over a whole list or quote at each of its lines. */
function checkLists(source: string, file: string, firstLine: number): void {
  let [run, line] = [0, firstLine];
  for (const text of source.split("\n")) {
    if (/^[ \t]*(?:[-+*>]|\d{1,9}[.)])/.test(text)) run++;
    // Empty and indented lines continue a list.
    else if (/^\S/.test(text)) run = 0;
    if (run > mostListLines) {
      const what = `A list or quote has more than ${mostListLines} lines here, more than can be read.`;
      throw new ImportRefused(file, line, what, "Divide it with a heading or a paragraph.");
    }
    line++;
  }
}
