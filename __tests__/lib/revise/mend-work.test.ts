import path from "node:path";
import fc from "fast-check";
import { readLedger } from "@/lib/ledger/ledger";
import { isPassageId } from "@/lib/passage/passage-id";
import { isError } from "@/lib/problem/problem";
import { fingerprint } from "@/lib/text/fingerprint";
import { hashText } from "@/lib/text/hash-text";
import { loadWork } from "@/lib/work/load-work";
import { mendWork } from "@/lib/revise/mend-work";
import { type Files, filesOf, soundWork, temporaryContent } from "../work/temporary-works";

const { write } = temporaryContent();
let works = 0;

// Every save waits for the disk, which a busy machine keeps waiting.
jest.setTimeout(60_000);

/** A work of two texts, without a ledger unless one is given. */
function workOf(source: string | Uint8Array, translation: string | Uint8Array, more: Files = {}): string {
  return write(`work-${++works}`, {
    "work.yaml": soundWork["work.yaml"] ?? null,
    "zh-Hans.md": source,
    "en.md": translation,
    ...more,
  });
}
const mint = (folder: string, today = "2025-06-01") => mendWork(folder, "content/work", "work", { today });
const textOf = (folder: string, name: string) => Buffer.from(filesOf(folder)[name] ?? "", "latin1").toString();
const ledgerOf = (folder: string) => readLedger(textOf(folder, "ledger.json"), "ledger.json").ledger;

/** A text with the ids that minting gave taken out again. */
const unminted = (text: string) => text.replace(/(?: |\r\n|\n|\r)\^[a-z][a-z0-9]{4}(?![a-z0-9])/g, "");

it("gives an id to each pair of blocks, the same on both sides, and enters it into the ledger", async () => {
  const folder = workOf("## 山\n\n山高。\n", "## Mountain\n\nHigh.\n");
  expect(await mint(folder)).toMatchObject({ marks: 2, entered: 2, problems: [] });
  const [first, second] = [...textOf(folder, "zh-Hans.md").matchAll(/\^(\w+)/g)].map(([, id = ""]) => id);
  expect([first, second].every((id) => id !== undefined && isPassageId(id))).toBe(true);
  expect(textOf(folder, "zh-Hans.md")).toBe(`## 山 ^${first}\n\n山高。 ^${second}\n`);
  expect(textOf(folder, "en.md")).toBe(`## Mountain ^${first}\n\nHigh. ^${second}\n`);
  expect(Object.fromEntries(ledgerOf(folder) ?? [])).toEqual({
    [first ?? ""]: {
      minted: "2025-06-01",
      source: fingerprint("山"),
      translation: fingerprint("Mountain"),
      translatedFrom: hashText("山"),
    },
    [second ?? ""]: {
      minted: "2025-06-01",
      source: fingerprint("山高。"),
      translation: fingerprint("High."),
      translatedFrom: hashText("山高。"),
    },
  });
  expect((await loadWork(folder, "content/work")).problems).toEqual([]);
});

it("puts ids in the place of ^new and nowhere else", async () => {
  const folder = workOf(
    "山高。 ^bbbbb\r\n\r\n新的一段。 ^new  \r\n\r\n  续\r\n\r\n水长。 ^ccccc\r\n",
    "\uFEFFHigh.\n^bbbbb\n\n- new\n- one\n\n^new\n\nWater. ^ccccc",
  );
  expect(await mint(folder)).toMatchObject({ marks: 1, entered: 3 });
  const id = /。 \^(\w+) {2}/.exec(textOf(folder, "zh-Hans.md"))?.[1] ?? "";
  expect(isPassageId(id)).toBe(true);
  expect(textOf(folder, "zh-Hans.md")).toBe(
    `山高。 ^bbbbb\r\n\r\n新的一段。 ^${id}  \r\n\r\n  续\r\n\r\n水长。 ^ccccc\r\n`,
  );
  expect(textOf(folder, "en.md")).toBe(`\uFEFFHigh.\n^bbbbb\n\n- new\n- one\n\n^${id}\n\nWater. ^ccccc`);
});

