import fc from "fast-check";
import { idDigits, idLetters, isPassageId, type PassageId } from "@/lib/passage/passage-id";

export const anyId: fc.Arbitrary<PassageId> = fc
  .tuple(
    fc.constantFrom(...idLetters),
    fc.string({ unit: fc.constantFrom(...idLetters, ...idDigits), minLength: 4, maxLength: 4 }),
  )
  .map(([letter, rest]) => letter + rest)
  .filter((text): text is PassageId => isPassageId(text));

/** Any sequence of UTF-16 units: NUL, lone surrogates and noncharacters as well. */
export const anyUnits: fc.Arbitrary<string> = fc.string({
  unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  maxLength: 60,
});

/** Whatever means something to Markdown or to the marks, so that chance puts it where nobody would. */
const pieces = [
  ..."\n\n\n\r\t  >#*_`~[]()!\\^<&{}|-+:.1\u3000\u00A0\uFEFF\u2028\0",
  ...["\r\n", "\r\n\r\n", "\n\n", "  \n", "\\\n", "> ", "- ", "2. ", "## ", "---\n", "```\n", "**", "    "],
  ...[" ^k7m2q", " ^new", "\n^p3x8d", " ^K7M2Q", "\\^new", "[^1]", "[^1]: ", "![", "](images/a.png)", "]()", "](x:y)"],
  ...["<b>", "<!--", "&amp;", "{漢字|かんじ}", "山高水长。", "“引号”", "words", " ", "é", "🏔", "\uD83C"],
];

export const anyMarkdown: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((chosen) => chosen.join(""));
