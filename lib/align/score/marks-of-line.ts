/** How a line ends, as both languages do it. */
export const endings = ["stop", "question", "exclamation", "ellipsis", "colon", "comma", "none"] as const;

/** What punctuation tells of a line. */
export type LineMarks = {
  /** Index in `endings`. */
  readonly ending: number;
  /** Whether it begins with an opening quotation mark. */
  readonly opens: boolean;
  /** Whether it ends with a closing one. */
  readonly closes: boolean;
  /** Whether a quotation that was opened is still open at its end. */
  readonly isInside: boolean;
};

const opening = "“‘「『«〝";
const closing = "”’」』»〞";
const trailing = /[\s"'”’」』»〞）)\]】*_]+$/u;

/** Reads the punctuation of the lines of a text, in order; a quotation may run over several lines. */
export function marksOfLines(lines: readonly string[]): LineMarks[] {
  let open = 0;
  return lines.map((line) => {
    const text = line.trim();
    // An apostrophe is no quotation mark.
    const bare = text.replace(/(\p{L})['’](?=\p{L})/gu, "$1").replace(/(\p{L}s)['’](?=\s)/gu, "$1");
    for (const each of bare) {
      if (opening.includes(each)) open = Math.min(2, open + 1);
      else if (closing.includes(each)) open = Math.max(0, open - 1);
      else if (each === '"') open = open > 0 ? open - 1 : 1;
    }
    const marks: LineMarks = {
      ending: endings.indexOf(endingOf(text.replace(trailing, ""))),
      opens: /^["'“‘「『«〝]/u.test(text),
      closes: /["'”’」』»〞]$/u.test(text),
      isInside: open > 0,
    };
    return marks;
  });
}

function endingOf(text: string): (typeof endings)[number] {
  if (/[?？]$/u.test(text)) return "question";
  if (/[!！]$/u.test(text)) return "exclamation";
  if (/(?:…|\.\.\.|—|―|--)$/u.test(text)) return "ellipsis";
  if (/[.。．]$/u.test(text)) return "stop";
  if (/[:：]$/u.test(text)) return "colon";
  if (/[,，;；、]$/u.test(text)) return "comma";
  return "none";
}
