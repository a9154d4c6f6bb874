import { type Token } from "@/lib/check/facts/english-tokens";
import { signBefore } from "@/lib/check/facts/english-units";

const isAmount = (tokens: readonly Token[], at: number) =>
  /,/.test(tokens[at]?.text ?? "") || /^(?:million|billion|trillion|bn|m)$/.test(tokens[at + 1]?.text ?? "");

const run = /[A-Za-z0-9_./-]/;
const notNames =
  /^(?:mid|pre|post|early|late|top|under|over|sub|non|about|circa|and|or|to|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/**
 * `GPT-4`, `A100`, `COVID-19`, `x86_64`, `gentoo-0.9.12`: digits after letters, with nothing but digits, dots, hyphens
 * and the like between them.
 */
export function isInName(tokens: readonly Token[], at: number, folded: string): boolean {
  const token = tokens[at];
  if (!token || signBefore(folded, token.start)) return false;
  // 5G, 3D, and 3K where it can hardly be three thousand.
  if (/^[GDK](?![A-Za-z])/.test(folded.slice(token.end, token.end + 2)) && /^\d$/.test(token.text)) return true;
  if (token.spaced) return false;
  let from = token.start;
  // N585 million is an amount in naira.
  if (isAmount(tokens, at) && /(?:^|[^A-Za-z])(?:[A-Z]|Rs|Rp)$/.test(folded.slice(Math.max(0, from - 3), from)))
    return false;
  while (from > 0 && token.start - from < 80 && run.test(folded[from - 1] ?? "")) from--;
  const before = folded.slice(from, token.start);
  if (/[A-Za-z_]$/.test(before)) return !/(?:^|[^A-Za-z])(?:p|pp|c|ca)$/.test(before);
  const word = /([A-Za-z][A-Za-z0-9_]*)[-/]([\d.-]*)$/.exec(before);
  if (!word) return /[A-Za-z][\w/]*[_/][\w./-]*$/.test(before);
  const [, name = "", version = ""] = word;
  return !notNames.test(name) && (/[A-Z\d_]/.test(name) || version !== "" || /\d\.\d/.test(token.text));
}
