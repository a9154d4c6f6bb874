import fc from "fast-check";
import { measureLength } from "@/lib/text/length";

it.each([
  ["zh-Hans", "山高，水长。OpenAI 2025", "characters", 4],
  ["zh-Hant", "雲〇々「山」", "characters", 4],
  ["lzh", "𠮷野", "characters", 2],
  ["en", "Don’t re-enter at 3.14, O'Neil!", "words", 5],
  ["en", "one—two … three", "words", 3],
  ["fr", "l’homme naïf, cafe\u0301", "words", 3],
  ["de", "Straße 5", "words", 2],
  ["ru", "Гора высока.", "words", 2],
  ["ko", "산이 높다", "words", 2],
  ["ja", "山が高い。", "words", 3],
  ["en", " —… ", "words", 0],
  ["zh-Hans", "only words", "characters", 0],
])("counts %s %j in %s: %i", (language, text, unit, count) =>
  expect(measureLength(text, language)).toEqual({ unit, count }),
);

it("adds up over paragraphs", () =>
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("zh-Hans", "en"),
      (one, other, language) => {
        const [a, b, both] = [one, other, `${one}\n${other}`].map((text) => measureLength(text, language).count);
        expect(both).toBe((a ?? 0) + (b ?? 0));
      },
    ),
  ));
