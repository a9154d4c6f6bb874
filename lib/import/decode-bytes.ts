import { detect } from "jschardet";
import { findForbidden, lineAt } from "@/lib/text/decode";
import { ImportRefused } from "./imported-text";
import { checkSize } from "./limits";

/** A file's text as it was decoded: line ends are `\n`, the byte order mark is gone. */
export type Decoded = { readonly text: string; readonly encoding: string; readonly notes: readonly string[] };

/** Names for people, and those of the platform's decoders. */
const labels: Readonly<Record<string, string>> = {
  "UTF-8": "utf-8",
  "UTF-16LE": "utf-16le",
  "UTF-16BE": "utf-16be",
  GB18030: "gb18030",
  Big5: "big5",
  Shift_JIS: "shift_jis",
  "Windows-1252": "windows-1252",
  "EUC-KR": "euc-kr",
};

/** What the detector looks for. UTF-16 without a mark is recognised here, by its line ends and spaces. */
const detectable = ["gb18030", "big5hkscs", "windows-1252", "shift_jis_2004", "euc-kr"];

/** Bytes the detector reads; more would not make it surer. */
const sampleBytes = 64 * 1024;

/** The most frequent characters of Chinese, in both scripts, and its punctuation: what mojibake hardly ever hits. */
const frequent = new Set(
  "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日，。、：；？！“”‘’「」《》（）　",
);

/**
 * Decodes a text file and says from which encoding; refuses what is no text in any.
 *
 * @param declared - encoding that the file itself names, as HTML and XML do
 */
export function decodeBytes(bytes: Uint8Array, file: string, declared?: string): Decoded {
  checkSize(bytes, file);
  refuseBinary(bytes, file);
  const marked = byMark(bytes);
  const encoding = marked ?? guess(bytes, file, declared);
  const text = strictly(bytes, encoding.name);
  if (text === null) throw undecodable(bytes, encoding.name, file);
  checkSigns(text, file);
  const notes = encoding.sure ? [] : [`The encoding was guessed: ${encoding.name}. Look whether the text reads well.`];
  return { text: text.replace(/\r\n?/g, "\n"), encoding: encoding.name, notes };
}

type Guess = { readonly name: string; readonly sure: boolean };

function byMark(bytes: Uint8Array): Guess | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: "UTF-8", sure: true };
  if (a === 0xff && b === 0xfe) return { name: "UTF-16LE", sure: true };
  if (a === 0xfe && b === 0xff) return { name: "UTF-16BE", sure: true };
  return null;
}

function guess(bytes: Uint8Array, file: string, declared: string | undefined): Guess {
  const wide = byZeros(bytes);
  if (wide) return { name: wide, sure: false };
  if (bytes.includes(0)) {
    const what = `Byte ${bytes.indexOf(0) + 1} of this file is zero, which no text holds.`;
    throw new ImportRefused(file, lineOfByte(bytes, bytes.indexOf(0)), what, "Save it as plain text in UTF-8.");
  }
  const named = declared && nameOf(declared);
  if (named && strictly(bytes, named) !== null) return { name: named, sure: true };
  if (strictly(bytes, "UTF-8") !== null) return { name: "UTF-8", sure: true };
  // Almost UTF-8 is UTF-8 with a fault, and would be nonsense in any other encoding.
  if (isNearlyUtf8(bytes)) return { name: "UTF-8", sure: true };
  return { name: byLikelihood(bytes) ?? "UTF-8", sure: false };
}

/** UTF-16 without a mark: its line ends, spaces and full stops have a zero byte, or in Chinese the byte 0x30 or 0xFF. */
function byZeros(bytes: Uint8Array): "UTF-16LE" | "UTF-16BE" | null {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return null;
  if (strictly(bytes, "UTF-8") !== null && !bytes.subarray(0, sampleBytes).includes(0)) return null;
  const sample = bytes.subarray(0, sampleBytes);
  const scores = (["UTF-16LE", "UTF-16BE"] as const).map((name) => {
    const text = strictly(sample, name);
    return { name, score: text === null || findForbidden(text) ? 0 : likelihood(text) };
  });
  const [best, other] = scores.sort((a, b) => b.score - a.score);
  if (!best || !other || best.score < 0.5 || best.score < other.score * 2) return null;
  return best.name;
}

/** Share of what is frequent in a text, 0 to 1: ASCII letters and the commonest Chinese. */
function likelihood(text: string): number {
  let hits = 0;
  let all = 0;
  for (const sign of text) {
    all++;
    if (/[\t\n\r -~]/.test(sign)) hits++;
    else if (frequent.has(sign)) hits += 2;
    else if (/[\p{Co}\p{Cn}\uFFFD]/u.test(sign)) hits -= 2;
    else if (/[\u4E00-\u9FFF]/.test(sign)) hits += 0.7;
  }
  return all === 0 ? 0 : hits / all;
}

