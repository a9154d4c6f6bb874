import fc from "fast-check";
import { graphemes } from "@/lib/card/line-atoms";
import { shorten } from "@/lib/card/shorten";

const atMost = (count: number) => (text: string) => graphemes(text).length <= count;

describe("shortening", () => {
  it.each([
    ["en", "The quick brown fox jumps over the lazy dog.", 20, "The quick brown fox…"],
    ["en", "Well, then, go.", 7, "Well…"],
    ["zh-Hans", "微软与OpenAI渐行渐远，各执一词。", 10, "微软与……"],
    ["zh-Hans", "微软与OpenAI渐行渐远，各执一词。", 15, "微软与OpenAI渐行渐远……"],
    ["zh-Hans", "𠮷野家的👩‍👩‍👧在此。", 6, "𠮷野家的……"],
    ["zh-Hans", "𠮷野家的👩‍👩‍👧在此。", 7, "𠮷野家的👩‍👩‍👧……"],
    ["en", "Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…"],
    ["en", "short", 10, "short"],
  ])("%s %j to %d", (language, text, most, result) => expect(shorten(text, language, atMost(most))).toBe(result));

  it("gives a beginning of the text and an ellipsis, as long as fits and no longer", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("zh-Hans", "en"),
        fc.string({ unit: "grapheme", maxLength: 80 }),
        fc.integer({ min: 0, max: 60 }),
        (language, text, most) => {
          const result = shorten(text, language, atMost(most));
          if (atMost(most)(text)) return expect(result).toBe(text);
          expect(atMost(most)(result)).toBe(true);
          if (result !== "") expect(text.startsWith(result.replace(/…+$/, ""))).toBe(true);
          if (result !== "") expect(result).toMatch(language === "en" ? /…$/ : /……$/);
        },
      ),
    );
  });

  it("never cuts an English word that would fit, nor a character in two", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 10, max: 60 }),
        (words, most) => {
          const result = shorten(words.join(" "), "en", atMost(most));
          for (const word of result.replace("…", "").split(" ")) expect(words).toContain(word);
        },
      ),
    );
  });

  it("says more where there is more room", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        const [less, more] = [shorten(text, "zh-Hans", atMost(most)), shorten(text, "zh-Hans", atMost(most + 5))];
        expect(graphemes(more).length).toBeGreaterThanOrEqual(graphemes(less.replace(/……$/, "")).length);
      }),
    );
  });
});
