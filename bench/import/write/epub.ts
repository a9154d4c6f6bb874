import { strToU8, zipSync, type Zippable } from "fflate";
import type { Text } from "../documents";
import { escape, htmlOf, type NoteStyle } from "./html";
import { drawPicture } from "./picture";

const opener = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';

/** A book of EPUB 3: cover, contents, three chapters, notes in a file of their own, pictures. */
export function epub(text: Text): Uint8Array {
  const { title, author, language, footnotes } = text;
  const page = (body: string, type = "bodymatter") =>
    strToU8(
      `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html ${opener} xml:lang="${language}"><head><title>${escape(title)}</title><link rel="stylesheet" href="style.css"/></head><body epub:type="${type}">${body}</body></html>`,
    );
  const notes: NoteStyle = {
    call: (label) => `<a epub:type="noteref" id="r${label}" href="notes.xhtml#n${label}"><sup>${label}</sup></a>`,
  };
  const chapters = threeParts(text).map(
    (blocks) => `<section>${blocks.map(({ block }) => htmlOf(block, notes)).join("\n")}</section>`,
  );
  const chapterOf = (label: string) => chapters.findIndex((chapter) => chapter.includes(`id="r${label}"`)) + 1;
  const names = chapters.map((_, at) => `chapter${at + 1}.xhtml`);
  const pictures = text.blocks.flatMap(({ block }) => (block.type === "figure" && block.src !== null ? block.src : []));
  const noteItems = [...footnotes.values()].map(
    ({ label, blocks }) =>
      `<aside epub:type="footnote" id="n${label}">${blocks
        .map((block) => htmlOf(block, notes))
        .join("")
        .replace("<p>", `<p><a href="chapter${chapterOf(label)}.xhtml#r${label}">${label}</a> `)}</aside>`,
  );
  const documents = ["cover.xhtml", ...names, ...(noteItems.length > 0 ? ["notes.xhtml"] : [])];
  const manifest = [
    '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>',
    '<item id="css" href="style.css" media-type="text/css"/>',
    ...documents.map((name) => `<item id="${name}" href="${name}" media-type="application/xhtml+xml"/>`),
    ...pictures.map((name) => `<item id="${name.replace("/", "-")}" href="${name}" media-type="image/png"/>`),
  ];
  const opf = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:00000000-0000-4000-8000-000000000000</dc:identifier><dc:title>${escape(title)}</dc:title><dc:creator>${escape(author)}</dc:creator><dc:language>${language}</dc:language></metadata>
<manifest>${manifest.join("\n")}</manifest><spine><itemref idref="cover.xhtml"/><itemref idref="nav"/>${documents
    .slice(1)
    .map((name) => `<itemref idref="${name}"/>`)
    .join("")}</spine></package>`;
  const parts: Zippable = {
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(
      '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    "OEBPS/content.opf": strToU8(opf),
    "OEBPS/style.css": strToU8(".stanza { margin-left: 2em; }"),
    "OEBPS/cover.xhtml": page(`<h1>${escape(title)}</h1><p>${escape(author)}</p>`, "cover"),
    "OEBPS/nav.xhtml": page(
      `<nav epub:type="toc"><ol>${names.map((name, at) => `<li><a href="${name}">${at + 1}</a></li>`).join("")}</ol></nav>`,
      "frontmatter",
    ),
  };
  chapters.forEach((body, at) => (parts[`OEBPS/${names[at]}`] = page(body)));
  if (noteItems.length > 0) parts["OEBPS/notes.xhtml"] = page(noteItems.join("\n"), "backmatter");
  for (const name of pictures) parts[`OEBPS/${name}`] = drawPicture(name);
  return zipSync(parts);
}

/** Three chapters of about one length, each beginning with a heading. */
function threeParts({ blocks }: Text): (typeof blocks)[] {
  const headings = blocks.flatMap(({ block }, at) =>
    block.type === "heading" && block.depth === 2 && at > 0 ? at : [],
  );
  const near = (share: number) =>
    headings.toSorted((a, b) => Math.abs(a - share * blocks.length) - Math.abs(b - share * blocks.length))[0] ?? 0;
  const [first, second] = [near(1 / 3), near(2 / 3)];
  return [blocks.slice(0, first), blocks.slice(first, second), blocks.slice(second)];
}
