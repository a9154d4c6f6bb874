import { Document, FootnoteReferenceRun, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } from "docx";
import { strToU8, zipSync, type Zippable } from "fflate";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { isError } from "@/lib/problem/problem";
import type { ImportedText } from "@/lib/import/imported-text";
import { readText, type ReadOptions } from "@/lib/import/read-text";

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** A picture of one pixel. */
export const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Reads a text and holds it to what every text must be: readable without an error, and each block the words it is. */
export async function read(content: string | Uint8Array, file: string, options?: ReadOptions): Promise<ImportedText> {
  const text = await readText(typeof content === "string" ? utf8(content) : content, file, options);
  expectSound(text);
  return text;
}

export function expectSound(text: ImportedText): void {
  const { blocks, problems } = parseRendering(text.markdown, text.file);
  expect(problems.filter(isError)).toEqual([]);
  expect(problems.filter(({ code }) => /^(?:html-as-text|link-refused|footnote)/.test(code))).toEqual([]);
  expect(blocks.filter(({ mark }) => mark !== null)).toEqual([]);
  if (text.markdown !== "") expect(text.markdown).toMatch(/[^\n]\n$/);
}

/** The words of each block, as the page would show them. */
export function words(text: ImportedText): string[] {
  return parseRendering(text.markdown, text.file).blocks.map((block) => block.text);
}

/** A document of Word with a title, emphasis, a list, a note, a picture. */
export async function docxSample(): Promise<Uint8Array> {
  const document = new Document({
    title: "山",
    creator: "某人",
    footnotes: { 1: { children: [new Paragraph("一条注释。")] } },
    numbering: {
      config: [{ reference: "n", levels: [{ level: 0, format: "decimal", text: "%1.", alignment: "left" }] }],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: "山", heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: "第一章", heading: HeadingLevel.HEADING_2 }),
          new Paragraph({
            children: [
              new TextRun("山"),
              new TextRun({ text: "很高", bold: true }),
              new TextRun({ text: "，水很长", italics: true }),
              new TextRun("。"),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph({ text: "一", numbering: { reference: "n", level: 0 } }),
          new Paragraph({ text: "二", numbering: { reference: "n", level: 0 } }),
          new Paragraph({
            children: [new ImageRun({ type: "png", data: pixel, transformation: { width: 10, height: 10 } })],
          }),
          new Paragraph("a_b *c* <script>alert(1)</script>"),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const container =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

const opf = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>山海 &amp; 经</dc:title><dc:creator>某人</dc:creator><dc:language>zh-CN</dc:language><dc:publisher>某社</dc:publisher><dc:date>2001-02-03T00:00:00Z</dc:date></metadata>
<manifest><item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="c1" href="text/ch%201.xhtml" media-type="application/xhtml+xml"/><item id="c2" href="text/ch2.xhtml" media-type="application/xhtml+xml"/><item id="n" href="text/notes.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="c1"/><itemref idref="c2"/><itemref idref="n"/></spine>
<guide><reference type="cover" href="cover.xhtml"/></guide></package>`;

const chapter = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;

/** The parts of a book with cover, contents, two chapters, notes in a file of their own, a picture. */
export function epubParts(): Zippable {
  return {
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(container),
    "OEBPS/book.opf": strToU8(opf),
    "OEBPS/cover.xhtml": strToU8(chapter("<p>封面</p>")),
    "OEBPS/nav.xhtml": strToU8(chapter('<nav epub:type="toc"><ol><li><a href="text/ch%201.xhtml">一</a></li></ol></nav>')),
    "OEBPS/text/ch 1.xhtml": strToU8(
      chapter(
        '<h1><a id="p1"/>第一章</h1><p>山<em>很高</em>。<a epub:type="noteref" href="notes.xhtml#n1">[1]</a></p><p><img src="../images/a.png" alt="山"/></p>',
      ),
    ),
    "OEBPS/text/ch2.xhtml": strToU8(chapter("<h1>第二章</h1><p>水长。</p>")),
    "OEBPS/text/notes.xhtml": strToU8(
      chapter('<h1>注释</h1><p id="n1"><a href="ch%201.xhtml#p1">[1]</a> 山之高也。</p>'),
    ),
    "OEBPS/images/a.png": new Uint8Array(pixel),
  };
}

export function epubSample(change: Zippable = {}): Uint8Array {
  return zipSync({ ...epubParts(), ...change });
}
