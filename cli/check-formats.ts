import type { Accepted } from "@/lib/check/judge";
import { formatProblem, isError, type Problem } from "@/lib/problem/problem";
import { count } from "./arguments";

/** What a check came to, for printing. */
export type Outcome = {
  readonly works: readonly { readonly slug: string; readonly passages: number; readonly served: boolean }[];
  readonly problems: readonly Problem[];
  readonly accepted: readonly Accepted[];
  /** Remarks on the check itself, such as that there is no Git here. */
  readonly notes: readonly string[];
};

export const formats = ["text", "json", "github"] as const;
export type Format = (typeof formats)[number];

/** Prints the outcome of a check; `workOf` tells which work a problem is about. */
export function formatOutcome(outcome: Outcome, format: Format, workOf: (problem: Problem) => string): string {
  if (format === "json") return toJson(outcome, workOf);
  const problems = outcome.problems.map((problem) =>
    format === "github" ? toGithub(problem) : `${formatProblem(problem)}\n`,
  );
  return [...problems, ...outcome.notes, sumUp(outcome)].join("\n");
}

function sumUp({ works, problems, accepted }: Outcome): string {
  const passages = works.reduce((sum, work) => sum + work.passages, 0);
  const errors = problems.filter(isError).length;
  const damaged = works.filter(({ served }) => !served);
  return (
    `${count(works.length, "work")}, ${count(passages, "passage")}: ` +
    `${count(errors, "error")}, ${count(problems.length - errors, "warning")}` +
    (accepted.length > 0 ? `, ${accepted.length} accepted` : "") +
    (damaged.length > 0 ? `; not served: ${damaged.map(({ slug }) => slug).join(", ")}` : "")
  );
}

/** The shape is documented in docs/problems.md: fields are added to it and never changed. */
function toJson({ works, problems, accepted, notes }: Outcome, workOf: (problem: Problem) => string): string {
  const entry = (problem: Problem, reason: string | null) => ({
    code: problem.code,
    severity: problem.severity,
    work: workOf(problem) || null,
    file: problem.where.file,
    line: problem.where.line,
    passage: problem.passage ?? null,
    side: problem.side ?? null,
    what: problem.what,
    fix: problem.fix,
    accepted: reason !== null,
    reason,
  });
  const errors = problems.filter(isError).length;
  const whole = {
    version: 1,
    counts: { errors, warnings: problems.length - errors, accepted: accepted.length },
    works,
    problems: [
      ...problems.map((problem) => entry(problem, null)),
      ...accepted.map(({ problem, reason }) => entry(problem, reason)),
    ],
    notes,
  };
  return JSON.stringify(whole, null, 2);
}

/**
 * One workflow command of GitHub Actions, which marks the line in a pull request.
 * Escapes as actions/toolkit does: `%` and line ends everywhere, `:` and `,` in properties.
 */
function toGithub({ code, severity, what, where, fix }: Problem): string {
  const data = (text: string) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  const property = (text: string) => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
  return `::${severity} file=${property(where.file)},line=${where.line},title=${property(code)}::${data(`${what}\nFix: ${fix}`)}`;
}
