/** Where a problem stands: a file from the site's root and a 1-based line. */
export type Place = { readonly file: string; readonly line: number };

/** Permanent names: people search for them. Each has a line in docs/problems.md and a case in the tests. */
export const problemCodes = [
  "id-repeated",
  "id-malformed",
  "id-retired",
  "id-unpublished",
  "id-forgotten",
  "mark-missing",
  "mark-misplaced",
  "yaml-malformed",
  "work-malformed",
  "language-unknown",
  "glossary-malformed",
  "ledger-malformed",
  "ledger-dangling",
  "encoding-invalid",
  "character-forbidden",
  "file-missing",
  "file-empty",
  "html-as-text",
  "link-refused",
  "footnote-missing",
  "footnote-unused",
  "nesting-too-deep",
  "passage-alone",
  "passage-oversized",
  "translation-stale",
  "slug-malformed",
  "work-forgotten",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Something a person wrote that is wrong. Ordinary: collected and printed, never thrown. */
export type Problem = {
  readonly code: ProblemCode;
  readonly severity: "error" | "warning";
  /** One sentence, with the offending value. */
  readonly what: string;
  readonly where: Place;
  /** An instruction; the command to run, where there is one. */
  readonly fix: string;
};

/**
 * Prints one problem as three lines: place, severity and code; what; fix.
 *
 *     content/rift/en.md:41  error  id-repeated
 *       The id k7m2q already marks line 12 of this file.
 *       Fix: delete one of the two marks.
 */
export function formatProblem({ code, severity, what, where, fix }: Problem): string {
  return `${where.file}:${where.line}  ${severity}  ${code}\n  ${what}\n  Fix: ${fix}`;
}

/** True when the problem keeps its work from being served. */
export function isError(problem: Problem): boolean {
  return problem.severity === "error";
}
