import type { Problem, ProblemCode } from "@/lib/problem/problem";
import type { PassageId } from "@/lib/passage/passage-id";
import { lineAt } from "@/lib/text/decode";
import type { CheckedSide } from "./context";

/**
 * A warning about one side of a passage, on the line where `words` are written, else on the side's first.
 *
 * @param words - as they are written in the file
 */
export function found(
  code: ProblemCode,
  id: PassageId,
  side: CheckedSide,
  { what, fix, words = "" }: { readonly what: string; readonly fix: string; readonly words?: string },
): Problem {
  const where = { file: side.file, line: lineOf(side, words) };
  return { code, severity: "warning", what, where, fix, passage: id, side: side.side };
}

function lineOf({ parts }: CheckedSide, words: string): number {
  // What was masked is written otherwise; what stands before or after it finds the line as well.
  const [longest = ""] = words.split(/\uFFFC+|\s{2,}/u).sort((a, b) => b.length - a.length);
  for (const { raw, line } of longest === "" ? [] : parts) {
    const at = raw.indexOf(longest);
    if (at >= 0) return line + lineAt(raw, at) - 1;
  }
  return parts[0]?.line ?? 1;
}

/** Words for a message: in quotation marks, at most 60 characters of them. */
export function quote(words: string): string {
  const characters = [...words.trim().replace(/\uFFFC+/gu, "…")];
  return `“${characters.length > 60 ? `${characters.slice(0, 60).join("")}…` : characters.join("")}”`;
}

/** The words around a place, so that a reader finds it. */
export function around(text: string, start: number, end: number = start + 1, reach = 12): string {
  const [from, to] = [Math.max(0, start - reach), Math.min(text.length, end + reach)];
  return text.slice(from, to).replace(/\s+/g, " ").trim();
}
