import fc from "fast-check";
import { agreement, fingerprint } from "@/lib/text/fingerprint";

// Ledgers in the world hold these digits: another algorithm would cut them off from their texts.
it.each([
  ["山高水长。", "a7e8dbb071d14657802d60ccafbd5158dda6985f1baaeb972a148b0d1df70233"],
  ["The mountain is high.", "602ee380c9ae0dc1d1a6355230d3154d19b8afe7145c60b9408a9a46512ca896"],
])("stays what it was for %s", (text, expected) => expect(fingerprint(text)).toBe(expected));

it.each([
  ["case", "The Mountain IS High", "the mountain is high"],
  ["punctuation", "“The mountain—is high!”", "The mountain, is high."],
  ["Chinese punctuation", "山高，水长。", "山高水长"],
  ["width", "ＯｐｅｎＡＩ　２０２５：山（高）", "OpenAI 2025:山(高)"],
  ["white space and line ends", " the\tmountain\r\n\u00A0is  high\n", "the mountain is high"],
  ["composed and decomposed letters", "café Ångström", "cafe\u0301 A\u030Angstro\u0308m"],
  ["a space between Chinese and English", "用 ChatGPT 写作", "用ChatGPT写作"],
])("makes no difference of %s", (_, one, other) => expect(fingerprint(one)).toBe(fingerprint(other)));

it.each([
  ["山高水长", "水长山高"],
  ["the dog bites the man", "the man bites the dog"],
  ["山", "水"],
  ["a", "b"],
  ["山", ""],
])("tells %j from %j", (one, other) => expect(fingerprint(one)).not.toBe(fingerprint(other)));

it.each([
  [
    "Chinese",
    [
      "在计算资源供应方面，双方存在分歧。OpenAI希望从微软获得更多算力以及更优质的芯片，用于模型的训练与迭代。",
      "在计算资源的供应方面，双方存在分歧。OpenAI希望从微软获得更多算力及更优质的芯片，用于模型训练与迭代。",
      "在计算资源的供应方面，两家公司看法不一。OpenAI想从微软得到更多算力和芯片，用于模型训练。",
      "编号会变，代号不变。文章前面若添了一段，后面的编号都要顺延；代号却一直跟着它那一段文字走。",
    ],
  ],
  [
    "English",
    [
      "On the supply of computing resources, the two sides disagree. OpenAI wants more computing power and more of the best chips from Microsoft.",
      "On the supply of computing resources the two sides disagree: OpenAI wants more computing power and more of the best chips that Microsoft has.",
      "On computing resources, the two companies disagree. OpenAI wants more power and better chips from Microsoft.",
      "Numbers change; ids do not. Where a paragraph is added near the top, every number below it moves on by one.",
    ],
  ],
])("agrees the less, the more of a %s text was changed", (_, texts) => {
  const [original = "", ...rest] = texts.map(fingerprint);
  const scores = [original, ...rest].map((other) => agreement(original, other));
  expect(scores[0]).toBe(1);
  for (let at = 1; at < scores.length; at++) expect(scores[at]).toBeLessThan(scores[at - 1] ?? 0);
  expect(scores.at(-1)).toBeLessThan((scores.at(-2) ?? 0) / 2);
});

it("is 64 hex digits for any text, agrees with itself, and is the same from either side", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
      const [a, b] = [fingerprint(one), fingerprint(other)];
      expect(a).toMatch(/^[0-9a-f]{64}$/);
      expect(agreement(a, a)).toBe(1);
      expect(agreement(a, b)).toBe(agreement(b, a));
      expect(agreement(a, b)).toBeLessThanOrEqual(1);
      expect(agreement(a, b)).toBeGreaterThanOrEqual(0);
    }),
  ));
