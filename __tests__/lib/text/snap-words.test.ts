import fc from "fast-check";
import { snapToWords } from "@/lib/text/snap-words";

const anyText = fc.string({ unit: fc.constantFrom(..."微软公司投资技术a b-cOpenAI's 12,.，。“”\n 🏔"), maxLength: 40 });
const anyStretch = fc.tuple(anyText, fc.nat({ max: 45 }), fc.nat({ max: 45 }));

function cut(text: string, part: string, language: string): string {
  const start = text.indexOf(part);
  const { start: from, end } = snapToWords(text, { start, end: start + part.length }, language);
  return text.slice(from, end);
}

it.each([
  ["en", "A partnership in tech.", "artnershi", "partnership"],
  ["en", "A partnership in tech.", " in te", "in tech"],
  ["en", "A partnership in tech.", "tech.", "tech."],
  ["en", "Microsoft’s billions", "oft’", "Microsoft’s"],
  ["zh-Hans", "微软公司宣布投资人工智能", "司宣", "公司宣布"],
  ["zh-Hans", "曾称赞彼此，如今却疏远", "彼此，如", "彼此，如今"],
])("widens in %s what cuts into words of %j: %j", (language, text, part, words) => {
  expect(cut(text, part, language)).toBe(words);
});

it("finds nothing in white space", () => {
  const { start, end } = snapToWords("a  \n b", { start: 1, end: 4 }, "en");
  expect(end).toBe(start);
});

it("never loses a visible character of what was selected, and begins and ends at the edges of words", () =>
  fc.assert(
    fc.property(anyStretch, fc.constantFrom("en", "zh-Hans"), ([text, a, b], language) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const snapped = snapToWords(text, { start: a, end: b }, language);
      const selected = text.slice(start, end);
      if (selected.trim() === "") return expect(snapped.end).toBe(snapped.start);
      expect(snapped.start).toBeLessThanOrEqual(start + selected.search(/\S/));
      expect(snapped.end).toBeGreaterThanOrEqual(start + selected.trimEnd().length);
      const edges = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].map(({ index }) => index);
      expect([...edges, text.length]).toEqual(expect.arrayContaining([snapped.start, snapped.end]));
    }),
  ));

it("changes nothing the second time", () =>
  fc.assert(
    fc.property(anyStretch, ([text, start, end]) => {
      const once = snapToWords(text, { start, end }, "zh-Hans");
      expect(snapToWords(text, once, "zh-Hans")).toEqual(once);
    }),
  ));
