import { passageCard, workCard } from "@/components/card/cards";
import { drawCard, type Card } from "@/components/card/draw-card";
import { drawPng } from "@/components/card/draw-png";
import { openFaces, type Faces } from "@/components/card/faces";
import { findRareGlyph } from "@/components/card/rare-glyph";
import { setLine } from "@/components/card/set-line";
import { loadLibrary } from "@/lib/work/library";
import type { Work } from "@/lib/work/work";

jest.setTimeout(60_000);

let faces: Faces;
let works: readonly Work[];
beforeAll(async () => {
  faces = await openFaces("regular");
  works = (await loadLibrary("content")).works;
});

const card = (source: string, translation: string): Card => ({
  source: { paragraphs: source.split("\n"), language: "zh-Hans" },
  translation: { paragraphs: translation.split("\n"), language: "en" },
  foot: {
    source: { paragraphs: ["题目"], language: "zh-Hans" },
    translation: { paragraphs: ["Title"], language: "en" },
  },
  mark: "12",
});
const outlines = (text: string, language = "zh-Hans") =>
  setLine(text, language, faces).glyphs.map((glyph) => glyph.path());

describe("the faces of a card", () => {
  it.each([
    "头髮發展龍鷹憂鬱龘犇㐂",
    "“你好！”——《诗经》……",
    "ひらがなカタカナ",
    "①→",
    "Đặng Thị Ngọc Łódź ő ß",
    "Достоевский",
    "😀☃️",
  ])("have an outline for each character of %s", (text) => {
    const missing = outlines("\u{10fffd}");
    for (const outline of outlines(text)) if (outline === "") expect(text).toContain(" ");
    for (const outline of outlines(text).filter((each) => each !== "")) expect(missing).not.toContain(outline);
  });
  it("have the whole of Unicode's first block of Han characters, and its first extension", () => {
    const lacking: string[] = [];
    for (const [from, to] of [
      [0x4e00, 0x9fff],
      [0x3400, 0x4dbf],
    ] as const) {
      for (let point = from; point <= to; point++)
        if (!faces.song.hasGlyphForCodePoint(point)) lacking.push(String.fromCodePoint(point));
    }
    expect(lacking).toEqual([]);
  });
  it("give the printers' sign for what no face has, never a box and never nothing", () => {
    expect(findRareGlyph("\u{10fffe}")).toBeNull();
    expect(outlines("\u{10fffe}")).toEqual(outlines("〓"));
  });
});

it("leaves a little air between Han and Latin, and none between Han characters", () => {
  const width = (text: string) => setLine(text, "zh-Hans", faces).width;
  expect(width("中文")).toBeCloseTo(2, 5);
  expect(width("中a")).toBeCloseTo(1 + width("a") + 0.125, 5);
});

it("closes up punctuation that stands together, as the page does", () => {
  expect(setLine("”，“", "zh-Hans", faces).width).toBeLessThan(3);
});

describe("a card", () => {
  it("stays on its sheet, whatever the length of its words", () => {
    const samples: Card[] = [
      card("好。", "Good."),
      card("很长的话，".repeat(300), "A very long sentence. ".repeat(300)),
      card("好。", "A very long sentence. ".repeat(300)),
      card("甲\n".repeat(80), "a\n".repeat(80)),
      { ...card("只有原文。".repeat(40), ""), translation: null },
      ...works.flatMap((work) => [
        workCard(work),
        ...work.passages.filter((_, at) => at % 5 === 0).map((passage) => passageCard(work, [passage])),
      ]),
    ];
    for (const sample of samples) {
      const places = Array.from(
        drawCard(sample, faces, faces).matchAll(/translate\(([\d.-]+) ([\d.-]+)\)/g),
        ([, x, y]) => [Number(x), Number(y)] as const,
      );
      expect(places.length).toBeGreaterThan(3);
      for (const [x, y] of places) {
        expect(x).toBeGreaterThanOrEqual(30);
        expect(x).toBeLessThanOrEqual(1130);
        expect(y).toBeGreaterThanOrEqual(20);
        expect(y).toBeLessThanOrEqual(600);
      }
    }
  });
  it("is a picture of 1200 × 630, the same each time", async () => {
    const [first, again] = [await drawPng(card("山高。", "High.")), await drawPng(card("山高。", "High."))];
    expect(first.subarray(1, 4).toString()).toBe("PNG");
    expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(again.equals(first)).toBe(true);
    expect((await drawPng(card("水长。", "High."))).equals(first)).toBe(false);
  });
  it("reads no more of a long range than it has room for", () => {
    const [work] = works;
    const long = Array.from({ length: 10_000 }, () => work!.passages[0]!);
    const { source, translation } = passageCard(work!, long);
    expect((source?.paragraphs.join("").length ?? 0) + (translation?.paragraphs.join("").length ?? 0)).toBeLessThan(
      9000,
    );
  });
  it("takes markup in a text for words", () => {
    expect(drawCard(card("</svg><script>", "<image href='x'/>"), faces, faces)).not.toMatch(/<script|<image/);
  });
});
