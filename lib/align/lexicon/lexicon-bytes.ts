import type { LexiconData } from "./compile";

/** Writes a lexicon as bytes: sections, each its length in bytes and itself, padded to four. */
export function writeLexicon(data: LexiconData): Buffer {
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

/** Reads what `writeLexicon` wrote, without copying it; null where bytes are missing. */
export function readLexicon(bytes: Buffer): LexiconData | null {
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
