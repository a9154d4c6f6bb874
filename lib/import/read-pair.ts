import { decodeBytes } from "./decode-bytes";
import { detectFormat } from "./detect-format";
import { readInterleaved } from "./formats/interleaved";
import { readColumns } from "./formats/columns";
import { readTmx } from "./formats/tmx";
import { finishPair } from "./finish-pair";
import { type ImportedPair, ImportRefused, type PairFormat } from "./imported-text";
import { checkLength, checkSize } from "./limits";

export type ReadPairOptions = { readonly format?: PairFormat; readonly encoding?: string };

/**
 * Reads two texts that come aligned in one file. The source is what the file calls its source, or else what comes first.
 *
 * @param file - the file's name as problems show it
 * @throws {ImportRefused} when the file cannot be read, or holds one text alone
 */
export async function readPair(bytes: Uint8Array, file: string, options: ReadPairOptions = {}): Promise<ImportedPair> {
  checkSize(bytes, file);
  const found = options.format ?? detectFormat(bytes, file);
  if (found === "docx" || found === "epub" || found === "html") {
    const what = "This file holds one text, not two beside each other.";
    throw new ImportRefused(file, null, what, "Import each text from its own file, or use TMX, TSV or CSV.");
  }
  const declared = options.encoding ?? (found === "tmx" ? xmlEncoding(bytes) : undefined);
  const { text, encoding, notes } = decodeBytes(bytes, file, declared);
  checkLength(text, file);
  const format = found === "txt" || found === "markdown" ? "interleaved" : found;
  const draft =
    format === "tmx"
      ? readTmx(text, file)
      : format === "interleaved"
        ? readInterleaved(text, file)
        : readColumns(text, file, format);
  return finishPair({ ...draft, notes: [...notes, ...draft.notes] }, { file, format, encoding });
}

function xmlEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_-]{2,30})/.exec(start)?.[1];
}
