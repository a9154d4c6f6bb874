import { zipSync } from "fflate";
import mammoth from "mammoth";
import { readLanguage } from "../detect-language";
import { type Draft, type LoadPicture, shorten } from "../draft";
import { readDay } from "../html/metadata";
import { type FoundMetadata, ImportRefused } from "../imported-text";
import { descendants, parseXml, xmlText } from "../xml";
import type { Package } from "../zip";
import { readHtml } from "./html";

/** Bytes of one XML part: mammoth holds some thirty times as much. A novel has two million. */
const mostXml = 8 * 1024 * 1024;

/** Reads a document of Word: headings, emphasis, lists, notes, pictures. What was deleted under tracking, comments and macros stay behind. */
export async function readDocx(source: Package, file: string): Promise<{ draft: Draft; load: LoadPicture }> {
  if (!source.names.includes("word/document.xml")) {
    const what = "This package is no document of Word: the part word/document.xml is missing.";
    throw new ImportRefused(file, null, what, "Save it as .docx in the program that made it.");
  }
  const pictures: Uint8Array[] = [];
  const { value, messages } = await convert(repack(source, file), file, pictures);
  const draft = readHtml(withCaptions(value), file, { whole: true });
  const macros = source.names.filter((name) => /vbaProject\.bin$/.test(name));
  return {
    draft: {
      ...draft,
      metadata: coreProperties(source, file),
      dropped: [
        ...draft.dropped,
        ...macros.map((name) => ({ why: "script", what: "macros", where: name }) as const),
      ].map(
        // Lines of the page that stood between are nowhere to be seen.
        (each) => (each.where !== null && /^\d+$/.test(each.where) ? { ...each, where: null } : each),
      ),
      notes: [...draft.notes, ...new Set(messages.map(({ message }) => shorten(message)))].slice(0, 50),
    },
    load: (address) => {
      const index = /^picture:(\d{1,6})$/.exec(address)?.[1];
      return Promise.resolve(index === undefined ? null : (pictures[Number(index)] ?? null));
    },
  };
}

/**
 * Packs the parts that were checked anew, without compression: mammoth's own reader of packages has no limits, and might
 * read another table of contents than we did.
 */
function repack(source: Package, file: string): Buffer {
  const parts: Record<string, Uint8Array> = {};
  for (const name of source.names) {
    if (!/\.(?:xml|rels)$|^word\/media\//i.test(name) || /^customXml\//i.test(name)) continue;
    const bytes = source.read(name);
    if (!bytes) continue;
    if (/\.(?:xml|rels)$/i.test(name)) checkPart(bytes, name, file);
    parts[name] = bytes;
  }
  return Buffer.from(zipSync(parts, { level: 0 }));
}

/** Every part goes through the reader that knows no entities first. */
function checkPart(bytes: Uint8Array, name: string, file: string): void {
  if (bytes.length > mostXml) {
    const what = `The part ${name} has ${Math.round(bytes.length / 1024 / 1024)} MB of text and markup, more than can be read.`;
    throw new ImportRefused(file, null, what, "Divide the document, or save it as plain text.");
  }
  if (bytes.length > 0) parseXml(decodePart(bytes), `${file}/${name}`);
}

export function decodePart(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(wide).decode(bytes);
}

/** Word sets a picture and its caption as two paragraphs. What is mapped to HTML has no other paragraphs of that class. */
function withCaptions(html: string): string {
  return html.replace(
    /<p>(<img [^<>]*>)<\/p><p class="caption">((?:(?!<\/p>).)*)<\/p>/gs,
    "<figure>$1<figcaption>$2</figcaption></figure>",
  );
}

async function convert(buffer: Buffer, file: string, pictures: Uint8Array[]) {
  try {
    return await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => p:fresh",
          "p[style-name='Quote'] => blockquote > p:fresh",
          "p[style-name='Intense Quote'] => blockquote > p:fresh",
          "p[style-name='Block Text'] => blockquote > p:fresh",
          "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
          "p[style-name='Source Code'] => pre:separator('\\n')",
          "p[style-name='Preformatted Text'] => pre:separator('\\n')",
          "r[style-name='HTML Code'] => code",
          "r[style-name='Verbatim Char'] => code",
          "r[style-name='Source Text'] => code",
          "p[style-name='caption'] => p.caption:fresh",
          "p[style-name='Image Caption'] => p.caption:fresh",
        ],
        convertImage: mammoth.images.imgElement(async (image) => {
          pictures.push(await image.readAsBuffer());
          return { src: `picture:${pictures.length - 1}` };
        }),
      },
    );
  } catch {
    const what = "This document is damaged: it cannot be read.";
    throw new ImportRefused(file, null, what, "Open it in Word or LibreOffice and save it anew.");
  }
}

function coreProperties(source: Package, file: string): FoundMetadata {
  const bytes = source.read("docProps/core.xml");
  if (!bytes || bytes.length === 0) return {};
  const root = parseXml(decodePart(bytes), `${file}/docProps/core.xml`);
  const value = (name: string) => descendants(root, name).map(xmlText).join(" ").replace(/\s+/g, " ").trim();
  const [title, author, summary] = [value("title"), value("creator"), value("description")];
  const date = readDay(value("created"));
  const language = readLanguage(value("language"));
  return {
    ...(title ? { title } : {}),
    // What programs put there when nobody wrote anything.
    ...(author && !/^(?:Un-named|python-docx|User|Administrator|Microsoft|Windows User)$/i.test(author)
      ? { byline: [author] }
      : {}),
    ...(date ? { date } : {}),
    ...(language ? { language } : {}),
    ...(summary ? { summary } : {}),
  };
}
