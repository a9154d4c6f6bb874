import fc from "fast-check";
import { graphemes, lineAtoms } from "@/lib/card/line-atoms";

const chinese = (text: string) => lineAtoms(text, "zh-Hans").map((atom) => atom.text);

/** Chinese prose of words, punctuation and Latin, in any order a person might type. */
const prose = fc
  .array(
    fc.constantFrom(
      "微软",
      "的",
      "。",
      "，",
      "“",
      "”",
      "（",
      "）",
      "OpenAI",
      " ",
      "——",
      "……",
      "2015",
      "·",
      "！",
      "《",
      "》",
    ),
  )
  .map((parts) => parts.join(""));

describe("the places where a line may end", () => {
  it.each([
    ["他说：“你好。”", ["他", "说：", "“你", "好。”"]],
    ["萨姆·阿", ["萨", "姆·", "阿"]],
    ["是的……对", ["是", "的……", "对"]],
    ["OpenAI的CEO（左）", ["OpenAI", "的", "CEO", "（左）"]],
    ["共1,000美元", ["共", "1,000", "美", "元"]],
  ])("in %j", (text, atoms) => expect(chinese(text)).toEqual(atoms));

  it("are at spaces and hyphens in English, and before no dash", () => {
    const atoms = lineAtoms("A well-made page – “so” it is—really.", "en").map((atom) => atom.text);
    expect(atoms).toEqual(["A ", "well-", "made ", "page – ", "“so” ", "it ", "is—", "really."]);
  });

  it("are in the middle of an address rather than nowhere", () => {
    expect(lineAtoms("a".repeat(100), "en").length).toBeGreaterThan(3);
  });

  it("never leave a mark of punctuation at a line's start, nor an opening one at its end", () => {
    fc.assert(
      fc.property(prose, (text) => {
        const atoms = chinese(text);
        atoms.slice(1).forEach((atom, at) => {
          // What stands first in a text, or after a space, has nowhere else to go.
          if (/\s$/.test(atoms[at] ?? "")) return;
          expect(atom).not.toMatch(/^[。，！”）》…·]/u);
        });
        atoms.slice(0, -1).forEach((atom) => expect(atom.trimEnd()).not.toMatch(/[“（《]$/u));
      }),
    );
  });

  it("take nothing from the text and add nothing to it", () => {
    for (const language of ["zh-Hans", "en", "ja", "ko"]) {
      fc.assert(
        fc.property(fc.oneof(prose, fc.string({ unit: "binary" })), (text) => {
          const line = text.replace(/[\r\n\u000b\u000c\u0085\u2028\u2029]/g, "");
          expect(
            lineAtoms(line, language)
              .map((atom) => atom.text)
              .join(""),
          ).toBe(line);
        }),
      );
    }
  });

  it("know where a Chinese word is cut", () => {
    const [first, second] = lineAtoms("微软公司", "zh-Hans");
    expect([first?.endsInWord, second?.endsInWord]).toEqual([true, false]);
  });
});

it("counts characters as readers do", () => {
  expect(graphemes("e\u0301👩‍👩‍👧🇨🇳𠮷")).toEqual(["e\u0301", "👩‍👩‍👧", "🇨🇳", "𠮷"]);
});
