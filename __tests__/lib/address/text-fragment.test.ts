import fc from "fast-check";
import { textFragment } from "@/lib/address/text-fragment";
import { snapToWords } from "@/lib/text/snap-words";

function fragment(text: string, part: string, page = text, language = "en"): string {
  const start = text.indexOf(part);
  return textFragment(text, { start, end: start + part.length }, page, language);
}

/** What a browser reads in it. Source: WICG Scroll To Text Fragment, 3.5.1. */
function read(written: string) {
  const terms = written.replace("#:~:text=", "").split(",");
  const prefix = terms[0]?.endsWith("-") ? decodeURIComponent(terms.shift()?.slice(0, -1) ?? "") : "";
  const suffix = terms.at(-1)?.startsWith("-") ? decodeURIComponent(terms.pop()?.slice(1) ?? "") : "";
  return { prefix, suffix, terms: terms.map(decodeURIComponent) };
}

it("names words that stand once by themselves alone", () => {
  expect(fragment("The best partnership in tech.", "partnership")).toBe("#:~:text=partnership");
  expect(fragment("科技界最佳合作关系", "最佳", undefined, "zh-Hans")).toBe(`#:~:text=${encodeURIComponent("最佳")}`);
});

it("encodes what the syntax uses itself", () => {
  expect(fragment("a well-known, odd & rare case", "well-known, odd & rare")).toBe(
    "#:~:text=well%2Dknown%2C%20odd%20%26%20rare",
  );
});

it("tells equal words apart by their neighbours", () => {
  const text = "Microsoft said so. Then Microsoft paid.";
  const written = textFragment(text, { start: 24, end: 33 }, text, "en");
  const { prefix, terms, suffix } = read(written);
  expect(terms).toEqual(["Microsoft"]);
  expect(prefix).toContain("Then");
  expect(suffix).toContain("paid");
});

it("names a long quotation by its first and last words", () => {
  const text = `It began here, ${"word ".repeat(60)}and ended there at last.`;
  const { terms } = read(fragment(text, text));
  expect(terms).toEqual(["It began here, word word", "and ended there at last."]);
});

it("never crosses a note's number or the end of a line", () => {
  const text = "One clause of many,\uFFFC the next clause.\nA new line of words.";
  const { terms } = read(fragment(text, text));
  expect(terms).toEqual(["One clause of many,", "A new line of words."]);
  expect(read(fragment(text, "many,\uFFFC")).terms).toEqual(["many,"]);
});

it("always names stretches of the words that it was given, in their order", () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("微软", "公司", "word", "other", ",", "，", " ", "-", "&", "\n", "\uFFFC", "12"), {
        minLength: 1,
        maxLength: 120,
      }),
      fc.nat({ max: 300 }),
      fc.nat({ max: 300 }),
      (pieces, a, b) => {
        const text = pieces.join("");
        const stretch = snapToWords(text, { start: a, end: b }, "zh-Hans");
        const chosen = text.slice(stretch.start, stretch.end);
        if (!/[\p{L}\p{N}]/u.test(chosen)) return;
        const { terms, prefix, suffix } = read(textFragment(text, stretch, text, "zh-Hans"));
        let from = 0;
        for (const term of terms) {
          expect(term).not.toMatch(/[\n\uFFFC]/);
          const at = chosen.indexOf(term, from);
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + term.length;
        }
        expect(text.slice(0, stretch.start)).toContain(prefix);
        expect(text.slice(stretch.end)).toContain(suffix);
      },
    ),
  ));
