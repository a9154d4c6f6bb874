import { inflateRawSync } from "node:zlib";
import { crc32 } from "./crc32";
import { ImportRefused } from "./imported-text";
import { checkSize, mostEntries, mostRatio, mostUnpackedBytes } from "./limits";

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly at: number;
};

/** A package whose table of contents was checked. Parts are unpacked when they are asked for, and counted while they are. */
export type Package = {
  readonly names: readonly string[];
  /** Bytes of a part; `null` when there is none of this name. @throws {ImportRefused} when it is damaged or too large */
  readonly read: (name: string) => Uint8Array | null;
};

/** Smaller parts may be as repetitive as they like. Bytes. */
const smallPart = 256 * 1024;

/**
 * Opens a ZIP file. Nothing is written to a disk, and nothing is trusted that the file says of itself: names, sizes and
 * places are checked before anything is unpacked, and the bytes are counted again while they come.
 */
export function openPackage(bytes: Uint8Array, file: string): Package {
  checkSize(bytes, file);
  const refuse = (what: string, fix: string) => new ImportRefused(file, null, what, fix);
  const entries = readDirectory(bytes, refuse);
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    if (byName.has(entry.name))
      throw refuse(`Two parts of this package are called ${quote(entry.name)}.`, "Save it anew in its program.");
    byName.set(entry.name, entry);
  }
  let budget = mostUnpackedBytes;
  const read = (name: string) => {
    const entry = byName.get(name);
    if (!entry) return null;
    const part = unpack(bytes, entry, Math.min(budget, entry.size), refuse);
    budget -= part.length;
    return part;
  };
  return { names: [...byName.keys()], read };
}

type Refuse = (what: string, fix: string) => ImportRefused;

const damaged = "Take the file from its origin again; it may have been cut off on the way.";

function readDirectory(bytes: Uint8Array, refuse: Refuse): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw refuse("This package is damaged: its table of contents is missing.", damaged);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff)
    throw refuse("This package is in the form for huge files.", "Divide it.");
  if (count > mostEntries)
    throw refuse(`This package has ${count} parts, and ${mostEntries} is the most.`, "Divide it into volumes.");
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      throw refuse("This package is damaged: its table of contents is cut off.", damaged);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0);
    if (next > end) throw refuse("This package is damaged: its table of contents is cut off.", damaged);
    const entry = readEntry(bytes, view, at, lengths[0] ?? 0, refuse);
    if (!entry.name.endsWith("/")) entries.push(entry);
    at = next;
  }
  if (at !== end) throw refuse("This package is damaged: its table of contents is longer than it says.", damaged);
  checkTogether(entries, view, start, refuse);
  return entries;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  return -1;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number, refuse: Refuse): Entry {
  const name = new TextDecoder("utf-8").decode(bytes.subarray(at + 46, at + 46 + nameLength));
  checkName(name, refuse);
  if ((view.getUint16(at + 8, true) & 1) !== 0)
    throw refuse("This package is locked by a password.", "Save it without one.");
  const system = view.getUint8(at + 5);
  const mode = view.getUint16(at + 40, true) >>> 12;
  if ((system === 3 || system === 19) && mode === 0o12)
    throw refuse(`The part ${quote(name)} is a link to another file.`, "Save it anew in its program.");
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8)
    throw refuse(`The part ${quote(name)} is compressed in an unusual way.`, "Save it anew in its program.");
  const [crc = 0, packed = 0, size = 0] = [16, 20, 24].map((offset) => view.getUint32(at + offset, true));
  if (size > smallPart && size > packed * mostRatio)
    throw refuse(
      `The part ${quote(name)} would grow more than ${mostRatio} times when unpacked.`,
      "Do not use this file.",
    );
  return { name, method, packed, size, crc, at: view.getUint32(at + 42, true) };
}

function checkName(name: string, refuse: Refuse): void {
  const isOutside = /^[/\\]|^[A-Za-z]:|\\|(?:^|\/)\.\.(?:\/|$)/.test(name);
  if (name === "" || name.length > 1_000 || isOutside || /[\p{Cc}\uFFFD]/u.test(name))
    throw refuse(`This package has a part with an unsafe name: ${quote(name)}.`, "Do not use this file.");
  if (/\.(?:zip|docx|epub|jar|rar|7z|gz|tgz|xz|bz2|tar)$/i.test(name))
    throw refuse(`This package has another package in it: ${quote(name)}.`, "Take that one out and import it itself.");
}

/** All parts must fit together: in size, and beside one another in the file. */
function checkTogether(entries: readonly Entry[], view: DataView, directory: number, refuse: Refuse): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > mostUnpackedBytes)
    throw refuse("This package has more than 200 MB when unpacked.", "Divide it into volumes.");
  let free = 0;
  for (const { at, packed, name } of [...entries].sort((a, b) => a.at - b.at)) {
    if (at + 30 > directory || view.getUint32(at, true) !== 0x04034b50)
      throw refuse(`This package is damaged: the part ${quote(name)} is not where it should be.`, damaged);
    const end = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true) + packed;
    if (at < free || end > directory)
      throw refuse(`The part ${quote(name)} of this package overlaps with another.`, "Do not use this file.");
    free = end;
  }
}

function unpack(bytes: Uint8Array, entry: Entry, most: number, refuse: Refuse): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.size > most) throw refuse("This package has more than 200 MB when unpacked.", "Divide it into volumes.");
  let part: Uint8Array;
  try {
    part = entry.method === 0 ? packed : inflate(packed, most);
  } catch (error) {
    const lies = error instanceof RangeError;
    if (lies) throw refuse(`The part ${quote(entry.name)} is larger than the package says.`, "Do not use this file.");
    throw refuse(`This package is damaged: the part ${quote(entry.name)} cannot be unpacked.`, damaged);
  }
  if (part.length !== entry.size || crc32(part) !== entry.crc)
    throw refuse(`This package is damaged: the part ${quote(entry.name)} is not what it should be.`, damaged);
  return part;
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  // Zero is no limit that zlib knows.
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
