import fc from "fast-check";
import { decodeText, encodeText, lineAt } from "@/lib/text/decode";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const decode = (...parts: (string | number[])[]) =>
  decodeText(Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...bytesOf(part)] : part))), "en.md");

it.each([
  ["", "", false],
  ["山\r\n", "山\r\n", false],
  ["\uFEFF山", "山", true],
  ["\uFEFF\uFEFF山", "\uFEFF山", true],
  ["\uFEFF", "", true],
  ["山\uFEFF", "山\uFEFF", false],
  ["a\uFFFDb", "a\uFFFDb", false],
])("reads %j", (written, text, byteOrderMark) =>
  expect(decode(written)).toEqual({ decoded: { text, byteOrderMark }, problems: [] }),
);

it("writes every text back to the bytes it was read from", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, marked) => {
      const bytes = bytesOf(marked ? `\uFEFF${text}` : text);
      const { decoded } = decodeText(bytes, "en.md");
      expect(decoded && encodeText(decoded)).toEqual(bytes);
    }),
  ));

it("takes bytes for text exactly where they come back unchanged", () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const { decoded, problems } = decodeText(bytes, "en.md");
      expect(decoded ? encodeText(decoded) : problems.map(({ code }) => code)).toEqual(
        decoded ? bytes : ["encoding-invalid"],
      );
    }),
    { numRuns: 500 },
  ));

it.each<[string, (string | number[])[], number, number]>([
  ["a byte that starts nothing", ["ab", [0xff]], 1, 3],
  ["GB 18030", ["a\n\n", [0xd6, 0xd0]], 3, 4],
  ["an overlong form", ["a\r\nb\r", [0xc0, 0xaf]], 3, 6],
  ["half of a surrogate pair", ["山\n", [0xed, 0xa0, 0x80]], 2, 5],
  ["a character cut off at the end", ["a\n", [0xe5, 0xb1]], 2, 3],
  ["the second fault after a replacement character meant as such", ["\uFFFD\n", [0x80]], 2, 5],
  ["a fault below a byte order mark", ["\uFEFF\n", [0xff]], 2, 5],
])("names line and byte of %s", (_, parts, line, byte) =>
  expect(decode(...parts)).toMatchObject({
    decoded: null,
    problems: [
      {
        code: "encoding-invalid",
        severity: "error",
        where: { file: "en.md", line },
        what: expect.stringContaining(`Byte ${byte} `),
        fix: expect.stringContaining("UTF-8"),
      },
    ],
  }),
);

it.each([0x00, 0x08, 0x0b, 0x0c, 0x1b, 0x7f, 0x85, 0x9f, 0xfdd0, 0xfffe, 0xffff, 0x1fffe, 0x10ffff])(
  "names the line of the character %#x, which is no text",
  (code) => {
    const { decoded, problems } = decode(`a\r\nb\r${String.fromCodePoint(code)}\n\0`);
    const name = code.toString(16).toUpperCase().padStart(4, "0");
    expect(problems).toMatchObject([
      {
        code: "character-forbidden",
        severity: "error",
        where: { file: "en.md", line: 3 },
        what: expect.stringContaining(`U+${name} `),
      },
    ]);
    expect(decoded?.text).toContain(String.fromCodePoint(code));
  },
);

it.each(["\t\r\n", "\u00A0\u3000", "\u200B\u200D\uFEFF", "\u2028", "\u202E", "\uE000", "👨‍👩‍👧", "𠮷", "e\u0301"])(
  "lets %j be",
  (text) => expect(decode("a", text).problems).toEqual([]),
);

it.each([
  ["", 0, 1],
  ["a\nb", 1, 1],
  ["a\nb", 2, 2],
  ["a\r\nb", 3, 2],
  ["a\rb", 2, 2],
  ["a\r\r\n\nb", 5, 4],
  ["a\u2028b", 2, 1],
])("counts lines of %j before %i", (text, offset, line) => expect(lineAt(text, offset)).toBe(line));
