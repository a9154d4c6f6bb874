/** Divides a plain text into paragraphs: at empty lines, or where there is none, at every line end. White space around them goes. */
export function paragraphsOf(text: string): string[] {
  const pieces = /\n[^\S\n]*\n/.test(text.trim().replace(/\r\n?/g, "\n"))
    ? text.replace(/\r\n?/g, "\n").split(/\n(?:[^\S\n]*\n)+/)
    : text.split(/\r\n?|\n/);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}
