import { parseRendering } from "@/lib/passage/parse-rendering";
import { joinPassages } from "@/lib/work/join-passages";

const join = (source: string, translation: string) =>
  joinPassages(
    { blocks: parseRendering(source, "zh-Hans.md").blocks, file: "zh-Hans.md" },
    { blocks: parseRendering(translation, "en.md").blocks, file: "en.md" },
    "work",
  );
const rowsOf = (source: string, translation: string) =>
  join(source, translation).passages.map(({ id, source: left, translation: right }) => [
    id,
    left?.text ?? null,
    right?.text ?? null,
  ]);

it.each([
  [
    "one to one",
    "甲 ^aaaaa\n\n乙 ^bbbbb",
    "A ^aaaaa\n\nB ^bbbbb",
    [
      ["aaaaa", "甲", "A"],
      ["bbbbb", "乙", "B"],
    ],
  ],
  ["one to two", "甲 ^aaaaa", "A1 ^aaaaa\n\nA2", [["aaaaa", "甲", "A1\nA2"]]],
  [
    "two to one",
    "甲一 ^aaaaa\n\n甲二\n\n乙 ^bbbbb",
    "A ^aaaaa\n\nB ^bbbbb",
    [
      ["aaaaa", "甲一\n甲二", "A"],
      ["bbbbb", "乙", "B"],
    ],
  ],
  [
    "in the source's order",
    "甲 ^aaaaa\n\n乙 ^bbbbb",
    "B ^bbbbb\n\nA ^aaaaa",
    [
      ["aaaaa", "甲", "A"],
      ["bbbbb", "乙", "B"],
    ],
  ],
  [
    "untranslated",
    "甲 ^aaaaa\n\n乙 ^bbbbb",
    "A ^aaaaa",
    [
      ["aaaaa", "甲", "A"],
      ["bbbbb", "乙", null],
    ],
  ],
  [
    "added, after the passage it follows",
    "甲 ^aaaaa\n\n乙 ^bbbbb",
    "A ^aaaaa\n\nX ^xxxxx\n\nY ^yyyyy\n\nB ^bbbbb",
    [
      ["aaaaa", "甲", "A"],
      ["xxxxx", null, "X"],
      ["yyyyy", null, "Y"],
      ["bbbbb", "乙", "B"],
    ],
  ],
  [
    "added before all",
    "甲 ^aaaaa",
    "X ^xxxxx\n\nA ^aaaaa",
    [
      ["xxxxx", null, "X"],
      ["aaaaa", "甲", "A"],
    ],
  ],
])("joins passages %s", (_, source, translation, expected) => expect(rowsOf(source, translation)).toEqual(expected));

it("numbers passages as readers count them", () =>
  expect(join("甲 ^aaaaa\n\n乙 ^bbbbb", "X ^xxxxx\n\nA ^aaaaa").passages.map(({ number }) => number)).toEqual([
    1, 2, 3,
  ]));

it("loses no block, whatever the marks", () => {
  const { passages } = join("甲 ^aaaaa\n\n乙 ^aaaaa\n\n丙 ^new", "A ^aaaaa");
  expect(passages.map(({ source }) => source?.text)).toEqual(["甲\n乙\n丙"]);
});

it.each([
  ["both sides have the passage", "甲 ^aaaaa", "A ^aaaaa", []],
  ["one side lacks it", "甲 ^aaaaa\n\n乙 ^bbbbb", "A ^aaaaa", ["zh-Hans.md:3 passage-alone"]],
  ["the first block has no mark", "甲\n\n乙 ^bbbbb", "B ^bbbbb", ["zh-Hans.md:1 mark-missing"]],
  ["no block has a mark", "甲 ^aaaaa", "\n\nA\n\nB", ["en.md:3 mark-missing"]],
  ["the first passage waits for its id", "甲 ^new", "A ^aaaaa", ["zh-Hans.md:1 mark-missing"]],
  ["a later passage waits for its id", "甲 ^aaaaa\n\n乙\n^new", "A ^aaaaa", ["zh-Hans.md:4 id-unpublished"]],
])("says whether %s", (_, source, translation, expected) => {
  const { problems } = join(source, translation);
  expect(problems.map(({ where, code }) => `${where.file}:${where.line} ${code}`)).toEqual(expected);
  for (const { code, fix } of problems) if (code !== "passage-alone") expect(fix).toContain("npx duidu mint work");
});
