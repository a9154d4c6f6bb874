import { strToU8, unzipSync, zipSync } from "fflate";
import { readText } from "@/lib/import/read-text";
import { docxSample, epubParts, epubSample, pixel, read, words } from "./samples";

it("reads a document of Word", async () => {
  const text = await read(await docxSample(), "a.docx");
  expect(text).toMatchObject({
    format: "docx",
    encoding: null,
    metadata: { title: "山", byline: ["某人"] },
  });
  expect(text.pictures).toEqual([{ name: "picture-1.png", bytes: pixel }]);
  expect(text.markdown).toBe(
    "## 第一章\n\n山**很高***，水很长*。[^1]\n\n1. 一\n2. 二\n\n![](images/picture-1.png)\n\na_b \\*c\\* &lt;script>alert(1)&lt;/script>\n\n[^1]: 一条注释。\n",
  );
});

it("takes nothing that was deleted under tracking, and reports macros", async () => {
  const parts = unzipSync(await docxSample());
  const xml = new TextDecoder().decode(parts["word/document.xml"]);
  const tracked = xml.replace(
    /(<w:r>(?:(?!<\/w:r>).)*a_b)/,
    '<w:del w:id="9" w:author="x"><w:r><w:delText>GONE</w:delText></w:r></w:del><w:ins w:id="8" w:author="x"><w:r><w:t>NEW </w:t></w:r></w:ins>$1',
  );
  const text = await read(
    zipSync({ ...parts, "word/document.xml": strToU8(tracked), "word/vbaProject.bin": strToU8("x") }),
    "a.docm",
  );
  expect(tracked).not.toBe(xml);
  expect(text.markdown).toContain("NEW a_b");
  expect(text.markdown).not.toContain("GONE");
  expect(text.dropped).toContainEqual({ why: "script", what: "macros", where: "word/vbaProject.bin" });
});

it("reads a book: chapters in order, notes from their own file, pictures; no cover and no contents", async () => {
  const text = await read(epubSample(), "a.epub");
  expect(text).toMatchObject({
    format: "epub",
    metadata: { title: "山海 & 经", byline: ["某人"], language: "zh-Hans", publisher: "某社", date: "2001-02-03" },
    pictures: [{ name: "a.png" }],
  });
  expect(text.markdown).toBe(
    '## 第一章\n\n山*很高*。[^1]\n\n![](images/a.png "山")\n\n## 第二章\n\n水长。\n\n[^1]: 山之高也。\n',
  );
  expect(text.dropped.map(({ why, where }) => [why, where])).toEqual([
    ["navigation", "OEBPS/cover.xhtml"],
    ["navigation", "OEBPS/nav.xhtml"],
    ["empty", expect.stringContaining("OEBPS/text/notes.xhtml")],
  ]);
});

it("reads a book whatever its file is called", async () =>
  expect(await read(epubSample(), "book.zip")).toMatchObject({ format: "epub" }));

it("reads a book whose chapters are in UTF-16", async () => {
  const body = '<?xml version="1.0" encoding="utf-16"?><html><body><p>水很长。</p></body></html>';
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body, "utf16le")]);
  expect(words(await read(epubSample({ "OEBPS/text/ch2.xhtml": new Uint8Array(bytes) }), "a.epub"))).toContain(
    "水很长。",
  );
});

const encryption = (algorithm: string) =>
  strToU8(
    `<encryption xmlns="urn:x"><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`,
  );

it("refuses a locked book, and reads one whose fonts alone are scrambled", async () => {
  const locked = epubSample({ "META-INF/encryption.xml": encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc") });
  await expect(readText(locked, "a.epub")).rejects.toMatchObject({ what: expect.stringContaining("DRM") });
  await expect(readText(epubSample({ "META-INF/rights.xml": strToU8("<r/>") }), "a.epub")).rejects.toMatchObject({
    name: "ImportRefused",
  });
  expect(
    await read(epubSample({ "META-INF/encryption.xml": encryption("http://www.idpf.org/2008/embedding") }), "a.epub"),
  ).toBeTruthy();
});

const evil = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "&a;&a;">`).join("")}]>`;

it.each([
  ["an entity in a chapter", "OEBPS/text/ch2.xhtml", `${evil}<html><body>&x;</body></html>`],
  ["an entity in the table of contents", "OEBPS/book.opf", `${evil}<package/>`],
  ["laughs in the container", "META-INF/container.xml", `${laughs}<container/>`],
  ["a container cut off", "META-INF/container.xml", "<container><rootfiles>"],
  ["a book without chapters", "OEBPS/book.opf", "<package/>"],
  ["ten thousand elements in each other", "OEBPS/book.opf", "<a>".repeat(10_000)],
  ["a chapter with a zero byte", "OEBPS/text/ch2.xhtml", "<p>a\0b"],
])("refuses %s", async (_, name, content) =>
  expect(readText(epubSample({ [name]: strToU8(content) }), "a.epub")).rejects.toMatchObject({
    name: "ImportRefused",
    file: `a.epub/${name}`.replace(
      /^a\.epub\/OEBPS\/book\.opf$/,
      content === "<package/>" ? "a.epub" : "a.epub/OEBPS/book.opf",
    ),
  }),
);

it.each([
  ["an entity", `${evil}<w:document/>`],
  ["laughs", `${laughs}<w:document/>`],
  ["no document", "<html/>"],
  ["nesting", `${"<w:p>".repeat(10_000)}${"</w:p>".repeat(10_000)}`],
])("refuses a document of Word with %s", async (_, xml) => {
  const parts = unzipSync(await docxSample());
  await expect(readText(zipSync({ ...parts, "word/document.xml": strToU8(xml) }), "a.docx")).rejects.toMatchObject({
    name: "ImportRefused",
  });
});

it("refuses a package that is neither", async () => {
  await expect(readText(zipSync({ "a.txt": strToU8("x") }), "a.docx")).rejects.toMatchObject({
    what: expect.stringContaining("word/document.xml"),
  });
  await expect(readText(zipSync({ "a.txt": strToU8("x") }), "a.epub")).rejects.toMatchObject({ name: "ImportRefused" });
});

it("leaves a picture out that is none", async () => {
  const text = await read(
    zipSync({ ...epubParts(), "OEBPS/images/a.png": strToU8("<svg onload=alert(1)>") }),
    "a.epub",
  );
  expect(text.pictures).toEqual([]);
  expect(text.markdown).toContain("![山]()");
});
