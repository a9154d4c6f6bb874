import type { Problem, ProblemCode } from "@/lib/problem/problem";
import type { Acceptance, SiteCheckSettings, WorkCheckSettings } from "@/lib/work/check-settings";

/** A problem that was accepted, and why. */
export type Accepted = { readonly problem: Problem; readonly reason: string };

/** What is left of a work's problems once its publisher has had a say. */
export type Judged = {
  readonly problems: readonly Problem[];
  readonly accepted: readonly Accepted[];
};

/**
 * Applies what a publisher set: takes out what was accepted, gives the rest the severity chosen, and warns of
 * acceptances that accept nothing. A work's settings go before the site's.
 *
 * @param whereIs - the place of the acceptance with this index in `work.yaml`
 */
export function judge(
  found: readonly Problem[],
  site: SiteCheckSettings,
  work: WorkCheckSettings,
  whereIs: (index: number) => Problem["where"],
): Judged {
  const acceptances = work.accepted ?? [];
  const accepted: Accepted[] = [];
  const used = new Set<Acceptance>();
  const left = found.filter((problem) => {
    const matching = acceptances.filter((acceptance) => accepts(acceptance, problem));
    for (const acceptance of matching) used.add(acceptance);
    const [first] = matching;
    if (first) accepted.push({ problem, reason: first.reason });
    return first === undefined;
  });
  const unused = acceptances.flatMap((acceptance, index) => (used.has(acceptance) ? [] : report(acceptance, whereIs(index)))); // prettier-ignore
  const chosen: Partial<Record<ProblemCode, "off" | Problem["severity"]>> = { ...site.severity, ...work.severity };
  const problems = [...left, ...unused].flatMap((problem): Problem[] => {
    const severity = chosen[problem.code] ?? problem.severity;
    return severity === "off" ? [] : [{ ...problem, severity }];
  });
  return { problems, accepted };
}

function accepts({ passage, code, about }: Acceptance, problem: Problem): boolean {
  return problem.passage === passage && problem.code === code && (about === undefined || problem.what.includes(about));
}

function report({ passage, code, about }: Acceptance, where: Problem["where"]): Problem {
  const words = about === undefined ? "" : ` about ${JSON.stringify(about)}`;
  const what = `The passage ${passage} has no ${code}${words} to accept.`;
  const fix = "Delete the entry, or mend the id, the code or the words in it.";
  return { code: "acceptance-unused", severity: "warning", what, where, fix, passage };
}
