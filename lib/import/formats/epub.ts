import { plainText } from "@/lib/passage/plain-text";
import type { Block, Footnote } from "@/lib/passage/block";
import { type Draft, type DraftBlock, type LoadPicture, shorten } from "../draft";
import { decodeBytes } from "../decode-bytes";
import { drawPage, withoutNotesHeading } from "../html/draw";
import type { HtmlBlock } from "../html/html-block";
import { findNotes, type Page } from "../html/notes";
import { attribute, elementsOf, type HtmlElement, parseTree } from "../html/tree";
import { type Dropped, ImportRefused } from "../imported-text";
import { mostMarkup } from "../limits";
import type { Package } from "../zip";
import { readBook, resolvePart } from "./epub-package";
import { declaredEncoding, tableNotes } from "./html";

type BookPage = Page & { readonly aside: string | null };

/** Reads a book: its chapters in their order, without cover and table of contents. */
export function readEpub(source: Package, file: string): { draft: Draft; load: LoadPicture } {
  const book = readBook(source, file);
  const dropped: Dropped[] = [];
  let markup = 0;
  const pages = book.spine.flatMap(({ path, properties }): BookPage[] => {
    const bytes = source.read(path);
    if (!bytes || bytes.length === 0) {
      dropped.push({ why: "empty", what: "a chapter that the book lists and has not", where: path });
      return [];
    }
    const { text } = decodeBytes(bytes, `${file}/${path}`, declaredEncoding(bytes));
    markup += text.length;
    if (markup > mostMarkup)
      throw new ImportRefused(
        file,
        null,
        "This book has more text and markup than can be read.",
        "Divide it into volumes.",
      );
    refuseEntities(text, `${file}/${path}`);
    const root = parseTree(text, `${file}/${path}`, { xhtml: true });
    const isNav = /\bnav\b/.test(properties);
    return [
      {
        path,
        root,
        aside: isNav ? "table of contents" : book.aside.has(path) ? "cover or contents" : asideByType(root),
      },
    ];
  });
  const notes = findNotes(pages);
  const blocks: DraftBlock[] = [];
  const footnotes = new Map<string, Footnote>();
  let tables = 0;
  for (const page of pages) {
    const drawn = drawPage(page, notes, null);
    for (const [label, note] of drawn.footnotes) footnotes.set(label, fromPart(note, page.path));
    dropped.push(...drawn.dropped);
    if (page.aside !== null) {
      const words = drawn.blocks.map(({ block }) => plainText(block)).join(" ");
      dropped.push({ why: "navigation", what: shorten(`${page.aside}: ${words}`), where: page.path });
      continue;
    }
    tables += drawn.tables;
    for (const block of drawn.blocks) blocks.push(withPath(block, page.path));
  }
  const load = (address: string) => Promise.resolve(source.names.includes(address) ? source.read(address) : null);
  const text = withoutNotesHeading(blocks, footnotes, dropped);
  return { draft: { blocks: text, footnotes, metadata: book.metadata, dropped, notes: tableNotes(tables) }, load };
}

/** The page says of itself what it is, in `epub:type` of its body or of the only section in it. */
function asideByType(root: HtmlElement): string | null {
  for (const element of elementsOf(root)) {
    if (!/^(?:body|section|div|nav)$/.test(element.tagName)) continue;
    const type = attribute(element, "epub:type");
    if (/\b(?:cover|toc|landmarks|page-list|titlepage)\b/.test(type)) return type;
    if (type !== "") return null;
  }
  return null;
}

/** Chapters are read as HTML, which has no entities of its own; a file that declares some means harm, or XML. */
function refuseEntities(text: string, file: string): void {
  const head = text.slice(0, text.search(/<html[\s>]/i) + 1 || 4_096);
  if (!/<!DOCTYPE[^>]*\[|<!ENTITY/i.test(head)) return;
  const what = "This file declares entities or elements of its own, which can harm a reader.";
  throw new ImportRefused(file, 1, what, "Use an edition without them.");
}

function withPath({ block, level, where }: HtmlBlock, path: string): DraftBlock {
  return { block: resolvePictures(block, path), level, where };
}

function fromPart(note: Footnote, path: string): Footnote {
  return { ...note, blocks: note.blocks.map((block) => resolvePictures(block, path)) };
}

/** Pictures are named from their chapter; the package knows them by their whole path. */
function resolvePictures(block: Block, path: string): Block {
  switch (block.type) {
    case "figure":
      return block.src === null || /^[a-z]+:/i.test(block.src)
        ? block
        : { ...block, src: resolvePart(path, block.src) };
    case "quote":
      return { ...block, blocks: block.blocks.map((inner) => resolvePictures(inner, path)) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map((inner) => resolvePictures(inner, path))) };
    default:
      return block;
  }
}
