import iconv from "iconv-lite";
import { decodeBytes } from "@/lib/import/decode-bytes";
import { readText } from "@/lib/import/read-text";

const simplified = "他说，今天的天气很好。\n我们去公园吧，那里有山有水。";
const traditional = "他說，今天的天氣很好。\n我們去公園吧，那裡有山有水。";
const english = "He said the weather was fine.\nWe went to the park – “at last”.";

it.each([
  ["UTF-8", "utf-8", simplified, false],
  ["UTF-8", "utf-8-bom", simplified, false],
  ["UTF-16LE", "utf-16le-bom", simplified, false],
  ["UTF-16BE", "utf-16be-bom", traditional, false],
  ["UTF-16LE", "utf-16le", simplified, true],
  ["UTF-16BE", "utf-16be", simplified, true],
  ["UTF-16LE", "utf-16le", english, true],
  ["GB18030", "gb18030", simplified, true],
  ["GB18030", "gbk", "第一章\r\n　　山高月小，水落石出。", true],
  ["GB18030", "gb18030", "山高水长", true],
  ["Big5", "big5", traditional, true],
  ["Big5", "big5", "山高水長", true],
  ["Shift_JIS", "shift_jis", "今日はいい天気です。\n山に行きましょう。", true],
  ["Windows-1252", "windows-1252", "Le café était fermé, déjà vu, naïve.", true],
])("recognises %s (%s)", (name, encoding, words, isGuess) => {
  const marked = encoding.endsWith("-bom");
  const bytes = iconv.encode(words, encoding.replace("-bom", ""), { addBOM: marked });
  const { text, encoding: found, notes } = decodeBytes(bytes, "a.txt");
  expect({ text, found }).toEqual({ text: words.replaceAll("\r\n", "\n"), found: name });
  expect(notes).toHaveLength(isGuess ? 1 : 0);
});

it("believes the encoding that it is told, unless the bytes say otherwise", () => {
  expect(decodeBytes(iconv.encode("山高水長", "big5"), "a.txt", "Big5").text).toBe("山高水長");
  expect(decodeBytes(Buffer.from("山高水長"), "a.txt", "iso-2022-kr").encoding).toBe("UTF-8");
});

it.each([
  ["nothing", Buffer.alloc(0), null],
  ["a zero byte", Buffer.from("山\n水\0x"), 2],
  ["a zero byte at an even place", Buffer.from("hello\nthis is a\0 text!"), 2],
  [
    "bytes that are no UTF-8 in a text that is",
    Buffer.concat([Buffer.from("山高水长。\n".repeat(30)), Buffer.from([0xff, 0xfe, 0x0a])]),
    31,
  ],
  [
    "half of a pair, in UTF-8",
    Buffer.concat([Buffer.from("山高水长，云淡风轻。\n"), Buffer.from([0xed, 0xa0, 0x80])]),
    2,
  ],
  ["half of a pair, in UTF-16", Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]), 1],
  ["a letter that was lost", Buffer.from("山\n\n水\uFFFD长"), 3],
  ["a control character", Buffer.from("山\u0007"), 1],
  ["a noncharacter", Buffer.from("山\uFFFE"), 1],
  [
    "noise",
    Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919 + ((index * index) % 251)) % 256)),
    undefined,
  ],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), null],
  ["a PDF", Buffer.from("%PDF-1.7\n"), null],
  ["an old Word document", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), null],
  ["a package", Buffer.from("PK\u0003\u0004xxxx"), null],
])("refuses %s as a text, with the line where there is one", async (_, bytes, line) => {
  for (const format of ["txt", "markdown", "html"] as const) {
    const refusal = await readText(bytes, "a.md", { format }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ name: "ImportRefused", file: "a.md", ...(line === undefined ? {} : { line }) });
    expect((refusal as { what: string; fix: string }).what).toMatch(/^[A-Z].*\.$/);
    expect((refusal as { what: string; fix: string }).fix).toMatch(/^[A-Z].*\.$/);
  }
});

it.each(["a", "山", "\n", " ", "*", "<", "-", "^"])("reads or refuses a text of one sign: %j", async (sign) => {
  for (const format of ["txt", "markdown", "html"] as const) {
    const text = await readText(Buffer.from(sign), "a", { format }).catch((error: unknown) => error);
    if (text instanceof Error) expect(text.name).toBe("ImportRefused");
    else
      expect(
        (text as { markdown: string }).markdown.replace(/\\|&lt;/g, (found) => (found === "\\" ? "" : "<")).trim(),
      ).toBe(sign);
  }
});

it("refuses a file of more than 50 MB before looking into it", async () => {
  await expect(readText(Buffer.alloc(51 * 1024 * 1024, 97), "a.txt")).rejects.toMatchObject({
    what: expect.stringContaining("51 MB"),
  });
  await expect(readText(Buffer.alloc(11_000_000, 97), "a.txt")).rejects.toMatchObject({
    what: expect.stringContaining("million"),
  });
});

it("reads all ends of lines", () => expect(decodeBytes(Buffer.from("a\r\nb\rc\nd"), "a").text).toBe("a\nb\nc\nd"));
