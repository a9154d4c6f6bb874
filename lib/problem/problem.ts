/** Where a problem stands: a file from the site's root and a 1-based line. */
export type Place = { readonly file: string; readonly line: number };

/** What loading a work can find; the site does too. Permanent names, as all codes: people search for them. */
export const loaderCodes = [
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

/** What `duidu check` finds besides, by reading the two texts against each other. None keeps a work from being served. */
export const checkCodes = [
  "heading-level-differs",
  "block-kind-differs",
  "number-differs",
  "date-differs",
  "time-differs",
  "currency-differs",
  "percentage-differs",
  "unit-differs",
  "name-differs",
  "term-missing",
  "name-inconsistent",
  "untranslated",
  "length-suspicious",
  "sentence-repeated",
  "sentence-missing",
  "quotes-unbalanced",
  "brackets-unbalanced",
  "quotes-differ",
  "width-wrong",
  "word-doubled",
  "space-wrong",
  "character-invisible",
  "bead-uncertain",
  "acceptance-unused",
] as const;

/** Each has a line in docs/problems.md and a case in the tests. */
export const problemCodes = [...loaderCodes, ...checkCodes] as const;

/** Codes whose severity is the publisher's to choose: those that never tell of a work that cannot be served. */
export const adjustableCodes: readonly ProblemCode[] = [
  ...checkCodes,
  "id-unpublished",
  "glossary-malformed",
  "html-as-text",
  "link-refused",
  "footnote-missing",
  "footnote-unused",
  "passage-alone",
  "passage-oversized",
  "translation-stale",
];

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
  /** Id of the passage it is about, where it is about one. */
  readonly passage?: string;
  /** The rendering in which to look; left out where both are as likely. */
  readonly side?: "source" | "translation";
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
