import { strToU8, zipSync, type Zippable } from "fflate";
import { openPackage } from "@/lib/import/zip";

const pack = (parts: Zippable) => Buffer.from(zipSync(parts));
const readAll = (bytes: Uint8Array) => {
  const opened = openPackage(bytes, "a.zip");
  return Object.fromEntries(opened.names.map((name) => [name, opened.read(name)]));
};
const small = pack({
  "a.txt": strToU8("abc".repeat(100)),
  "b/c.txt": [strToU8("x"), { level: 0 }],
  "d.txt": strToU8(""),
});

it("reads what was packed", () =>
  expect(readAll(small)).toEqual({
    "a.txt": expect.anything(),
    "b/c.txt": Buffer.from("x"),
    "d.txt": Buffer.from(""),
  }));

/** Changes bytes in every header, local (4 bytes less in) and in the table of contents. */
function patch(bytes: Buffer, change: (copy: Buffer, directory: number) => void): Buffer {
  const copy = Buffer.from(bytes);
  const end = copy.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  change(copy, copy.readUInt32LE(end + 16));
  return copy;
}

it.each(
  [
    ["../a", "/a", "a/../../b", "..\\a", "C:\\a", "C:a", "a\\b", "a\u0001b", "\\\\server\\a"].map((name) => name),
  ].flat(),
)("refuses a part called %j", (name) =>
  expect(() => openPackage(pack({ [name]: strToU8("x") }), "a.zip")).toThrow(/unsafe name/),
);

it.each([
  ["a bomb", pack({ a: new Uint8Array(30_000_000) }), /more than 200 times/],
  [
    "a bomb that says it is small",
    patch(pack({ a: new Uint8Array(3_000_000) }), (copy, at) => copy.writeUInt32LE(1_000, at + 24)),
    /larger than the package says/,
  ],
  [
    "a part that says it is large",
    patch(small, (copy, at) => copy.writeUInt32LE(1_000, at + 24)),
    /not what it should be/,
  ],
  [
    "more than 200 MB",
    patch(pack({ a: [Buffer.alloc(2_000_000, 1), { level: 0 }] }), (copy, at) =>
      copy.writeUInt32LE(300_000_000, at + 24),
    ),
    /200 MB/,
  ],
  [
    "too many parts",
    pack(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`${n}`, strToU8("x")]))),
    /2001 parts/,
  ],
  ["a package in it", pack({ "a.zip": strToU8("x") }), /another package/],
  ["a lock", patch(small, (copy, at) => copy.writeUInt16LE(1, at + 8)), /password/],
  [
    "a link",
    patch(small, (copy, at) => {
      copy.writeUInt8(3, at + 5);
      copy.writeUInt32LE((0o120777 << 16) >>> 0, at + 38);
    }),
    /link to another file/,
  ],
  ["an unknown compression", patch(small, (copy, at) => copy.writeUInt16LE(9, at + 10)), /unusual way/],
  [
    "two parts of one name",
    (() => {
      const twice = Buffer.from(pack({ aa: strToU8("1"), ab: strToU8("2") }));
      for (let at = twice.indexOf("ab"); at >= 0; at = twice.indexOf("ab", at)) twice.write("aa", at);
      return twice;
    })(),
    /Two parts/,
  ],
  [
    "parts that overlap",
    patch(pack({ aa: strToU8("1"), ab: strToU8("2") }), (copy, at) => copy.writeUInt32LE(0, at + 46 + 2 + 42)),
    /overlaps/,
  ],
  ["a wrong checksum", patch(small, (copy, at) => copy.writeUInt32LE(7, at + 16)), /not what it should be/],
  [
    "bytes that were changed",
    patch(small, (copy) => {
      copy[36] = 0xff;
      copy[37] = 0xff;
    }),
    /damaged/,
  ],
  ["nothing", Buffer.from("PK"), /table of contents/],
])("refuses %s", (_, bytes, what) => expect(() => readAll(bytes)).toThrow(what));

it("refuses a package cut off anywhere", () => {
  for (let length = 1; length < small.length; length++) {
    expect(() => readAll(small.subarray(0, length))).toThrow(expect.objectContaining({ name: "ImportRefused" }));
  }
});
