import type { Problem } from "@/lib/problem/problem";

/** A file's text without its byte order mark, which is remembered so that writing restores every byte. */
export type DecodedText = { readonly text: string; readonly byteOrderMark: boolean };

const byteOrderMark = "\uFEFF";

/** NUL, C0 less tab and line ends, DEL, C1, lone surrogates and noncharacters: never text, only accidents. */
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF\p{Cs}\uFDD0-\uFDEF]|[\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{3FFFE}\u{3FFFF}\u{4FFFE}\u{4FFFF}\u{5FFFE}\u{5FFFF}\u{6FFFE}\u{6FFFF}\u{7FFFE}\u{7FFFF}\u{8FFFE}\u{8FFFF}\u{9FFFE}\u{9FFFF}\u{AFFFE}\u{AFFFF}\u{BFFFE}\u{BFFFF}\u{CFFFE}\u{CFFFF}\u{DFFFE}\u{DFFFF}\u{EFFFE}\u{EFFFF}\u{FFFFE}\u{FFFFF}\u{10FFFE}\u{10FFFF}]/u;

/** 1-based line of a UTF-16 offset; `\n`, `\r\n` and a lone `\r` each end a line. */
export function lineAt(text: string, offset: number): number {
  return (text.slice(0, offset).match(/\r\n?|\n/g)?.length ?? 0) + 1;
}

/**
 * Decodes strict UTF-8. One byte order mark at the start is taken off and remembered.
 *
 * @param file - the file's name as problems show it
 * @returns `decoded` is null when the bytes are not UTF-8; problems name the first offending line
 */
export function decodeText(bytes: Uint8Array, file: string): { decoded: DecodedText | null; problems: Problem[] } {
  let whole: string;
  try {
    whole = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { decoded: null, problems: [encodingInvalid(bytes, file)] };
  }
  const marked = whole.startsWith(byteOrderMark);
  const text = marked ? whole.slice(1) : whole;
  const problem = forbiddenIn(text, file);
  return { decoded: { text, byteOrderMark: marked }, problems: problem ? [problem] : [] };
}

/** Writes a text back to the bytes it was read from. */
export function encodeText({ text, byteOrderMark: marked }: DecodedText): Uint8Array {
  return new TextEncoder().encode(marked ? byteOrderMark + text : text);
}

/** Finds the first character that is no text: its name as `U+0000`, itself, and its UTF-16 offset. */
export function findForbidden(text: string): { name: string; sign: string; offset: number } | null {
  const found = forbidden.exec(text);
  if (!found) return null;
  const hex = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { name: `U+${hex}`, sign: found[0], offset: found.index };
}

function forbiddenIn(text: string, file: string): Problem | null {
  const found = findForbidden(text);
  if (!found) return null;
  return {
    code: "character-forbidden",
    severity: "error",
    what: `The character ${found.name} is no text: it is invisible and breaks other programs.`,
    where: { file, line: lineAt(text, found.offset) },
    fix: "Delete that character; most editors show it when told to show control characters.",
  };
}

function encodingInvalid(bytes: Uint8Array, file: string): Problem {
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  // A replacement character that was typed on purpose encodes back to the same bytes, so look for the first that does not.
  const encoded = new TextEncoder().encode(lenient);
  let at = 0;
  while (at < bytes.length && bytes[at] === encoded[at]) at++;
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, at));
  return {
    code: "encoding-invalid",
    severity: "error",
    what: `Byte ${at + 1} of this file is not UTF-8.`,
    where: { file, line: lineAt(before, before.length) },
    fix: "Save the file as UTF-8; a Chinese text from an older program is often GB 18030 or Big5.",
  };
}