/** GB 18030 and Big5 each decode the other's bytes without an error: frequent characters tell, and the detector else. */
function byLikelihood(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytes);
  const detected = nameOf(detect(sample, { detectEncodings: detectable }).encoding ?? "");
  const scores = ["GB18030", "Big5"].flatMap((name) => {
    const text = strictly(bytes, name);
    if (text === null || findForbidden(text)) return [];
    return [{ name, score: frequency(text.slice(0, sampleBytes)) }];
  });
  const [best, other] = scores.sort((a, b) => b.score - a.score);
  if (best && best.score > 0.1 && best.score > (other?.score ?? 0) * 1.5) return best.name;
  if (detected && strictly(bytes, detected) !== null) return detected;
  if (best) return best.name;
  return ["Shift_JIS", "EUC-KR", "Windows-1252"].find((name) => isText(bytes, name)) ?? null;
}

function isText(bytes: Uint8Array, name: string): boolean {
  const text = strictly(bytes, name);
  return text !== null && findForbidden(text) === null;
}

/** Share of frequent characters among those beyond ASCII. */
function frequency(text: string): number {
  const beyond = text.match(/[^\p{ASCII}]/gu) ?? [];
  return beyond.length === 0 ? 0 : beyond.filter((sign) => frequent.has(sign)).length / beyond.length;
}

function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes.subarray(0, sampleBytes));
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const good = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return good > lost * 10;
}

function nameOf(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim().toLowerCase().replace("-2004", "").replace("big5hkscs", "big5"));
    const known = encoding === "gbk" ? "gb18030" : encoding;
    return Object.keys(labels).find((name) => labels[name] === known) ?? null;
  } catch {
    return null;
  }
}

function strictly(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(labels[name], { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Files that are known by their first bytes and hold no text that is read here. */
const binaries: readonly (readonly [string, string, string])[] = [
  ["%PDF-", "a PDF", "Open it, and save or copy its text as .txt or .docx."],
  ["\u00D0\u00CF\u0011\u00E0", "a document of an old Word", "Save it as .docx."],
  ["\u0089PNG", "a picture", "Choose the file that holds the text."],
  ["\u00FF\u00D8\u00FF", "a picture", "Choose the file that holds the text."],
  ["GIF8", "a picture", "Choose the file that holds the text."],
  ["PK\u0003\u0004", "a package", "Give it the ending .docx or .epub if it is one, or unpack it."],
  ["PK\u0005\u0006", "an empty package", "Choose the file that holds the text."],
  ["\u001F\u008B", "compressed", "Unpack it first."],
  ["Rar!", "an archive", "Unpack it first."],
  ["7z\u00BC\u00AF", "an archive", "Unpack it first."],
  ["{\\rtf", "in Rich Text Format", "Save it as .docx or .txt."],
];

function refuseBinary(bytes: Uint8Array, file: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const found = binaries.find(([sign]) => start.startsWith(sign));
  if (found) throw new ImportRefused(file, null, `This file is ${found[1]}, not plain text.`, found[2]);
}

/** Refuses signs that are never text, and the mark of a letter that was lost before. */
function checkSigns(text: string, file: string): void {
  const lost = text.indexOf("\uFFFD");
  if (lost >= 0) {
    const what = "A letter was lost before this file was saved: the sign U+FFFD stands in its place.";
    throw new ImportRefused(
      file,
      lineAt(text, lost),
      what,
      "Take the text from its origin again, or write the letter.",
    );
  }
  // A form feed ends a page, and is read as the end of a line.
  const found = findForbidden(text.replaceAll("\f", "\n"));
  if (!found) return;
  const what = `The character ${found.name} is no text: it is invisible and breaks other programs.`;
  const fix = "Delete that character; most editors show it when told to show control characters.";
  throw new ImportRefused(file, lineAt(text, found.offset), what, fix);
}

function undecodable(bytes: Uint8Array, name: string, file: string): ImportRefused {
  const lenient = new TextDecoder(labels[name]).decode(bytes);
  const at = lenient.indexOf("\uFFFD");
  const what = `This file is no valid ${name}, and no other known encoding either.`;
  return new ImportRefused(file, at < 0 ? null : lineAt(lenient, at), what, "Save it as UTF-8.");
}

function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let index = 0; index < at; index++) if (bytes[index] === 0x0a) line++;
  return line;
}
