/** Valid files of every format, and a generator of faults in them. Used by the fuzz of imports and, in a small cut, by the tests. */
import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";

export type Sample = { readonly kind: string; readonly file: string; readonly bytes: Uint8Array };

const markdown = `---\ntitle: 山\ndate: 2020-01-02\n---\n# 山\n\n*山*很**高**。[^1] [链](https://a.b/c) {漢字|かんじ}\n\n- 一\n  - 二\n- 三\n\n> 引\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n行\\\n行\n\n![图](images/a.png "样")\n\n<p>a<b>b</b></p>\n\n\`\`\`\nx\n\`\`\`\n\n[^1]: 注\n`;
const txt = `第一章 山\n\n　　山高月小，水落石出。曾日月之几何。\n\n　　“江山”不可复识矣。\n\n- 12 -\n\nIt was the best of times, it was the worst of times, it was the age\nof wisdom, it was the age of foolishness.\n`;
const html = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>山</title><meta name="author" content="某"></head><body><nav><a href="/">家</a></nav><article><h1>山</h1>${"<p>山高月小，<em>水落</em>石出。<a href='https://a.b'>链</a><br>行</p>".repeat(12)}<p>注<sup><a href="#n1" id="r1">1</a></sup></p><ul><li>一<ol><li>二</ol></ul><table><tr><td>a<td>b</table><blockquote><p>引</blockquote><figure><img src="data:image/png;base64,iVBORw0KGgo=" alt="a"><figcaption>图</figcaption></figure><ol><li id="n1">注 <a href="#r1">↩</a></ol></article><footer>脚</footer><script>x()</script></body></html>`;
const tmx = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="zh"/><body>${"<tu><tuv xml:lang='zh'><seg>山<ph x='1'/>高&amp;</seg></tuv><tuv xml:lang='en'><seg>High &#65;</seg></tuv></tu>".repeat(5)}</body></tmx>`;

async function docx(): Promise<Uint8Array> {
  const document = new Document({
    title: "山",
    footnotes: { 1: { children: [new Paragraph("注")] } },
    sections: [
      {
        children: [
          new Paragraph({ text: "山", heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun({ text: "山高", bold: true }), new FootnoteReferenceRun(1)] }),
          new Paragraph({ text: "一", bullet: { level: 0 } }),
          new Paragraph("水长。"),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function epub(): Uint8Array {
  const chapter = (body: string) =>
    strToU8(
      `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
    );
  return zipSync({
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8('<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'),
    "b.opf": strToU8(
      '<package><metadata><title>山</title><language>zh</language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    ),
    "a.xhtml": chapter('<h1>一</h1><p>山<em>高</em><a href="b.xhtml#n">[1]</a></p><ul><li>x</li></ul>'),
    "b.xhtml": chapter('<h1>二</h1><p id="n">[1] 水长</p><table><tr><td>a</td><td>b</td></tr></table>'),
  });
}

export async function samples(): Promise<Sample[]> {
  return [
    { kind: "txt", file: "a.txt", bytes: strToU8(txt) },
    { kind: "markdown", file: "a.md", bytes: strToU8(markdown) },
    { kind: "html", file: "a.html", bytes: strToU8(html) },
    { kind: "docx", file: "a.docx", bytes: await docx() },
    { kind: "epub", file: "a.epub", bytes: epub() },
    { kind: "tmx", file: "a.tmx", bytes: strToU8(tmx) },
    { kind: "tsv", file: "a.tsv", bytes: strToU8('zh\ten\n山高\tHigh\n"水\n长"\t"Lo""ng"\n') },
    { kind: "csv", file: "a.csv", bytes: strToU8('zh,en\n山高,High\n"水,长","Lo""ng\n"\n') },
    { kind: "interleaved", file: "a.txt", bytes: strToU8("山高。\n\nHigh.\n\n水长。\n\nLong.\n\n云淡。\n\nClear.\n") },
  ];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** What upsets parsers, by experience. */
const spice = [
  "*",
  "**",
  "_",
  "`",
  "```",
  "[",
  "](",
  "![",
  "[^1]",
  "[^1]: ",
  "> ",
  "- ",
  "1. ",
  "#",
  "---\n",
  "\\",
  "|",
  "<",
  ">",
  "</",
  "<!--",
  "-->",
  "<![CDATA[",
  "<!DOCTYPE x [",
  "<!ENTITY a 'b'>",
  "&a;",
  "&#0;",
  "&#xD800;",
  "&amp;",
  "<script>",
  "<p>",
  "<b>",
  "<table>",
  "<svg>",
  "<li>",
  "<br>",
  "<ruby>",
  "<rt>",
  "href='javascript:x'",
  "\0",
  "\u0001",
  "\uFFFD",
  "\uFFFE",
  "\uFEFF",
  "\u202E",
  "\u200B",
  "\r",
  "\n\n",
  "\t",
  "\f",
  "\u3000",
  '"',
  "'",
  ",",
  ";",
  "^k7m2q",
  " ^new\n",
  "{漢|",
  "}",
  "山",
  "第一章\n",
  "🙂",
  "../",
  "%00",
];

/** One to four faults in a file; in a package, half of the time within one of its parts. */
export function mutate(bytes: Uint8Array, kind: string, next: () => number): Uint8Array {
  if ((kind === "docx" || kind === "epub") && next() < 0.6) {
    const parts = unzipSync(bytes);
    const names = Object.keys(parts).filter((name) => name !== "mimetype");
    const name = names[Math.floor(next() * names.length)] ?? "";
    const packed: Zippable = { ...parts, [name]: damage(parts[name] ?? new Uint8Array(), next) };
    return zipSync(packed, { level: 1 });
  }
  return damage(bytes, next);
}

function damage(bytes: Uint8Array, next: () => number): Uint8Array {
  let damaged = Buffer.from(bytes);
  for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
    // Mostly between characters: a file that is no UTF-8 is refused before anything else is tried.
    const isText = next() < 0.9;
    const border = (from: number) => {
      let at = from;
      while (isText && at < damaged.length && ((damaged[at] ?? 0) & 0xc0) === 0x80) at++;
      return at;
    };
    const at = border(Math.floor(next() * (damaged.length + 1)));
    const length = border(at + Math.floor(next() * next() * 60)) - at;
    const [before, middle, after] = [
      damaged.subarray(0, at),
      damaged.subarray(at, at + length),
      damaged.subarray(at + length),
    ];
    const piece = Buffer.from(
      (spice[Math.floor(next() * spice.length)] ?? "").repeat(next() < 0.05 ? 3_000 : next() < 0.2 ? 20 : 1),
    );
    const choice = next();
    if (choice < 0.4) damaged = Buffer.concat([before, piece, middle, after]);
    else if (choice < 0.55) damaged = Buffer.concat([before, after]);
    else if (choice < 0.7) damaged = Buffer.concat([before, middle, middle, after]);
    else if (choice < 0.8) damaged = Buffer.concat([before, piece, after]);
    else if (choice < 0.85) damaged = Buffer.from(before);
    else if (choice < 0.92)
      damaged = Buffer.concat([before, Buffer.from([Math.floor(next() * 256)]), damaged.subarray(at + 1)]);
    else damaged = Buffer.concat([middle, before, after]);
  }
  return new Uint8Array(damaged);
}
