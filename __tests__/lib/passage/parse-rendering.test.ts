import { parseRendering } from "@/lib/passage/parse-rendering";

const before = "山高。 ^k7m2q\n\n";
const deeper = (step: string, item: string) =>
  Array.from({ length: 600 }, (_, level) => step.repeat(level) + item).join("\n");

it.each([
  ["quotes", `${"> ".repeat(10_000)}x`],
  ["quotes without spaces", `${">".repeat(10_000)}x`],
  ["lists on one line", `${"- ".repeat(10_000)}x`],
  ["starred lists on one line", `${"* ".repeat(10_000)}x`],
  ["numbered lists on one line", `${"1. ".repeat(10_000)}x`],
  ["lists of lists, a line each", deeper("  ", "- x")],
  ["numbered lists of lists, a line each", deeper("   ", "1. x")],
  ["lists indented by tabs", deeper("\t", "- x")],
  ["lists in quotes", deeper("> ", "- x")],
  ["emphasis", `${"*a ".repeat(10_000)}${" a*".repeat(10_000)}`],
  ["strong in one run", `${"*".repeat(10_000)}x${"*".repeat(10_000)}`],
  ["underscores", "_a*".repeat(10_000)],
  ["links", `${"[".repeat(10_000)}x${"](y)".repeat(10_000)}`],
  ["pictures", "![".repeat(10_000)],
])("refuses to read %s by the thousand, and says from where", (_, deep) => {
  const { blocks, slices, problems } = parseRendering(before + deep, "zh-Hans.md");
  expect(problems).toMatchObject([{ code: "nesting-too-deep", severity: "error", where: { file: "zh-Hans.md" } }]);
  expect(problems[0]?.where.line).toBeGreaterThanOrEqual(3);
  expect(blocks).toEqual([]);
  expect(slices.map(({ raw }) => raw).join("")).toBe(before + deep);
});

it.each([
  ["quotes", `${"> ".repeat(21)}x`],
  ["lists", `${"- ".repeat(21)}x`],
])("draws %s deeper than twenty as text, and says so", (_, deep) =>
  expect(parseRendering(before + deep, "zh-Hans.md").problems).toMatchObject([
    { code: "nesting-too-deep", severity: "error", where: { line: 3 } },
  ]),
);

it.each([
  ["ten quotes", `${"> ".repeat(10)}x`],
  ["a long rule", "- ".repeat(300)],
  ["a long rule of stars", "* ".repeat(300)],
  ["a rule without spaces", "-".repeat(3_000)],
  ["a line far to the right", `${" ".repeat(500)}x`],
  ["many emphasised words, a paragraph each", "*a* **b** `c` [d](e)\n\n".repeat(500)],
  ["a long list", "- *a*\n- b\n".repeat(300)],
])("reads %s", (_, source) => expect(parseRendering(before + source, "zh-Hans.md").problems).toEqual([]));

it("reads a paragraph of a megabyte, and warns that it is none", () => {
  const { blocks, problems } = parseRendering(`${before}${"山高水长。".repeat(70_000)} ^p3x8d\n`, "zh-Hans.md");
  expect(blocks.map(({ mark, text }) => [mark, text.length])).toEqual([
    ["k7m2q", 3],
    ["p3x8d", 350_000],
  ]);
  expect(problems).toMatchObject([
    { code: "passage-oversized", severity: "warning", where: { line: 3 }, what: expect.stringContaining("1050 kB") },
  ]);
});

it("reads a book whose empty lines were lost, and names each line", () => {
  const { problems } = parseRendering("words ^k7m2q\n".repeat(2_000), "en.md");
  expect(problems.map(({ where }) => where.line)).toEqual(Array.from({ length: 1_999 }, (_, index) => index + 1));
});

it("measures a block by its bytes, not by its characters", () => {
  expect(parseRendering("a".repeat(150_000), "en.md").problems).toEqual([]);
  expect(parseRendering("山".repeat(150_000), "en.md").problems).toMatchObject([{ code: "passage-oversized" }]);
});

it("orders problems by line", () => {
  const source = "a[^1] ^k7m2q\n\nb <b> ^k7m2q\n\n[^2]: x\n\nc ^BAD";
  expect(parseRendering(source, "en.md").problems.map(({ code, where }) => `${where.line} ${code}`)).toEqual([
    "1 footnote-missing",
    "3 html-as-text",
    "3 id-repeated",
    "5 footnote-unused",
    "7 id-malformed",
  ]);
});
