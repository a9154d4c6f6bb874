import fc from "fast-check";
import { pixel, read, words } from "./samples";

// What grows faster than its file takes far longer than this.
jest.setTimeout(60_000);

it("keeps the dialect as it is, but for marks", async () => {
  const ours =
    '## 山\n\n*山*很**高**，`水`[长](https://a.b/c?d=e_f)。\n\n![山](images/a.png "山的样子")\n\n![水]()\n\n> 引文\n\n- 一\n- 二\n\n3. 三\n4. 四\n\n行\\\n行\n\n{漢字|かんじ}的注[^1]\n\n---\n\n```\n码\n```\n\n[^1]: 注释\n';
  expect((await read(ours, "a.md")).markdown).toBe(ours);
  const marked = ours.replace("。\n", "。 ^k7m2q\n").replace("- 二", "- 二 ^p3x8d").replace("> 引文", "> 引文\n\n^new");
  expect(await read(marked, "a.md")).toMatchObject({
    markdown: ours,
    notes: [expect.stringContaining("(3)"), expect.anything()],
  });
});

it("reads what the head says", async () => {
  const text = await read(
    '---\ntitle: "山: 水"\nauthor: [某, 人]\ndate: 2020-03-04\nlang: zh-TW\nurl: https://a.b/c\nlayout: post\n---\n\n# 山：水\n\n山。\n',
    "a.md",
  );
  expect(text.metadata).toEqual({
    title: "山: 水",
    byline: ["某", "人"],
    date: "2020-03-04",
    language: "zh-Hant",
    origin: "https://a.b/c",
  });
  expect(text.markdown).toBe("山。\n");
  expect(text.dropped).toEqual([{ why: "markup", what: "layout: post", where: "1" }]);
});

it.each([
  ["a rule above words", "---\n\n山。\n\n---\n\n水。\n", "---\n\n山。\n\n---\n\n水。\n"],
  ["a heading underlined", "山\n==\n\n水\n--\n\n云。\n", "## 水\n\n云。\n"],
  ["headings of any level", "# 一\n\n# 二\n\n### 三\n\n###### 四\n", "## 一\n\n## 二\n\n#### 三\n\n#### 四\n"],
  [
    "reference links",
    "[山][1] [水] [无]\n\n[1]: https://a.b\n[水]: <https://c.d>\n",
    "[山](https://a.b) [水](https://c.d) \\[无\\]\n",
  ],
  [
    "tags that have a sign",
    "<b>山</b><i>水</i><br>云<u>风</u> H<sub>2</sub>O <ruby>漢<rt>かん</rt></ruby>",
    "**山***水*\\\n云风 H2O {漢|かん}\n",
  ],
  ["tags that have none", "a <x-y>b</x-y> <font", "a &lt;x-y>b&lt;/x-y> &lt;font\n"],
  ["a page in it", '<div align="center">\n<p>山<b>高</b></p>\n</div>\n\n水。', "山**高**\n\n水。\n"],
  ["lines broken within Chinese", "山\n高\nab\ncd\n", "山高 ab cd\n"],
  ["a table", "| 甲 | 乙 |\n| -- | :-: |\n| *一* | 二\\|三 |\n", "甲 | 乙\n\n*一* | 二|三\n"],
  ["indented lines", "    山高。\n\n\t水长。\n", "山高。\n\n水长。\n"],
  ["lists in lists", "* a\n  * b\n\n    c\n* d\n\n1) x\n2) y\n", "- a\n  - b\n\n    c\n- d\n\n1. x\n2. y\n"],
  ["lists after lists", "- a\n\n* b\n\n+ c\n", "- a\n\n* b\n\n- c\n"],
])("reads %s", async (_, source, markdown) => {
  const text = await read(source, "a.md");
  expect(text.markdown).toBe(markdown);
});

