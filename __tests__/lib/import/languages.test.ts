import { ImportRefused } from "@/lib/import/imported-text";
import { chooseLanguages } from "@/lib/import/languages";
import type { Language } from "@/lib/work/metadata";

const text = (file: string, language: Language | null) => ({ file, language });

describe("the languages of a work", () => {
  it.each([
    ["zh-Hans", "en"],
    ["en", "zh-Hant"],
    ["lzh", "zh-Hans"],
    ["fr", "en"],
  ] as const)("are %s and %s as they come", (source, translation) =>
    expect(chooseLanguages([text("a", source), text("b", translation)], {})).toEqual({ source, translation }),
  );

  it("are what a person says before what was seen", () =>
    expect(chooseLanguages([text("a", null), text("b", "fr")], { from: "zh", to: "English" })).toEqual({
      source: "zh-Hans",
      translation: "en",
    }));

  it.each([
    ["zh-Hans", "en"],
    ["en", "zh-Hans"],
    ["fr", "zh-Hans"],
  ] as const)("of a text alone in %s wait for %s", (source, translation) =>
    expect(chooseLanguages([text("a", source)], {})).toEqual({ source, translation }),
  );

  it.each([
    ["both are in one", text("a", "en"), text("b", "en"), "b", "so is a: neither"],
    ["they differ in script alone", text("a", "zh-Hans"), text("b", "zh-Hant"), "b", "so is a (zh-Hans): neither"],
    ["one file has one", text("a", "en"), text("a", "en"), "a", "Both texts of this file"],
    ["the source is in none that is known", text("a", null), text("b", "en"), "a", "cannot be told"],
    ["the translation is in none that is known", text("a", "zh-Hans"), text("b", null), "b", "cannot be told"],
  ])("are refused where %s", (_, source, translation, file, says) => {
    let refusal: unknown;
    try {
      chooseLanguages([source, translation], {});
    } catch (cause) {
      refusal = cause;
    }
    expect(refusal).toBeInstanceOf(ImportRefused);
    expect(refusal).toMatchObject({ file, what: expect.stringContaining(says) as string });
  });
});
