import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { applySplices } from "@/lib/passage/splice";
import { decodeText, encodeText } from "@/lib/text/decode";
import { anyMarkdown, anyUnits } from "./arbitraries";

const content = path.join(__dirname, "../../../content");
const renderings = readdirSync(content).flatMap((slug) =>
  readdirSync(path.join(content, slug))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${slug}/${name}`),
);

/** Parses and writes; asserts that slices and marks stand where they say. */
function throughParser(source: string): string {
  const { slices, blocks } = parseRendering(source, "en.md");
  for (const { raw, block } of slices) if (block) expect(source.slice(block.start, block.end)).toBe(raw);
  for (const { mark, markAt } of blocks) {
    expect(markAt === null).toBe(mark === null);
    if (markAt) expect(source.slice(markAt.start - 1, markAt.end)).toBe(`^${mark}`);
  }
  expect(slices.flatMap(({ block }) => block?.start ?? [])).toEqual(blocks.map(({ start }) => start));
  return slices.map(({ raw }) => raw).join("");
}

it.each(renderings)("writes content/%s as it stands on disk", (name) => {
  const bytes = readFileSync(path.join(content, name));
  const { decoded } = decodeText(bytes, name);
  expect(decoded).not.toBeNull();
  if (decoded)
    expect(Buffer.from(encodeText({ ...decoded, text: throughParser(decoded.text) })).equals(bytes)).toBe(true);
});

it.each([
  "",
  "\n",
  "山 ^k7m2q",
  "a ^k7m2q\r\n\r\nb  \r\n",
  "a ^k7m2q\r\rb\r",
  "a ^k7m2q\n\r\n\rb",
  "\uFEFFa ^k7m2q\n",
  "a ^k7m2q \t \n\n\n\nb \u3000\n ",
  "\t- a\n\t\t- b\n\n\t^k7m2q",
  "```\nnever closed ^k7m2q\n\n",
  "> a\nlazy\n^k7m2q\n\n[^1]: note\n    more\n\nb[^1]",
  "a\0b\n\n\uD800",
  `${"> ".repeat(10_000)}a`,
])("writes %j as it was read", (source) => expect(throughParser(source)).toBe(source));

it("writes every sequence of characters as it was read", () =>
  fc.assert(fc.property(anyUnits, (source) => expect(throughParser(source)).toBe(source))));

it("writes every Markdown text as it was read, whatever its line ends, marks and nesting", () =>
  fc.assert(
    fc.property(anyMarkdown, (source) => expect(throughParser(source)).toBe(source)),
    { numRuns: 1_000 },
  ));

it("names a line that the text has, in every problem", () =>
  fc.assert(
    fc.property(anyMarkdown, (source) => {
      const lines = source.split(/\r\n?|\n/).length;
      for (const { where, what, fix } of parseRendering(source, "en.md").problems) {
        expect(where.line).toBeGreaterThanOrEqual(1);
        expect(where.line).toBeLessThanOrEqual(lines);
        expect(what).not.toBe("");
        expect(fix).not.toBe("");
      }
    }),
  ));

it("edits one block and keeps every other byte", () =>
  fc.assert(
    fc.property(anyMarkdown, fc.nat(), (source, choice) => {
      const { blocks } = parseRendering(source, "en.md");
      const block = blocks[choice % Math.max(1, blocks.length)];
      if (!block) return;
      const edited = applySplices(source, [{ start: block.start, end: block.end, insert: "EDITED" }]);
      expect(edited).toBe(`${source.slice(0, block.start)}EDITED${source.slice(block.end)}`);
    }),
  ));
