import fc from "fast-check";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { escapeMarkdown, markdownOf } from "@/lib/revise/plain-text-file";
import type { OpenText } from "@/lib/work/open-text";

const anyLine = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."#>*_`[]()<&!\\-+=~|{}^:1.9) \u3000山水“”".split("")),
      fc.constantFrom(
        "**",
        "```",
        "1. ",
        "- ",
        "# ",
        "[^1]",
        "![a](b)",
        "<b>",
        "&amp;",

        " ^k7m2q",
        "^new",
        "http://a.b",
        "---",
        "word",
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join("").trim())
  .filter((line) => line !== "");

it("writes any words as Markdown that reads back as one paragraph of these words, without a mark", () =>
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 3 }), (lines) => {
      const words = lines.join("\n");
      // Ruby is a notation of the words themselves, in plain text too, and may stand across a line end.
      fc.pre(!/\{[^{}|]+\|[^{}|]+\}/.test(words));
      const { blocks } = parseRendering(escapeMarkdown(words), "x.md");
      // How a line end within a paragraph is read is Markdown's affair.
      const read = blocks.map(({ block, text, mark }) => [block.type, text.replace(/\s+/g, ""), mark]);
      expect(read).toEqual([["paragraph", words.replace(/\s+/g, ""), null]]);
    }),
    { numRuns: 1000 },
  ));

it.each(["山高。", "He said: 12:30 (noon)", "a - b", "50 % of x"])("leaves %j as it is", (words) =>
  expect(escapeMarkdown(words)).toBe(words),
);

describe("a new version as plain text", () => {
  const text = [
    "First, as it was, with a note.[^1]",
    "Second, with *another*.[^2]",
    "![](images/x.png)",
    "Third.",
    "---",
    "Fourth.",
    "[^1]: The first note.\n[^2]: The second note.",
  ].join("\n\n");
  const old = (): OpenText => ({
    name: "en.md",
    file: "en.md",
    decoded: { text: `${text}\n`, byteOrderMark: false },
    rendering: parseRendering(`${text}\n`, "en.md"),
  });
  it("keeps each note that is still called, pictures and rules", () => {
    const plain = "First, as it is now, with no note.\n\nSecond, with another.\n\nThird.\n\nFourth.\n";
    expect(markdownOf(plain, old())).toBe(
      "First, as it is now, with no note.\n\nSecond, with *another*.[^2]\n\n![](images/x.png)\n\nThird.\n\n---\n\nFourth.\n\n[^2]: The second note.\n",
    );
  });
  it("writes a rule once that the plain text has too", () => {
    expect(markdownOf("Third.\n\n---\n\nFourth.\n", old()).match(/---/g)).toHaveLength(1);
  });
});
