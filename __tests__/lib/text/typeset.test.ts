import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Inline } from "@/lib/passage/block";
import { typeset, typesetInlines } from "@/lib/text/typeset";

describe("in Chinese text", () => {
  it.each([
    ["据报道,公司(Oracle)创始人:12:30,共1,000人?", "据报道，公司（Oracle）创始人：12:30，共1,000人？"],
    ["一、纳德拉聚焦Copilot,OpenAI微软达成降价协议", "一、纳德拉聚焦Copilot，OpenAI微软达成降价协议"],
    ["OpenAI:微软", "OpenAI：微软"],
    ["萨姆・阿尔特曼(Sam Altman)与微软", "萨姆·阿尔特曼（Sam Altman）与微软"],
    ["AI模型( humanlike intelligence),阿尔特曼", "AI模型（ humanlike intelligence），阿尔特曼"],
    ["阿尔特曼(左)与纳德拉(右)", "阿尔特曼（左）与纳德拉（右）"],
    ["2015年,2,000人;2024,GPT-4,约5%,OpenAI", "2015年，2,000人；2024，GPT-4，约5%，OpenAI"],
    ["新模型“Strawberry”,OpenAI称《Wired》:“Hello”", "新模型“Strawberry”，OpenAI称《Wired》：“Hello”"],
    ["市值(约合人民币72.014亿元),增长", "市值（约合人民币72.014亿元），增长"],
    ["甲骨文CEO拉里・埃里森(Larry Ellison)、孙正义", "甲骨文CEO拉里·埃里森（Larry Ellison）、孙正义"],
    ["真的?!谁是CEO?", "真的？！谁是CEO？"],
    ["他问:“谁是CEO?”", "他问：“谁是CEO？”"],
    ["新作GPT-4:OpenAI的反击", "新作GPT-4：OpenAI的反击"],
    ["苹果、微软(Microsoft),OpenAI(Open AI)。", "苹果、微软（Microsoft），OpenAI（Open AI）。"],
    ["微软 (Microsoft) 宣布", "微软 （Microsoft） 宣布"],
    ["1)微软", "1）微软"],
    ["（微软)", "（微软）"],
    ["(见(Wired))。", "（见（Wired））。"],
    ["𠮷野家,Yoshinoya", "𠮷野家，Yoshinoya"],
    ["葛\u{e0100},Ge", "葛\u{e0100}，Ge"],
  ])("sets %j", (text, expected) => expect(typeset(text)).toBe(expected));

  it.each([
    "他说“Hello, world (yes)”。",
    "他说 Hello, world (yes) 然后走了。",
    "他说：“Who are you?”",
    "比分是3:2，时间12:30:45，共1,000,000人",
    "见 https://example.com/a,b?q=1:2(3) 与 example.com:8080/a?b，信箱 mailto:a@b.com?subject=x",
    "模块node:fs与key:value",
    "好 :) 吧",
    "ジョン・スミス和A・B",
    "微软、Word, Excel, PowerPoint",
  ])("leaves %j", (text) => expect(typeset(text)).toBe(text));

  it("ends an address before the mark that follows it", () =>
    expect(typeset("见https://example.com/a?b,微软")).toBe("见https://example.com/a?b，微软"));
});

it.each(["Hello, world (yes): 12:30; why?", "“Hello”,world", "GPT-4:OpenAI（x)", "", "・"])(
  "leaves a text without Han: %j",
  (text) => expect(typeset(text)).toBe(text),
);

it("asks the context and changes the text alone", () => {
  expect(typeset(",OpenAI", { before: "微软," })).toBe("，OpenAI");
  expect(typeset("Oracle(", { after: "甲骨文)," })).toBe("Oracle（");
  expect(typeset(",OpenAI")).toBe(",OpenAI");
});

