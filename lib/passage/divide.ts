/** Length of a piece, in UTF-16 units: the parser holds some hundred bytes for each. */
const usual = 64 * 1024;

/**
 * Divides a long text into pieces that mean the same read one by one as read together, so that the parser need not hold
 * a whole book at once. A piece ends after a blank line, before a line that begins at the margin: no quote, list or note
 * reaches over that. A code fence might; and a note's reference is one only where the note is known: texts with either
 * stay whole.
 *
 * @param length - of a piece at least; the last may be shorter
 * @returns the pieces, which joined are the text
 */
export function divide(source: string, length = usual): readonly string[] {
  if (source.length <= length || /\[\^|```|~~~/.test(source)) return [source];
  const pieces: string[] = [];
  const border = /\n[ \t]*\r?\n(?=[\p{L}\p{Ps}\p{Pi}])/gu;
  let start = 0;
  border.lastIndex = length;
  for (let found = border.exec(source); found; found = border.exec(source)) {
    pieces.push(source.slice(start, border.lastIndex));
    start = border.lastIndex;
    border.lastIndex = start + length;
  }
  pieces.push(source.slice(start));
  return pieces.filter((piece) => piece !== "");
}
