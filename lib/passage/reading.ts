import type { Problem, ProblemCode } from "@/lib/problem/problem";
import type { Footnote } from "./block";

/** What one pass over a rendering carries along: the text, and what was found on the way. */
export type Reading = {
  readonly file: string;
  readonly source: string;
  readonly problems: Problem[];
  /** Definitions by label. */
  readonly footnotes: Map<string, Footnote>;
  /** Where each definition stands. */
  readonly footnoteLines: Map<string, number>;
  /** Labels that the text refers to. */
  readonly references: Set<string>;
};

/** Notes a problem of this rendering. */
export function report(
  reading: Reading,
  severity: Problem["severity"],
  code: ProblemCode,
  line: number,
  what: string,
  fix: string,
): void {
  reading.problems.push({ code, severity, what, where: { file: reading.file, line }, fix });
}
