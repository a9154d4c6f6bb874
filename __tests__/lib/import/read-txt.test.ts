import fc from "fast-check";
import { read, words } from "./samples";

it("reads paragraphs between empty lines, without their indents", async () => {
  const text = await read("　　山高。\n\n　　水长。\n　　\n\n\n　　云淡。", "a.txt");
  expect(text.markdown).toBe("山高。\n\n水长。\n\n云淡。\n");
  expect(text).toMatchObject({
    format: "txt",
    encoding: "UTF-8",
    metadata: { language: "zh-Hans" },
    dropped: [],
    notes: [],
  });
});

it("takes a line for a paragraph where there are no empty lines", async () =>
  expect(
    words(await read("山高月小，水落石出。\n曾日月之几何，而江山不可复识矣。\n予乃摄衣而上。\n", "a.txt")),
  ).toHaveLength(3));

it("joins lines that were broken to a width: with a space in English, with none in Chinese", async () => {
  const english =
    "It was the best of times, it was the worst of times, it was the age\nof wisdom, it was the age of foolishness, it was the epoch of belief,\nit was the epoch of incredulity, it was the season of some well-\nknown Light.\n\nIt was the season of Light, it was the season of Darkness, it was the\nspring of hope, it was the winter of despair, we had everything before\nus.\n";
  expect(words(await read(english, "a.txt"))[0]).toBe(
    "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of some well-known Light.",
  );
  expect(words(await read(english, "a.txt"))).toHaveLength(2);
  const line = "话说天下大势分久必合合久必分周末七国分争并入于秦";
  const chinese = `${line}\n${line}\n${line}。\n\n${line}\n${line}\n完。\n`;
  expect(words(await read(chinese, "a.txt"))).toEqual([`${line}${line}${line}。`, `${line}${line}完。`]);
});

it("finds paragraphs that their indent alone tells apart", async () =>
  expect(words(await read("　　山高。水长。\n　　云淡，\n风轻。\n\n　　完。\n", "a.txt"))).toContain("完。"));

it("keeps short lines below one another as a verse", async () =>
  expect((await read("静夜思\n\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n", "a.txt")).markdown).toBe(
    "静夜思\n\n床前明月光，\\\n疑是地上霜。\\\n举头望明月，\\\n低头思故乡。\n",
  ));

it.each([
  ["第一章 山", "## 第一章 山"],
  ["第十二回　甄士隐梦幻识通灵", "## 第十二回　甄士隐梦幻识通灵"],
  ["楔子", "## 楔子"],
  ["Chapter 1", "## Chapter 1"],
  ["CHAPTER XII. The Return", "## CHAPTER XII. The Return"],
  ["Chapter One", "## Chapter One"],
  ["Prologue", "## Prologue"],
])("takes %s for a heading", async (line, heading) =>
  expect((await read(`${line}\n\n从前。\n`, "a.txt")).markdown).toBe(`${heading}\n\n从前。\n`),
);

it.each(["第一章写得很好。", "山", "Chapter 1 was long.", "“Chapter one!”", "Part of it", "第一天", "Yes"])(
  "does not take %s for a heading",
  async (line) => expect((await read(`从前。\n\n${line}\n\n从前。\n`, "a.txt")).markdown).not.toContain("#"),
);

it("puts chapters below volumes", async () =>
  expect((await read("第一卷\n\n第一章\n\n山。\n", "a.txt")).markdown).toBe("## 第一卷\n\n### 第一章\n\n山。\n"));

it("leaves running heads and page numbers out, joins the sentence they tore, and reports them", async () => {
  const page = (number: number) =>
    `The Rift\n\nThe water stood high that year and nobody who lived there had seen it\nso high before, since the dam above the town was built by those who\n\n- ${number} -\n\f`;
  const text = await read([1, 2, 3, 4].map(page).join("") + "came first.\n", "a.txt");
  expect(text.markdown).not.toMatch(/Rift|- \d -/);
  expect(words(text)).toHaveLength(1);
  expect(text.dropped.filter(({ why }) => why === "page-number").map(({ what }) => what)).toEqual([
    "- 1 -",
    "- 2 -",
    "- 3 -",
    "- 4 -",
  ]);
  expect(text.dropped.filter(({ why }) => why === "repeated-header")).toHaveLength(4);
  expect(text.dropped[0]).toMatchObject({ where: "1" });
});

it("keeps a refrain, and numbers of chapters", async () => {
  const song = [1, 2, 3, 4].map((number) => `${number}\n\n山高水长路远。\n\n归去来兮。\n`).join("\n");
  const text = await read(song, "a.txt");
  expect(text.dropped).toEqual([]);
  expect(words(text).filter((line) => line === "归去来兮。")).toHaveLength(4);
  expect(words(text)).toContain("3");
});

it.each([
  "*山* _水_ `云` [1](http://a.b) ![x](y)",
  "# 山",
  "> 水",
  "- 云",
  "1. 风",
  "+ x",
  "---",
  "***",
  "```",
  "~~~",
  "a^k7m2q ^k7m2q",
  "^new",
  "[^1]: note",
  "x[^1]",
  "&amp; &#35; &copy",
  "<b>x</b> <script>alert(1)</script>",
  "<https://a.b>",
  "back\\slash\\",
  "a\\*b",
  "x ".repeat(3) + "*".repeat(3000),
  "_".repeat(3000),
  "[".repeat(2000),
  "]".repeat(20000),
  "2020. 年",
  "ends in !",
  "# #",
  "\u200B",
  "| a | b |",
])("keeps the words of %j as they are", async (line) => {
  const text = await read(`开头。\n\n${line}\n\n结尾。\n`, "a.txt");
  expect(words(text).join("\n")).toBe(`开头。\n${line.trim()}\n结尾。`);
});

/** Words, however they are divided: white space aside, and readings in braces which the dialect reads as readings. */
const bare = (text: string) => text.replace(/[\s\uFEFF]+/gu, "");

it("loses no sign of any text", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 30 }),
          fc.string({ unit: fc.constantFrom(..."ab山水 *_`[]()<>!#-+=~&^\\|:.\n\n　1\"'。"), maxLength: 60 }),
        ),
        { maxLength: 12 },
      ),
      async (parts) => {
        const source = parts
          .join("\n\n")
          .replace(/[\p{Cc}\p{Cs}\p{Cn}\uFFFD{}]/gu, (sign) => (sign === "\n" ? sign : ""));
        fc.pre(source.trim() !== "");
        const text = await read(source, "a.txt", { format: "txt" });
        expect(bare(words(text).join(""))).toBe(bare(source));
      },
    ),
    { numRuns: 300 },
  ));
