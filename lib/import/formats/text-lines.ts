/** A line of a plain text. */
export type TextLine = {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** A page of the original began here. */
  readonly afterPage: boolean;
};

/** Divides a text into lines; a form feed ends a line and a page. */
export function textLines(text: string): TextLine[] {
  let number = 0;
  return text.split(/\n/).flatMap((whole) => {
    number++;
    return whole
      .split(/[\f\u2028\u2029]/)
      .map((part, index) => ({ text: part.replaceAll("\uFEFF", ""), number, afterPage: index > 0 }));
  });
}

export function isBlank({ text }: TextLine): boolean {
  return text.trim() === "";
}

/** Whether words come to an end with this line: a full stop, perhaps behind closing quotes, or a colon. */
export function endsSentence(line: string): boolean {
  return /[.!?。！？…:：;；—][”’"'」』）)\]】》*_]{0,3}$/u.test(line.slice(-6).trimEnd());
}

/** Columns that a line takes on paper; a Han character takes two. */
export function columns(line: string): number {
  const wide =
    line.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g)?.length ?? 0;
  return line.length + wide;
}

/** Joins lines that one paragraph was broken into. A hyphen at a line's end stays, since it may be part of the word. */
export function joinWrapped(lines: readonly TextLine[]): string {
  return lines
    .map(({ text }) => text.trim())
    .join("\n")
    .replace(/(?<=\p{Ll})-\n(?=\p{Ll})/gu, "-");
}