it.each([
  ["code", "```\nx\n```\n", /^```\nx\n```\n\^\w{5}\n$/],
  ["code with carriage returns", "```\r\nx\r\n```", /^```\r\nx\r\n```\r\n\^\w{5}$/],
  ["a rule", "---\n", /^---\n\^\w{5}\n$/],
  ["a heading with closing signs", "## x ##\n", /^## x ##\n\^\w{5}\n$/],
  ["a list", "- x\n- y\n", /^- x\n- y \^\w{5}\n$/],
  ["a list that ends in code", "- x\n\n  ```\n  y\n  ```\n", /^- x\n\n {2}```\n {2}y\n {2}```\n\^\w{5}\n$/],
  ["a quote", "> x\n> y", /^> x\n> y \^\w{5}$/],
  ["a figure", "![x]()\n", /^!\[x\]\(\) \^\w{5}\n$/],
  ["a verse", "x\\\ny\n", /^x\\\ny \^\w{5}\n$/],
  ["words that end in a mark's likeness", "x \\^abcde\n", /^x \\\^abcde \^\w{5}\n$/],
  ["words before white space", "x \t \n\n\n", /^x \^\w{5} \t \n\n\n$/],
])("puts the mark of %s where it can be read", async (_, text, expected) => {
  const folder = workOf(text, text);
  expect(await mint(folder)).toMatchObject({ marks: 1, entered: 1, problems: [] });
  expect(textOf(folder, "zh-Hans.md")).toMatch(expected);
  expect((await loadWork(folder, "content/work")).problems).toEqual([]);
});

const anyBlock = fc.constantFrom(
  "山高。",
  "words",
  "## 山",
  "- a\n- b",
  "> 引\n> 文",
  "![图]()",
  "```\nx\n```",
  "---",
  "一\\\n二",
  "**粗**",
  "a  \nb",
  "## x ##",
  "`x`",
);
const anyGap = fc.constantFrom("\n\n", "\n\n\n", "\n \n", " \t\n\n");
const anyText = (blocks: number) =>
  fc
    .record({
      parts: fc.array(fc.tuple(anyBlock, anyGap), { minLength: blocks, maxLength: blocks }),
      end: fc.constantFrom("\n", "\r\n", "\r"),
      start: fc.constantFrom("", "\n", "\uFEFF"),
      isTrimmed: fc.boolean(),
    })
    .map(({ parts, end, start, isTrimmed }) => {
      // Words in between, for two lists with nothing between them are one.
      const text = start + parts.map(([block, gap]) => `${block}${gap}words${gap}`).join("");
      return (isTrimmed ? text.trimEnd() : text).replaceAll("\n", end);
    });

it("leaves every byte but the marks, and finds nothing to do a second time", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }).chain((blocks) => fc.tuple(anyText(blocks), anyText(blocks))),
      async ([source, translation]) => {
        const folder = workOf(source, translation);
        const { marks, entered, problems } = await mint(folder);
        expect(problems).toEqual([]);
        expect(entered).toBe(marks);
        expect(unminted(textOf(folder, "zh-Hans.md"))).toBe(source);
        expect(unminted(textOf(folder, "en.md"))).toBe(translation);
        expect(ledgerOf(folder)?.size).toBe(marks);
        const after = filesOf(folder);
        expect(await mint(folder, "2031-01-01")).toMatchObject({ marks: 0, entered: 0, problems: [] });
        expect(filesOf(folder)).toEqual(after);
      },
    ),
    { numRuns: 60 },
  ));

