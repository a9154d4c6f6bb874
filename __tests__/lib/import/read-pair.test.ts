import fc from "fast-check";
import iconv from "iconv-lite";
import { parseRendering } from "@/lib/passage/parse-rendering";
import type { PairFormat } from "@/lib/import/imported-text";
import { readPair } from "@/lib/import/read-pair";
import { expectSound, utf8 } from "./samples";

async function pair(content: string | Uint8Array, file: string, format?: PairFormat) {
  const read = await readPair(typeof content === "string" ? utf8(content) : content, file, format ? { format } : {});
  expectSound(read.source);
  expectSound(read.translation);
  for (const side of ["source", "translation"] as const) {
    const blocks = read.rows.map((row) => row[side]).filter((markdown) => markdown !== "");
    expect(blocks.join("\n\n")).toBe(read[side].markdown.trimEnd());
    expect(parseRendering(read[side].markdown, "").blocks).toHaveLength(blocks.length);
  }
  return { ...read, rows: read.rows.map(({ source, translation }) => [source, translation]) };
}

const expected = [
  ["山*高*。".replaceAll("*", "\\*"), "High."],
  ["水长。", ""],
  ["", "Only here."],
];

const tmx = (head: string, units: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="${head}"/><body>${units}</body></tmx>`;
const unit = (...variants: [string, string][]) =>
  `<tu>${variants.map(([tag, words]) => `<tuv xml:lang="${tag}"><seg>${words}</seg></tuv>`).join("")}</tu>`;

it.each<[string, string]>([
  ["a.tsv", "zh-CN\ten\n山*高*。\tHigh.\n水长。\t\n\tOnly here.\n"],
  ["a.csv", '中文,英文\r\n山*高*。,"High."\r\n水长。,\r\n,Only here.\r\n'],
  ["b.csv", "zh;en\n山*高*。;High.\n水长。;\n;Only here."],
  ["c.csv", "id,zh,en,notes\n1,山*高*。,High.,x\n2,水长。,,\n3,,Only here.,\n"],
  [
    "a.tmx",
    tmx(
      "zh-CN",
      unit(["en-US", "High."], ["zh-CN", "山*高*。"]) + unit(["zh-CN", "水长。"]) + unit(["en-US", "Only here."]),
    ),
  ],
  [
    "b.tmx",
    tmx(
      "*all*",
      unit(
        ["zh", "山<bpt i='1'>&lt;b></bpt>*高<ept i='1'>&lt;/b></ept>*<ph/>。"],
        ["en", "<hi>High</hi>."],
        ["fr", "Haute."],
      ) +
        unit(["zh", "&#27700;长。"]) +
        unit(["en", "Only here."]),
    ),
  ],
])("reads %s", async (file, content) => {
  const { rows, source, translation } = await pair(content, file);
  expect(rows).toEqual(expected);
  expect([source.metadata.language, translation.metadata.language]).toEqual(["zh-Hans", "en"]);
});

it("reports words in columns and languages that have no place", async () => {
  const { source } = await pair("id,zh,en,notes\n1,山。,High.,x\n", "a.csv");
  expect(source.dropped).toEqual([{ why: "markup", what: "1 | x", where: "2" }]);
});

it("keeps quotes, separators and line ends within a cell", async () =>
  expect((await pair('zh,en\n"山，""高""。\n水","a, b\nc"\n', "a.csv")).rows).toEqual([['山，"高"。水', "a, b c"]]));

it("takes the first line for text where it names no languages", async () =>
  expect((await pair("山。\tHigh.\n水。\tLong.\n", "a.tsv")).rows).toEqual([
    ["山。", "High."],
    ["水。", "Long."],
  ]));

it("keeps quotes that belong to the words of a tab-separated file", async () =>
  expect((await pair('zh\ten\n“山”\t"High," he said.\n', "a.tsv")).rows).toEqual([["“山”", '"High," he said.']]));

it.each([
  ["paragraphs in turn", "山。\n\nHigh.\n\n水长。\n\nLong.\n"],
  ["lines in turn", "山。\nHigh.\n水长。\nLong.\n"],
  ["lines in turn in paragraphs", "山。\nHigh.\n\n水长。\nLong.\n"],
  ["one text and then the other, group by group", "山。\n\n水长。\n\nHigh.\n\nLong.\n"],
])("reads %s", async (_, content) =>
  expect((await pair(content, "a.txt", "interleaved")).rows).toEqual([
    ["山。", "High."],
    ["水长。", "Long."],
  ]),
);

it("leaves alone what does not take turns, and says so", async () => {
  const { rows, source } = await pair("山。\n\n水长。\n\nLong.\n\nMore.\n\nStill more.\n", "a.txt", "interleaved");
  expect(rows).toEqual([
    ["山。", ""],
    ["水长。", "Long."],
    ["", "More."],
    ["", "Still more."],
  ]);
  expect(source.notes).toHaveLength(1);
});

it("makes a chapter a heading on both sides", async () =>
  expect((await pair("第一章\tChapter 1\n山。\tHigh.\n第二章\tSecond\n", "a.tsv")).rows).toEqual([
    ["## 第一章", "## Chapter 1"],
    ["山。", "High."],
    ["第二章", "Second"],
  ]));

it("reads GB 18030", async () =>
  expect(
    await pair(iconv.encode("山很高，我们去看。\tHigh.\n水很长，你也来吧。\tLong.\n", "gb18030"), "a.tsv"),
  ).toMatchObject({ source: { encoding: "GB18030" } }));

it.each<[string, string, string]>([
  ["one column", "a.tsv", "山。\n水。\n"],
  ["a quote without an end", "a.csv", 'a,"b\nc,d\n'],
  ["three columns of one script", "a.csv", "a,b,c\nd,e,f\n"],
  ["no columns", "a.tsv", "\t\n\t\n"],
  ["one script", "a.txt", "High.\n\nLong.\n"],
  ["TMX in one language", "a.tmx", tmx("zh", unit(["zh", "山"]))],
  ["TMX cut off", "a.tmx", tmx("zh", unit(["zh", "山"], ["en", "x"])).slice(0, -20)],
  ["TMX with an entity", "a.tmx", `<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx>&x;</tmx>`],
  ["TMX ten thousand deep", "a.tmx", `<tmx>${"<a>".repeat(10_000)}`],
  ["other XML", "a.tmx", "<x/>"],
  ["a page", "a.html", "<p>x"],
])("refuses %s", async (_, file, content) =>
  expect(readPair(utf8(content), file)).rejects.toMatchObject({ name: "ImportRefused", file }),
);

const cell = fc.string({ unit: fc.constantFrom(..."ab山水*_[]<>\"',;#-^&\\1. "), minLength: 1, maxLength: 20 });
const bare = (text: string) => text.replace(/\s+/g, "");

it("loses no sign of any cell", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
      fc.pre(rows.some((row) => row.some((each) => each.trim() !== "")));
      const csv = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n");
      const read = await pair(`zh,en\n${csv}`, "a.csv");
      for (const [at, side] of [read.source, read.translation].entries()) {
        const shown = parseRendering(side.markdown, "")
          .blocks.map(({ text }) => text)
          .join("");
        expect(bare(shown)).toBe(bare(rows.map((row) => row[at]).join("")));
      }
    }),
    { numRuns: 150 },
  ));
