import fc from "fast-check";
import { findMark, readMark } from "@/lib/passage/mark";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { anyId } from "./arbitraries";

/** Mark, words and the mark's line of each block. */
const marksOf = (source: string) =>
  parseRendering(source, "en.md").blocks.map(({ mark, text, markAt }) => [mark, text, markAt?.line ?? null]);
const problemsOf = (source: string) =>
  parseRendering(source, "en.md").problems.map(({ code, where }) => `${where.line} ${code}`);

it.each([
  ["a paragraph", "words ^k7m2q", "words", 1],
  ["a paragraph of two lines", "two\nlines ^k7m2q", "two lines", 2],
  ["a paragraph, on a line of its own", "words\n^k7m2q", "words", 2],
  ["a paragraph, below an empty line", "words\n\n^k7m2q", "words", 3],
  ["a heading", "## words ^k7m2q", "words", 1],
  ["a heading with closing signs", "## words ##\n^k7m2q", "words", 2],
  ["a list, after its last words", "- a\n- b ^k7m2q", "a\nb", 2],
  ["a list, on the next line", "- a\n- b\n^k7m2q", "a\nb", 3],
  ["a list, below an empty line", "- a\n- b\n\n^k7m2q", "a\nb", 4],
  ["a list, in a paragraph of its last item", "- a\n- b\n\n  ^k7m2q", "a\nb", 4],
  ["a quote, after its last words", "> words ^k7m2q", "words", 1],
  ["a quote, on the next line", "> words\n^k7m2q", "words", 2],
  ["a quote, on a quoted line of its own", "> words\n>\n> ^k7m2q", "words", 3],
  ["a quote, below an empty line", "> words\n\n^k7m2q", "words", 3],
  ["code, below it", "```\nwords\n```\n^k7m2q", "words", 4],
  ["a rule, below it", "---\n^k7m2q", "", 2],
  ["a figure", "![words](images/a.png) ^k7m2q", "words", 1],
  ["a verse", "one\\\ntwo ^k7m2q", "one\ntwo", 2],
  ["a verse, on a line of its own", "one\\\ntwo\\\n^k7m2q", "one\ntwo", 3],
  ["words that end in emphasis", "*words* ^k7m2q", "words", 1],
  ["words that end in code", "`words` ^k7m2q", "words", 1],
  ["a line with white space after the mark", "words ^k7m2q \t", "words", 1],
  ["a line with a full-width space after the mark", "山高。 ^k7m2q\u3000\n", "山高。", 1],
  ["a line with a full-width space before the mark", "山高。\u3000^k7m2q", "山高。", 1],
])("marks %s", (_, source, text, line) => {
  for (const [mark, end] of [
    ["k7m2q", "\n"],
    ["new", "\n"],
    ["k7m2q", "\r\n"],
    ["k7m2q", "\r"],
  ] as const) {
    expect(marksOf(source.replace("k7m2q", mark).replaceAll("\n", end))).toEqual([[mark, text, line]]);
  }
  expect(problemsOf(source)).toEqual([]);
});

it.each([
  ["an escaped mark", "words \\^k7m2q", "words ^k7m2q"],
  ["an escaped wish", "words \\^new", "words ^new"],
  ["a power", "x^k7m2q", "x^k7m2q"],
  ["a mark within words", "words ^k7m2q words", "words ^k7m2q words"],
  ["a mark inside code", "```\nwords ^k7m2q\n```", "words ^k7m2q"],
  ["a mark at the end of code never closed", "```\nwords ^k7m2q", "words ^k7m2q"],
  ["a mark inside inline code", "`words ^k7m2q`", "words ^k7m2q"],
  ["a lone sign", "words ^", "words ^"],
  ["an escaped mark on its own line", "words\n\\^k7m2q", "words ^k7m2q"],
])("takes %s for words", (_, source, text) => {
  expect(marksOf(source)).toEqual([[null, text, null]]);
  expect(problemsOf(source)).toEqual([]);
});

it.each([
  ["K7M2Q", "words ^K7M2Q"],
  ["abc", "words ^abc"],
  ["k7m2qq", "words ^k7m2qq"],
  ["k7m2o", "words ^k7m2o"],
  ["k-7m2", "words ^k-7m2"],
  ["12", "words ^12"],
  ["NEW", "words ^NEW"],
  ["news", "words\n\n^news"],
])("calls ^%s malformed, keeps it as words and says how to mend it", (token, source) => {
  const { blocks, problems } = parseRendering(source, "en.md");
  expect(blocks.map(({ mark }) => mark)).toEqual([null]);
  expect(problems).toMatchObject([
    {
      code: "id-malformed",
      severity: "error",
      what: expect.stringContaining(`^${token} `),
      fix: expect.stringContaining("^new"),
    },
  ]);
});

it.each([
  ["above every block", "^k7m2q\n\nwords", ["1 mark-misplaced"]],
  ["below a block that has one", "words ^k7m2q\n\n^p3x8d", ["3 mark-misplaced"]],
  ["at the end of a line within a paragraph", "one\ntwo ^k7m2q\nthree ^p3x8d", ["2 mark-misplaced"]],
  [
    "at the end of each line but the last",
    "a ^k7m2q\r\nb ^p3x8d\r\nc ^aaaaa",
    ["1 mark-misplaced", "2 mark-misplaced"],
  ],
  ["within a list", "- one ^k7m2q\n- two ^p3x8d", ["1 mark-misplaced"]],
  ["within a quote", "> one ^k7m2q\n>\n> two", ["1 mark-misplaced"]],
  ["in a note", "words[^1]\n\n[^1]: note ^k7m2q", ["3 mark-misplaced"]],
])("says where a mark stands %s", (_, source, expected) => expect(problemsOf(source)).toEqual(expected));

it.each([
  ["one\n\n^K7M2Q", "3 id-malformed"],
  ["- one\n- two ^abc", "2 id-malformed"],
  ["a ^k7m2q\n\nb\n\nc ^k7m2q", "5 id-repeated"],
  ["a\n^k7m2q\n\n- b\n\n^k7m2q", "6 id-repeated"],
])("counts lines to the mark itself: %j", (source, expected) => expect(problemsOf(source)).toEqual([expected]));

it("reads the mark of a text that begins with a second byte order mark", () => {
  const [block] = parseRendering("\uFEFFwords ^k7m2q", "en.md").blocks;
  expect(block).toMatchObject({ mark: "k7m2q", start: 0, end: 13 });
});

it("leaves blocks without a mark to the passage above", () =>
  expect(marksOf("a ^k7m2q\n\nb\n\n- c\n\nd ^p3x8d")).toEqual([
    ["k7m2q", "a", 1],
    [null, "b", null],
    [null, "c", null],
    ["p3x8d", "d", 7],
  ]));

it("finds every id at the end of any words", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), anyId, (words, id) => {
      expect(findMark(`${words} ^${id}`)).toEqual({ token: id, offset: words.length + 2 });
      expect(readMark(id)).toBe(id);
    }),
  ));
