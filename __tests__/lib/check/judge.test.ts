import { judge } from "@/lib/check/judge";
import type { PassageId } from "@/lib/passage/passage-id";
import type { Problem } from "@/lib/problem/problem";

const problem = (code: Problem["code"], what: string): Problem => ({
  code,
  severity: "warning",
  what,
  where: { file: "content/work/en.md", line: 3 },
  fix: "Mend it.",
  passage: "k7m2q",
});
const numbers = problem("number-differs", "“7.2” stands alone.");
const spaces = problem("space-wrong", "A space.");
const passage = "k7m2q" as PassageId;
const where = (index: number) => ({ file: "content/work/work.yaml", line: 10 + index });

it("leaves everything as it is where nothing is set", () =>
  expect(judge([numbers, spaces], {}, {}, where)).toEqual({ problems: [numbers, spaces], accepted: [] }));

it("takes out what is accepted, and keeps the reason", () =>
  expect(
    judge(
      [numbers, spaces],
      {},
      { accepted: [{ passage, code: "number-differs", about: "7.2", reason: "So." }] },
      where,
    ),
  ).toEqual({
    problems: [spaces],
    accepted: [{ problem: numbers, reason: "So." }],
  }));

it.each([
  ["other words", { passage, code: "number-differs", about: "7.3", reason: "So." }],
  ["another passage", { passage: "p3x8d" as PassageId, code: "number-differs", reason: "So." }],
  ["another code", { passage, code: "date-differs", reason: "So." }],
] as const)("accepts nothing by %s, and says so on the line of the entry", (_, acceptance) => {
  const used = { passage, code: "space-wrong", reason: "So." } as const;
  const { problems, accepted } = judge([numbers, spaces], {}, { accepted: [used, acceptance] }, where);
  expect(accepted).toHaveLength(1);
  expect(problems).toEqual([
    numbers,
    expect.objectContaining({ code: "acceptance-unused", severity: "warning", where: where(1) }),
  ]);
});

it("switches off and raises by code, the work before the site", () => {
  const site = { severity: { "space-wrong": "off", "number-differs": "off" } } as const;
  expect(judge([numbers, spaces], site, { severity: { "number-differs": "error" } }, where).problems).toEqual([
    { ...numbers, severity: "error" },
  ]);
});

it("does not call an acceptance unused because its code is switched off", () =>
  expect(
    judge(
      [spaces],
      { severity: { "space-wrong": "off" } },
      { accepted: [{ passage, code: "space-wrong", reason: "So." }] },
      where,
    ).problems,
  ).toEqual([]));
