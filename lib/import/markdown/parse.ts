import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { tooDeep } from "@/lib/passage/markdown";
import { lineAt } from "@/lib/text/decode";
import { ImportRefused } from "../imported-text";

/** Openings of comments and declarations: the parser looks for the end of each, in quadratic time where there is none. */
const mostOpenings = 300;

/**
 * Parses Markdown as people write it elsewhere: CommonMark, with notes, with HTML and link definitions, which the dialect
 * has not. Indented lines are text: in Chinese they are paragraphs more often than code.
 *
 * @param isOurs - the file has marks of the dialect, where `---` below a line is a rule and no heading
 */
export function parseForeign(source: string, file: string, firstLine: number, isOurs: boolean): Root {
  const deep = tooDeep(source);
  if (deep !== null) {
    const what = "Too many marks stand in each other here to be read as text.";
    const fix = "Write this part with fewer levels, or in several paragraphs.";
    throw new ImportRefused(file, lineAt(source, deep) + firstLine - 1, what, fix);
  }
  const openings = source.match(/<[!?]/g)?.length ?? 0;
  const html = openings > mostOpenings ? ["htmlFlow", "htmlText"] : [];
  const disabled = ["codeIndented", ...html, ...(isOurs ? ["setextUnderline"] : [])];
  return fromMarkdown(source, {
    extensions: [gfmFootnote(), cjkFriendlyExtension(), { disable: { null: disabled } }],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  });
}
