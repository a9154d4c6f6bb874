import fc from "fast-check";
import { divide } from "@/lib/passage/divide";
import { parseMarkdown } from "@/lib/passage/markdown";
import { anyMarkdown } from "./arbitraries";

/** Blocks as people write them one below another, with every kind of line end and of space between. */
const block = fc.oneof(
  anyMarkdown,
  fc.constantFrom(
    "A paragraph\nof two lines",
    "“引文”之后的一段。 ^aaaaa",
    "- one\n- two\n\n  still two",
    "1. first\n\n2. second",
    "> quoted\n> on",
    "# Heading",
    "---",
    "    indented",
    "*a* [link](https://example.org) `code`",
    "- \n\nafter an empty item",
    "\ttab",
  ),
);
const between = fc.constantFrom("\n\n", "\n \n", "\r\n\r\n", "\n\n\n", "\n", "\n\t\n");
const anyText = fc
  .array(fc.tuple(block, between), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join(""));

it("means the same read in pieces as read whole, with the same offsets and lines", () => {
  let divided = 0;
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, length) => {
      const pieces = divide(text, length);
      if (pieces.length > 1) divided += 1;
      expect(pieces.join("")).toBe(text);
      expect(parseMarkdown(text, length).children).toEqual(parseMarkdown(text, Infinity).children);
    }),
    { numRuns: 500 },
  );
  expect(divided).toBeGreaterThan(100);
});

it.each(["one[^1]\n\ntwo\n\n[^1]: note", "```\none\n\ntwo\n\nthree\n```", "~~~\none\n\ntwo\n~~~"])(
  "leaves whole what reaches across blank lines: %j",
  (text) => expect(divide(text, 1)).toEqual([text]),
);

it("reads a long text piece by piece", () => {
  const text = "A paragraph of some length, as in a novel.\n\n".repeat(5000);
  const pieces = divide(text);
  expect(pieces.length).toBeGreaterThan(2);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  expect(parseMarkdown(text).children).toHaveLength(5000);
});
