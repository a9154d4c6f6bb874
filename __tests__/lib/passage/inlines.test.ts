import fc from "fast-check";
import type { Inline } from "@/lib/passage/block";
import { readRuby } from "@/lib/passage/inlines";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { inlineText } from "@/lib/passage/plain-text";
import { anyMarkdown } from "./arbitraries";

const text = (value: string): Inline => ({ type: "text", value });
const strong = (value: string): Inline => ({ type: "strong", children: [text(value)] });
const emphasis = (value: string): Inline => ({ type: "emphasis", children: [text(value)] });

function inlinesOf(source: string): readonly Inline[] {
  const [first] = parseRendering(source, "en.md").blocks;
  return first?.block.type === "paragraph" ? first.block.children : [];
}

it.each<[string, Inline[]]>([
  ["**加粗“引号”**后面", [strong("加粗“引号”"), text("后面")]],
  ["他说**“你好。”**然后走了", [text("他说"), strong("“你好。”"), text("然后走了")]],
  ["*（强调）*后", [emphasis("（强调）"), text("后")]],
  ["这是**《书名》**。", [text("这是"), strong("《书名》"), text("。")]],
  ["*emphasis* and **strong**", [emphasis("emphasis"), text(" and "), strong("strong")]],
  ["***both***", [{ type: "emphasis", children: [strong("both")] }]],
  ["2 * 3 * 4, snake_case_name", [text("2 * 3 * 4, snake_case_name")]],
  ["**never closed", [text("**never closed")]],
  ["`a*b*`", [{ type: "code", value: "a*b*" }]],
  ["\\*山\\*", [text("*山*")]],
  ["&amp;&lt;b&gt;", [text("&<b>")]],
  ["{漢字|かんじ}を読む", [{ type: "ruby", base: "漢字", annotation: "かんじ" }, text("を読む")]],
  ["**{漢|hàn}**", [{ type: "strong", children: [{ type: "ruby", base: "漢", annotation: "hàn" }] }]],
  ["{a|b} {漢} {|漢} {漢|}", [text("{a|b} {漢} {|漢} {漢|}")]],
  ["山\n水", [text("山水")]],
  ["山，\n“水", [text("山， “水")]],
  ["one\ntwo", [text("one two")]],
  ["a山\r\n水b\r\nc", [text("a山水b c")]],
  [
    '[山](https://example.org/ "t")高',
    [{ type: "link", url: "https://example.org/", children: [text("山")] }, text("高")],
  ],
  ["<https://example.org/>", [{ type: "link", url: "https://example.org/", children: [text("https://example.org/")] }]],
  ["https://example.org/", [text("https://example.org/")]],
  ["<b>山</b><br>", [text("<b>山</b><br>")]],
])("draws %j", (source, expected) => expect(inlinesOf(source)).toEqual(expected));

it("reads back ruby of any Han base, and writes no character twice", () => {
  const anyPlain = fc.string({ unit: fc.constantFrom(..."山水ab {}|\n"), maxLength: 30 });
  fc.assert(
    fc.property(anyPlain, (source) => {
      const written = readRuby(source).map((inline) =>
        inline.type === "ruby" ? `{${inline.base}|${inline.annotation}}` : inlineText([inline]),
      );
      expect(written.join("")).toBe(source);
    }),
  );
});

/** The addresses of all links, however deep. */
function addresses(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => [
    ...(inline.type === "link" ? [inline.url] : []),
    ...("children" in inline ? addresses(inline.children) : []),
  ]);
}

/** What a browser would open, wherever the page is. */
const protocolOf = (address: string) => new URL(address, "http://site.example/en/work").protocol;

it.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&#115;cript:alert(1)",
  "java&#x73;cript:alert(1)",
  "javascript&colon;alert(1)",
  "java&Tab;script:alert(1)",
  "java&NewLine;script:alert(1)",
  "&Tab;javascript:alert(1)",
  "&#32;javascript:alert(1)",
  "javascript\\:alert(1)",
  "vbscript:x",
  "data:text/html,x",
  "file:///etc/passwd",
  "blob:https://example.org/1",
  "about:blank",
])("draws the words of a link to %s alone, and says so", (address) => {
  const { blocks, problems } = parseRendering(`[山](${address})`, "en.md");
  expect(blocks.map((block) => block.block)).toEqual([{ type: "paragraph", children: [text("山")] }]);
  expect(problems).toMatchObject([{ code: "link-refused", severity: "warning", where: { file: "en.md", line: 1 } }]);
});

it("draws no link that runs as script, however the address is spelt", () => {
  const anySpelling = fc
    .tuple(
      ...[..."javascript:"].map((letter) =>
        fc.constantFrom(
          letter,
          letter,
          letter.toUpperCase(),
          `&#${letter.codePointAt(0)};`,
          `\\${letter}`,
          `&Tab;${letter}`,
          `\0${letter}`,
          `\u00AD${letter}`,
          `&#1;${letter}`,
          `%${letter}`,
        ),
      ),
    )
    .map((letters) => letters.join(""));
  fc.assert(
    fc.property(
      anySpelling,
      fc.constantFrom(["[a](", ")"], ["[a](<", ">)"], ["<", ">"], ["**[![a](", ")](x)**"]),
      (spelling, [before, after]) => {
        for (const address of addresses(inlinesOf(`words ${before}${spelling}alert${after}`))) {
          expect(["http:", "https:", "mailto:"]).toContain(protocolOf(address));
        }
      },
    ),
    { numRuns: 500 },
  );
});

it("leaves no empty text and no two texts side by side", () =>
  fc.assert(
    fc.property(anyMarkdown, (source) => {
      const inlines = inlinesOf(source);
      for (const [index, inline] of inlines.entries()) {
        if (inline.type === "text") expect(inline.value).not.toBe("");
        if (inline.type === "text" && inlines[index + 1]?.type === "text") expect(inline.value).toBe("one text");
      }
    }),
  ));