it("takes nothing of a program from MDX, and says what went", async () => {
  const text = await read(
    'import Chart from "../chart"\n\nexport const x = 1\n\n# 山\n\n<Chart data={x} />\n\n水{1 + 1}长。<Foot n={1} />\n\n<Note>\n重要\n</Note>\n',
    "a.mdx",
  );
  expect(text.markdown).toBe("水{1 + 1}长。\n\n重要\n");
  expect(text.dropped.map(({ why, where }) => [why, where])).toEqual([
    ["script", "1"],
    ["script", "3"],
    ["markup", "7"],
    ["markup", "9"],
  ]);
});

it("keeps notes, and what they say in several paragraphs", async () =>
  expect(await read("山[^a]水[^无]。\n\n[^a]: 一\n\n    二\n\n[^b]: 无人\n", "a.md")).toMatchObject({
    markdown: "山[^a]水\\[^无\\]。\n\n[^a]: 一\n\n    二\n",
    dropped: [{ why: "empty", what: "a note that nothing calls: 无人" }],
  }));

it("fetches pictures, and names what is not there", async () => {
  const loadPicture = async (path: string) =>
    path === "img/A Pic.png" ? pixel : path === "x.svg" ? Buffer.from("<svg/>") : null;
  const text = await read(
    '![山](<img/A Pic.png> "样子")\n\n![水](b.jpg)\n\n![云](x.svg)\n\n字![风](<img/A Pic.png>)字\n',
    "a.md",
    { loadPicture },
  );
  expect(text.markdown).toBe(
    '![山](images/a-pic.png "样子")\n\n![水]()\n\n![云]()\n\n字字\n\n![风](images/a-pic.png)\n',
  );
  expect(text.pictures).toEqual([{ name: "a-pic.png", bytes: pixel }]);
  expect(text.notes).toEqual(["Pictures that are not here: b.jpg, x.svg."]);
  expect(text.dropped.map(({ why }) => why)).toEqual(["picture", "picture"]);
});

it.each([
  ["quotes", `${"> ".repeat(10_000)}x`],
  ["lists", `${"- ".repeat(10_000)}x`],
  ["emphasis", "*a ".repeat(10_000)],
  ["brackets", "[".repeat(10_000)],
  ["brackets that close nothing", "a](<".repeat(50_000)],
])("refuses %s by the thousand, with the line", async (_, deep) =>
  expect(read(`山。\n\n${deep}`, "a.md")).rejects.toMatchObject({ name: "ImportRefused", line: 3 }),
);

it.each([
  ["unclosed comments", "a <!-- ".repeat(50_000)],
  ["unclosed instructions", "a <? ".repeat(50_000)],
  ["unclosed tags", "<a b='".repeat(50_000)],
  ["entities", "&a".repeat(200_000)],
  ["one line of a megabyte", "山高水长。".repeat(70_000)],
])("reads %s, however many", async (_, source) => {
  expect((await read(source, "a.md")).markdown.length).toBeGreaterThan(source.length / 2);
});

const inline = fc.constantFrom(
  "山",
  "a b",
  "*x*",
  "**y**",
  "`c`",
  "[l](https://a.b)",
  "\\*",
  "<b>z</b>",
  "{漢|かん}",
  "“",
  "。",
  " ",
  "!",
  "_q_",
  "&lt;",
);
const block = fc.oneof(
  fc.array(inline, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("")),
  fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => `- ${parts.join("")}\n- b\n  - ${parts.join("")}`),
  fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => `> ${parts.join("")}\n>\n> 1. ${parts.join("")}`),
  fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => `### ${parts.join("")}`),
  fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join("")}\\\n${parts.join("")}`),
);

it("reads its own writing as it stands", () =>
  fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
      const once = await read(`山\n\n${blocks.join("\n\n")}\n`, "a.md");
      expect((await read(once.markdown, "a.md")).markdown).toBe(once.markdown);
      expect(
        words(once)
          .join("")
          .match(/山|漢|z|かん/g)?.length,
      ).toBe(`山${blocks.join("")}`.replaceAll("|かん", "").match(/山|漢|z/g)?.length);
    }),
    { numRuns: 200 },
  ));
