import { formatOutcome, type Outcome } from "@/cli/check-formats";
import type { Problem } from "@/lib/problem/problem";

const problem: Problem = {
  code: "number-differs",
  severity: "warning",
  what: "“50 %” stands alone,\nor so: it seems.",
  where: { file: "content/a,b:c/en.md", line: 41 },
  fix: "Mend it.",
  passage: "k7m2q",
  side: "translation",
};
const site: Problem = { code: "work-malformed", severity: "error", what: "No.", where: { file: "content/check.yaml", line: 2 }, fix: "Mend it." }; // prettier-ignore
const outcome: Outcome = {
  works: [
    { slug: "one", passages: 3, served: true },
    { slug: "two", passages: 0, served: false },
  ],
  problems: [site, problem],
  accepted: [{ problem: { ...problem, code: "date-differs" }, reason: "So." }],
  notes: ["No Git history here."],
};
const workOf = ({ where }: Problem) => (where.file === "content/check.yaml" ? "" : "one");

it("escapes workflow commands as GitHub reads them", () =>
  expect(formatOutcome(outcome, "github", workOf).split("\n")).toEqual([
    "::error file=content/check.yaml,line=2,title=work-malformed::No.%0AFix: Mend it.",
    "::warning file=content/a%2Cb%3Ac/en.md,line=41,title=number-differs::“50 %25” stands alone,%0Aor so: it seems.%0AFix: Mend it.",
    "No Git history here.",
    "2 works, 3 passages: 1 error, 1 warning, 1 accepted; not served: two",
  ]));

it("prints one object of a shape that stays", () => {
  const entry = {
    code: "number-differs",
    severity: "warning",
    work: "one",
    file: "content/a,b:c/en.md",
    line: 41,
    passage: "k7m2q",
    side: "translation",
    what: problem.what,
    fix: "Mend it.",
    accepted: false,
    reason: null,
  };
  expect(JSON.parse(formatOutcome(outcome, "json", workOf))).toEqual({
    version: 1,
    counts: { errors: 1, warnings: 1, accepted: 1 },
    works: outcome.works,
    problems: [
      expect.objectContaining({ code: "work-malformed", work: null, passage: null, side: null, accepted: false }),
      entry,
      { ...entry, code: "date-differs", accepted: true, reason: "So." },
    ],
    notes: ["No Git history here."],
  });
});

it("counts what was accepted without printing it", () => {
  const text = formatOutcome(outcome, "text", workOf);
  expect(text).toContain("content/a,b:c/en.md:41  warning  number-differs\n");
  expect(text).not.toContain("date-differs");
  expect(text).toMatch(/\n2 works, 3 passages: 1 error, 1 warning, 1 accepted; not served: two$/);
});
