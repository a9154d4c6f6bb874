import type { Block } from "@/lib/passage/block";
import { parseRendering } from "@/lib/passage/parse-rendering";

const blocksOf = (source: string): readonly Block[] =>
  parseRendering(source, "zh-Hans.md").blocks.map(({ block }) => block);
const codesOf = (source: string) => parseRendering(source, "zh-Hans.md").problems.map(({ code }) => code);
const text = (value: string) => ({ type: "text", value }) as const;
const paragraph = (value: string): Block => ({ type: "paragraph", children: [text(value)] });

it.each<[string, string, Block[]]>([
  ["a paragraph", "山高", [paragraph("山高")]],
  ["a heading", "## 山", [{ type: "heading", depth: 2, children: [text("山")] }]],
  [
    "a heading of the first level as the second, for the title is no part of the text",
    "# 山",
    [{ type: "heading", depth: 2, children: [text("山")] }],
  ],
  ["the deepest headings as the fourth level", "###### 山", [{ type: "heading", depth: 4, children: [text("山")] }]],
  [
    "a picture of its own with what it shows",
    '![山](images/a/harbour.png "A harbour.")',
    [{ type: "figure", src: "images/a/harbour.png", alt: "A harbour.", caption: [text("山")] }],
  ],
  ["a caption without a picture", "![山]()", [{ type: "figure", src: null, alt: "", caption: [text("山")] }]],
  ["a figure that is marked", "![山]() ^k7m2q", [{ type: "figure", src: null, alt: "", caption: [text("山")] }]],
  [
    "ruby in a caption",
    "![{漢|かん}字]()",
    [{ type: "figure", src: null, alt: "", caption: [{ type: "ruby", base: "漢", annotation: "かん" }, text("字")] }],
  ],
  ["a picture amid words as its caption", "看![山](images/a.png)吧", [paragraph("看山吧")]],
  ["a quote", "> 山\n>\n> 水", [{ type: "quote", blocks: [paragraph("山"), paragraph("水")] }]],
  ["a list", "- 山\n- 水", [{ type: "list", ordered: false, start: 1, items: [[paragraph("山")], [paragraph("水")]] }]],
  [
    "a numbered list from its first number",
    "3. 山\n4. 水",
    [{ type: "list", ordered: true, start: 3, items: [[paragraph("山")], [paragraph("水")]] }],
  ],
  [
    "a list within a list",
    "- 山\n  - 水",
    [
      {
        type: "list",
        ordered: false,
        start: 1,
        items: [[paragraph("山"), { type: "list", ordered: false, start: 1, items: [[paragraph("水")]] }]],
      },
    ],
  ],
  [
    "lines ended by a backslash as a verse",
    "山\\\n水\\\n云",
    [{ type: "verse", lines: [[text("山")], [text("水")], [text("云")]] }],
  ],
  ["lines ended by two spaces as a verse", "山  \n水", [{ type: "verse", lines: [[text("山")], [text("水")]] }]],
  [
    "a paragraph with one hard break among other lines as prose",
    "a\\\nb\nc",
    [{ type: "paragraph", children: [text("a"), { type: "break" }, text("b c")] }],
  ],
  ["code as it stands", "```js\n*a*  ^b\n```", [{ type: "verbatim", value: "*a*  ^b" }]],
  ["a rule", "山\n\n***", [paragraph("山"), { type: "rule" }]],
  ["a line of dashes below words as a rule, not as a heading", "山\n---", [paragraph("山"), { type: "rule" }]],
  ["indented words as words, not as code", "    山", [paragraph("山")]],
  [
    "what would be an invisible link definition as words",
    "[a]: https://example.org",
    [paragraph("[a]: https://example.org")],
  ],
  ["an HTML block as words", "<div>\n<script>alert(1)</script>", [paragraph("<div> <script>alert(1)</script>")]],
  ["an HTML comment as words", "<!-- a -->", [paragraph("<!-- a -->")]],
  ["a heading of nothing but its mark as empty", "## ^k7m2q", [{ type: "heading", depth: 2, children: [] }]],
  ["nothing where nothing stands", " \n\t\n\u3000", []],
])("draws %s", (_, source, expected) => expect(blocksOf(source)).toEqual(expected));

it.each([
  "https://example.org/a.png",
  "//example.org/a.png",
  "images/a.svg",
  "images/../a.png",
  "/images/a.png",
  "../work/images/a.png",
  "data:image/png;base64,AAAA",
  "images/a.png?x",
])("shows no picture from %s, keeps its caption and says so", (src) => {
  expect(blocksOf(`![山](${src})`)).toEqual([{ type: "figure", src: null, alt: "", caption: [text("山")] }]);
  expect(codesOf(`![山](${src})`)).toEqual(["link-refused"]);
});

it.each(["<div>", "<b>粗</b>", "a <img src=x onerror=alert(1)>", "<!-- a -->", "</p>"])(
  "warns of HTML in %j, which is shown as text",
  (source) => expect(codesOf(source)).toEqual(["html-as-text"]),
);

it.each(["a < b", "1<2>0", "<3", "&lt;b&gt;", "`<b>`", "a <- b ->", "《山》"])("finds no HTML in %j", (source) =>
  expect(codesOf(source)).toEqual([]),
);

describe("footnotes", () => {
  const notes = "山[^1]高[^乙]。\n\n[^乙]: 其二\n\n[^1]: 其一\n\n    续\n";

  it("leave the flow and are found by their labels", () => {
    const { blocks, footnotes, problems } = parseRendering(notes, "zh-Hans.md");
    expect(blocks.map((block) => block.block)).toEqual([
      {
        type: "paragraph",
        children: [
          text("山"),
          { type: "footnote", label: "1" },
          text("高"),
          { type: "footnote", label: "乙" },
          text("。"),
        ],
      },
    ]);
    expect([...footnotes.values()]).toEqual([
      { label: "乙", blocks: [paragraph("其二")] },
      { label: "1", blocks: [paragraph("其一"), paragraph("续")] },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ["is called and not written", "山[^1]", ["1 footnote-missing"]],
    ["is written and not called", "山\n\n[^1]: 注", ["3 footnote-unused"]],
    ["is written twice", "山[^1]\n\n[^1]: 甲\n\n[^1]: 乙", ["5 footnote-unused"]],
    ["is only spelt in escapes", "山\\[^1]", []],
  ])("say when a note %s", (_, source, expected) =>
    expect(parseRendering(source, "zh-Hans.md").problems.map(({ code, where }) => `${where.line} ${code}`)).toEqual(
      expected,
    ),
  );

  it("keep labels that other programs stumble over apart", () => {
    const { footnotes } = parseRendering("a[^__proto__]\n\n[^__proto__]: note", "en.md");
    expect([...footnotes.keys()]).toEqual(["__proto__"]);
  });
});
