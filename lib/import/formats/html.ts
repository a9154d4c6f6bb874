import { plainText } from "@/lib/passage/plain-text";
import { type Draft, type LoadPicture, shorten } from "../draft";
import { ImportRefused, type Dropped } from "../imported-text";
import { chooseArticle } from "../html/article";
import { drawPage, withoutNotesHeading } from "../html/draw";
import { pageMetadata } from "../html/metadata";
import { findNotes } from "../html/notes";
import { parseTree } from "../html/tree";

type Options = {
  /** Everything is text: a word processor wrote it. */
  readonly whole?: boolean;
  /** It is a part of a text, which may be empty, and whose notes are elsewhere. */
  readonly fragment?: boolean;
};

/** Reads a page: the article in it, or everything where it is only that. */
export function readHtml(html: string, file: string, options: Options = {}): Draft {
  const page = { path: "", root: parseTree(html, file) };
  const metadata = pageMetadata(page.root);
  const drawn = drawPage(page, findNotes(options.fragment ? [] : [page]), metadata.origin ?? null);
  const { kept, left, byline } =
    options.whole || options.fragment
      ? { kept: drawn.blocks, left: [], byline: null }
      : chooseArticle(page.root, drawn.blocks);
  if (kept.length === 0 && !options.fragment) {
    const what = "There is no text in this page.";
    throw new ImportRefused(file, null, what, "Pages that a script fills are empty when saved: copy the text instead.");
  }
  const dropped = left.map(({ block, where }): Dropped => ({
    why: "navigation",
    what: shorten(plainText(block)),
    where,
  }));
  const empty: Dropped[] = [];
  const blocks = withoutNotesHeading(kept, drawn.footnotes, empty);
  return {
    blocks,
    footnotes: drawn.footnotes,
    metadata: metadata.byline || !byline ? metadata : { ...metadata, byline: [byline.replace(/\s+/g, " ").trim()] },
    dropped: [...drawn.dropped, ...empty, ...dropped.filter(({ what }) => what !== "")],
    notes: tableNotes(drawn.tables),
  };
}

export function tableNotes(tables: number): string[] {
  if (tables === 0) return [];
  return [
    `${tables === 1 ? "A table was" : `${tables} tables were`} written as paragraphs, a row each, with | between the cells.`,
  ];
}

/** The encoding that a page names in its first kilobytes; `undefined` where it names none. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  return (
    /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})/i.exec(start)?.[1] ??
    /^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_-]{2,30})/.exec(start)?.[1]
  );
}

/** Takes pictures that stand in the page itself out of its markup, which they may make fifty times longer. */
export function takeOutPictures(html: string): { html: string; load: LoadPicture } {
  const taken: string[] = [];
  const without = html.replace(/data:image\/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=%]+)/gi, (_, data: string) => {
    taken.push(data);
    return `picture:${taken.length - 1}`;
  });
  const load = (address: string) => {
    const data = taken[Number(/^picture:(\d{1,6})$/.exec(address)?.[1] ?? NaN)];
    return Promise.resolve(data === undefined ? null : Buffer.from(data.replaceAll("%2B", "+"), "base64"));
  };
  return { html: without, load };
}
