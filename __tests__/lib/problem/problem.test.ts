import { formatProblem, isError, type Problem } from "@/lib/problem/problem";

const problem: Problem = {
  code: "id-repeated",
  severity: "error",
  what: "The id k7m2q already marks line 12 of this file.",
  where: { file: "content/rift/en.md", line: 41 },
  fix: "Keep one of the two marks.",
};

it("prints the place, what is wrong and how to mend it", () =>
  expect(formatProblem(problem)).toBe(
    [
      "content/rift/en.md:41  error  id-repeated",
      "  The id k7m2q already marks line 12 of this file.",
      "  Fix: Keep one of the two marks.",
    ].join("\n"),
  ));

it.each([
  ["error", true],
  ["warning", false],
] as const)("withholds a work for an %s: %s", (severity, expected) =>
  expect(isError({ ...problem, severity })).toBe(expected),
);