describe("on inline content", () => {
  it("joins what stands in different runs and takes it apart again", () => {
    const inlines: readonly Inline[] = [
      { type: "strong", children: [{ type: "text", value: "微软" }] },
      { type: "text", value: ",OpenAI(" },
      {
        type: "link",
        url: "https://example.com/a,b(中文)",
        children: [{ type: "emphasis", children: [{ type: "text", value: "Open AI)" }] }],
      },
      { type: "footnote", label: "1" },
      { type: "text", value: "说" },
    ];
    expect(typesetInlines(inlines)).toEqual([
      { type: "strong", children: [{ type: "text", value: "微软" }] },
      { type: "text", value: "，OpenAI（" },
      {
        type: "link",
        url: "https://example.com/a,b(中文)",
        children: [{ type: "emphasis", children: [{ type: "text", value: "Open AI）" }] }],
      },
      { type: "footnote", label: "1" },
      { type: "text", value: "说" },
    ]);
  });

  it("keeps code and rubies, which speak as neighbours only", () => {
    const inlines: readonly Inline[] = [
      { type: "text", value: "调用(" },
      { type: "code", value: "f(甲,乙" },
      { type: "text", value: "),返回" },
      { type: "ruby", base: "字", annotation: "zì," },
      { type: "text", value: ",OpenAI" },
    ];
    expect(typesetInlines(inlines)).toEqual([
      { type: "text", value: "调用（" },
      { type: "code", value: "f(甲,乙" },
      { type: "text", value: "），返回" },
      { type: "ruby", base: "字", annotation: "zì," },
      { type: "text", value: "，OpenAI" },
    ]);
  });

  it("does not look past the end of a line", () => {
    const inlines: readonly Inline[] = [
      { type: "text", value: "Hello, world (yes)" },
      { type: "break" },
      { type: "text", value: "你好,世界" },
    ];
    expect(typesetInlines(inlines)).toEqual([inlines[0], { type: "break" }, { type: "text", value: "你好，世界" }]);
  });
});

describe("whatever the text", () => {
  const pieces = [
    ..."微软的年",
    ..."aZ1 ,:;?!()・、。“”《》（），…—\n\"'.-/@\u200b",
    "OpenAI",
    "https://a.com/",
    ":)",
    "12:30",
    "ジ",
    "𠮷",
  ];
  const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((found) => found.join(""));
  const anyLatin = fc.string({ unit: fc.constantFrom(..."aZ1 ,:;?!()・“”（），、"), maxLength: 24 });
  const anyInlines: fc.Arbitrary<readonly Inline[]> = fc.array(
    fc.oneof(
      anyText.map((value): Inline => ({ type: "text", value })),
      anyText.map((value): Inline => ({ type: "code", value })),
      anyText.map((value): Inline => ({ type: "strong", children: [{ type: "text", value }] })),
      fc.constant<Inline>({ type: "break" }),
    ),
    { maxLength: 6 },
  );
  const pairs = new Map(
    [..."，,：:；;？?！!（(）)·・"].flatMap((wide, at, all) => (at % 2 ? [] : [[wide, all[at + 1]]])),
  );
  const runs = { numRuns: 2000 };

  it("keeps every offset and changes the listed marks alone", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const set = typeset(text);
        expect(set).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++)
          if (set[at] !== text[at]) expect(pairs.get(set[at] ?? "")).toBe(text[at]);
      }),
      runs,
    ));

  it("changes nothing more the second time", () =>
    fc.assert(
      fc.property(anyText, anyText, anyText, (text, before, after) => {
        const set = typeset(text, { before, after });
        expect(typeset(set, { before, after })).toBe(set);
      }),
      runs,
    ));

  it("leaves Latin text, in parentheses too", () =>
    fc.assert(
      fc.property(anyLatin, (text) => expect(typeset(`(${text})`)).toBe(`(${text})`)),
      runs,
    ));

  it("sets inlines as it sets their text", () =>
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (values) => {
        const set = typesetInlines(values.map((value): Inline => ({ type: "text", value })));
        expect(set.map((run) => ("value" in run ? run.value : "")).join("")).toBe(typeset(values.join("")));
      }),
    ));

  it("keeps the shape of inlines and their code", () =>
    fc.assert(
      fc.property(anyInlines, (inlines) => {
        const set = typesetInlines(inlines);
        expect(set.map(({ type }) => type)).toEqual(inlines.map(({ type }) => type));
        expect(set.filter(({ type }) => type === "code")).toEqual(inlines.filter(({ type }) => type === "code"));
        expect(typesetInlines(set)).toEqual(set);
      }),
    ));

  it("leaves no half-width comma, colon or parenthesis on a Han character", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!/[:;]-?[()]|https/.test(text));
        expect(typeset(text)).not.toMatch(/\p{Script=Han}[,:;?!(]|[,:;?!)]\p{Script=Han}/u);
      }),
      runs,
    ));

  it.each([",", "(", ")", "微(", "a-", "a.", "”?", "微 "])("is quick on a long run of %j", (piece) => {
    const text = `微${piece.repeat(40_000)}微`;
    const start = performance.now();
    typeset(text);
    // A quadratic pass would take minutes; this one takes a tenth of a second.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

const article = join(process.cwd(), "content/openai-microsoft-rift/zh-Hans.md");
(existsSync(article) ? it : it.skip)("leaves no half-width mark on a Han character of the article", () => {
  for (const line of readFileSync(article, "utf8").split("\n")) {
    expect(typeset(line)).not.toMatch(/\p{Script=Han}[,:()]|[,:()]\p{Script=Han}|・/u);
  }
});
