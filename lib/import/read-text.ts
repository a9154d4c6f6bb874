import { decodeBytes } from "./decode-bytes";
import { detectFormat } from "./detect-format";
import type { Draft, LoadPicture } from "./draft";
import { finish } from "./finish";
import { readDocx } from "./formats/docx";
import { readEpub } from "./formats/epub";
import { declaredEncoding, readHtml, takeOutPictures } from "./formats/html";
import { readMarkdown } from "./formats/markdown";
import { readTxt } from "./formats/txt";
import { type ImportedText, ImportRefused, type TextFormat } from "./imported-text";
import { checkLength, checkSize } from "./limits";
import { openPackage } from "./zip";

export type ReadOptions = {
  /** Format, where it is known better than by name and content. */
  readonly format?: TextFormat;
  /** Encoding of a text file, where it is known better than by its bytes: `gb18030`, `big5` … */
  readonly encoding?: string;
  /** Fetches a picture that a text refers to beside it, by the path it writes. */
  readonly loadPicture?: LoadPicture;
};

/**
 * Reads a text from a file's bytes.
 *
 * @param file - the file's name as problems show it; its ending tells the format where the content does not
 * @throws {ImportRefused} when the file cannot be read, or must not be
 */
export async function readText(bytes: Uint8Array, file: string, options: ReadOptions = {}): Promise<ImportedText> {
  checkSize(bytes, file);
  const found = options.format ?? detectFormat(bytes, file);
  switch (found) {
    case "docx": {
      const { draft, load } = await readDocx(openPackage(bytes, file), file);
      return finish(draft, { file, format: found, encoding: null }, load);
    }
    case "epub": {
      const { draft, load } = readEpub(openPackage(bytes, file), file);
      return finish(draft, { file, format: found, encoding: null }, load);
    }
    case "html": {
      const { text, encoding, notes } = decodeBytes(bytes, file, options.encoding ?? declaredEncoding(bytes));
      const { html, load } = takeOutPictures(text);
      const draft = withNotes(readHtml(html, file), notes);
      const either = async (path: string) => (await load(path)) ?? (await options.loadPicture?.(path)) ?? null;
      return finish(draft, { file, format: found, encoding }, either);
    }
    case "markdown":
    case "txt":
    case "interleaved": {
      const { text, encoding, notes } = decodeBytes(bytes, file, options.encoding);
      checkLength(text, file);
      const draft = found === "markdown" ? readMarkdown(text, file) : readTxt(text);
      const format = found === "markdown" ? found : "txt";
      return finish(withNotes(draft, notes), { file, format, encoding }, options.loadPicture);
    }
    default: {
      const what = "This file holds two texts beside each other.";
      throw new ImportRefused(file, null, what, "Import it as a pair, or give each text a file of its own.");
    }
  }
}

function withNotes(draft: Draft, notes: readonly string[]): Draft {
  return { ...draft, notes: [...notes, ...draft.notes] };
}