it("keeps what the ledger says of living and retired ids beside the new ones", async () => {
  const retired = { minted: "2020-01-01", retired: { as: "removed", date: "2021-01-01" } };
  const ledger = {
    version: 1,
    passages: { aaaaa: { minted: "2020-01-01", translatedFrom: "0123456789abcdef" }, zzzzz: retired },
  };
  const folder = workOf("甲 ^aaaaa\n\n新 ^new", "A ^aaaaa\n\nN ^new", { "ledger.json": JSON.stringify(ledger) });
  expect(await mint(folder)).toMatchObject({ marks: 1, entered: 1, problems: [] });
  const after = Object.fromEntries(ledgerOf(folder) ?? []);
  expect(after).toMatchObject({
    aaaaa: { minted: "2020-01-01", translatedFrom: "0123456789abcdef", source: fingerprint("甲") },
    zzzzz: retired,
  });
  expect(Object.keys(after)).toHaveLength(3);
});

it("enters ids that people wrote, and takes the words of an edited passage to the ledger", async () => {
  const folder = workOf("甲 ^aaaaa", "A ^aaaaa");
  expect(await mint(folder)).toMatchObject({ marks: 0, entered: 1, problems: [] });
  write(path.basename(folder), { "zh-Hans.md": "甲乙丙 ^aaaaa" });
  expect(await mint(folder)).toMatchObject({ marks: 0, entered: 0, problems: [] });
  // The hash stays: the translation was made from the old words.
  expect(Object.fromEntries(ledgerOf(folder) ?? []).aaaaa).toMatchObject({
    source: fingerprint("甲乙丙"),
    translatedFrom: hashText("甲"),
  });
});

it("says that a passage of one side has no source to be translated from", async () => {
  const folder = workOf("甲 ^aaaaa", "A ^aaaaa\n\nAdded ^new");
  expect(await mint(folder)).toMatchObject({ marks: 1, entered: 2, problems: [] });
  const added = [...(ledgerOf(folder) ?? [])].find(([id]) => id !== "aaaaa")?.[1];
  expect(added).toEqual({ minted: "2025-06-01", translation: fingerprint("Added") });
});

it.each<[string, string | Uint8Array, string | Uint8Array, Files, string]>([
  ["texts that cannot be paired", "甲\n\n乙", "A", {}, "zh-Hans.md:3 mark-missing"],
  ["texts that part company", "甲\n\n## 乙\n\n丙", "A\n\nB", {}, "zh-Hans.md:3 mark-missing"],
  ["a malformed mark", "甲 ^A1\n\n乙 ^new", "A ^new", {}, "zh-Hans.md:1 id-malformed"],
  ["an id twice", "甲 ^aaaaa\n\n乙 ^new", "A ^aaaaa\n\nB ^aaaaa", {}, "en.md:3 id-repeated"],
  ["a misplaced mark", "甲 ^aaaaa\n乙 ^new", "A ^new", {}, "zh-Hans.md:1 mark-misplaced"],
  ["code never closed", "甲\n\n```\nx", "A\n\n```\nx", {}, "zh-Hans.md:3 mark-misplaced"],
  ["a text that is not UTF-8", Uint8Array.of(0xff), "A", {}, "zh-Hans.md:1 encoding-invalid"],
  ["no translation", "甲", "A", { "en.md": null }, "en.md:1 file-missing"],
  ["no metadata", "甲", "A", { "work.yaml": null }, "work.yaml:1 file-missing"],
  ["bad YAML", "甲", "A", { "work.yaml": "a: b: c" }, "work.yaml:1 yaml-malformed"],
  ["a ledger that cannot be read", "甲", "A", { "ledger.json": "{" }, "ledger.json:1 ledger-malformed"],
  ["quotes without end", `甲\n\n${">".repeat(500)}`, "A", {}, "zh-Hans.md:3 nesting-too-deep"],
])("changes nothing on disk for %s", async (_, source, translation, more, expected) => {
  const folder = write(`refused-${++works}`, {
    "work.yaml": soundWork["work.yaml"] ?? null,
    "zh-Hans.md": source,
    "en.md": translation,
    ...more,
  });
  const before = filesOf(folder);
  const { marks, entered, problems } = await mint(folder);
  expect([marks, entered]).toEqual([0, 0]);
  expect(problems.filter(isError).map(({ where, code }) => `${where.file}:${where.line} ${code}`)).toContain(
    `content/work/${expected}`,
  );
  expect(filesOf(folder)).toEqual(before);
});
