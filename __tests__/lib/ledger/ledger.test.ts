import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { checkLedger, type Ledger, type LedgerEntry, readLedger, stringifyLedger } from "@/lib/ledger/ledger";
import { isPassageId, type PassageId } from "@/lib/passage/passage-id";
import { anyId } from "../passage/arbitraries";

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });
const anyDate = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyEntry: fc.Arbitrary<LedgerEntry> = fc.record(
  {
    minted: anyDate,
    source: hex(64),
    translation: hex(64),
    translatedFrom: hex(16),
    from: anyId,
    sourceThen: fc.string({ unit: "grapheme" }),
    retired: fc.record(
      {
        as: fc.constantFrom("merged", "split", "moved", "removed"),
        date: anyDate,
        into: fc.array(anyId, { maxLength: 3 }),
        near: anyId,
        said: fc.record({ source: fc.string({ unit: "grapheme" }), translation: fc.string() }, { requiredKeys: [] }),
      },
      { requiredKeys: ["as", "date"] },
    ),
  },
  { requiredKeys: ["minted"] },
);
const anyEntries = fc.uniqueArray(fc.tuple(anyId, anyEntry), { selector: ([id]) => id, maxLength: 8 });

it("reads back every ledger it writes", () =>
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const { ledger, problems } = readLedger(stringifyLedger(new Map(entries)), "ledger.json");
      expect(problems).toEqual([]);
      expect(ledger).toEqual(new Map(entries));
    }),
  ));

it("writes the same file whatever the order of ids and of what is said about them", () =>
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const turned = [...entries].reverse().map(([id, entry]): [PassageId, LedgerEntry] => {
        const retired = entry.retired && Object.fromEntries(Object.entries(entry.retired).reverse());
        return [
          id,
          Object.assign(Object.fromEntries(Object.entries(entry).reverse()), {
            minted: entry.minted,
            ...(retired && { retired }),
          }) as LedgerEntry,
        ];
      });
      expect(stringifyLedger(new Map(turned))).toBe(stringifyLedger(new Map(entries)));
    }),
  ));

it.each(["guide", "openai-microsoft-rift"])("writes the ledger of content/%s as it stands on disk", (slug) => {
  const text = readFileSync(path.join(__dirname, "../../../content", slug, "ledger.json"), "utf8");
  const { ledger } = readLedger(text, "ledger.json");
  expect(ledger && stringifyLedger(ledger)).toBe(text);
});

it("writes an id a line block, so that two people's new ids merge", () =>
  expect(
    stringifyLedger(ledgerOf({ bbbbb: {}, aaaaa: {} }))
      .split("\n")
      .filter((line) => /"[a-z]{5}"/.test(line)),
  ).toEqual(['    "aaaaa": {', '    "bbbbb": {']));

const entry = (text: string) =>
  `{\n  "version": 1,\n  "passages": {\n    "aaaaa": { "minted": "2025-05-01" },\n    "bbbbb": ${text}\n  }\n}\n`;

it.each([
  ["conflict marks", entry("{},\n<<<<<<< HEAD"), 6, "JSON"],
  ["half a file", entry("{}").slice(0, 60), 4, "JSON"],
  ["nothing", "", 1, "JSON"],
  ["a list", "[]", 1, "object"],
  ["a later version", '{"version":2,"passages":{}}', 1, "version"],
  ["no date", entry("{}"), 5, "minted"],
  ["no such day", entry('{ "minted": "2025-02-30" }'), 5, "minted"],
  ["half a fingerprint", entry('{ "minted": "2025-05-01", "source": "00ff" }'), 5, "source"],
  [
    "an unknown fate",
    entry('{ "minted": "2025-05-01", "retired": { "as": "lost", "date": "2025-05-01" } }'),
    5,
    "retired.as",
  ],
  ["a fate without a date", entry('{ "minted": "2025-05-01", "retired": { "as": "removed" } }'), 5, "retired.date"],
  [
    "a successor that is no id",
    entry('{ "minted": "2025-05-01", "retired": { "as": "moved", "date": "2025-05-01", "into": ["B"] } }'),
    5,
    "into",
  ],
  ["an unknown word", entry('{ "minted": "2025-05-01", "colour": "red" }'), 5, "colour"],
  ["no id", entry('{ "minted": "2025-05-01" }').replace("bbbbb", "BBBBB"), 5, "BBBBB"],
])("calls %s malformed, on its line", (_, text, line, says) => {
  const { ledger, problems } = readLedger(text, "content/a/ledger.json");
  expect(ledger).toBeNull();
  expect(problems).toMatchObject([
    {
      code: "ledger-malformed",
      severity: "error",
      where: { file: "content/a/ledger.json", line },
      what: expect.stringContaining(says),
      fix: expect.stringContaining("Git"),
    },
  ]);
});

type Fates = Readonly<
  Record<string, { readonly into?: readonly string[]; readonly near?: string; readonly as?: "merged" | "removed" }>
>;

const ids = (texts: readonly string[]) => texts.filter((text): text is PassageId => isPassageId(text));

/** A ledger in which `{}` is a living id and anything else a retired one. */
function ledgerOf(fates: Fates): Ledger {
  return new Map(
    Object.entries(fates).flatMap(([id, { into, near, as = "merged" }]): [PassageId, LedgerEntry][] => {
      const isRetired = into !== undefined || near !== undefined || as === "removed";
      const retired = {
        as,
        date: "2025-05-02",
        ...(into && { into: ids(into) }),
        ...(near && { near: ids([near])[0] }),
      };
      return ids([id]).map((key) => [key, { minted: "2025-05-01", ...(isRetired && { retired }) }]);
    }),
  );
}

it.each<[string, Fates, string[], string[]]>([
  ["all well", { aaaaa: {}, bbbbb: {} }, ["aaaaa", "bbbbb"], []],
  ["a passage that left the texts", { aaaaa: {}, bbbbb: {} }, ["aaaaa"], ["ledger.json:1 ledger-dangling bbbbb"]],
  ["a passage merged into a living one", { aaaaa: {}, bbbbb: { into: ["aaaaa"] } }, ["aaaaa"], []],
  ["a passage split into two", { aaaaa: { into: ["bbbbb", "ccccc"] }, bbbbb: {}, ccccc: {} }, ["bbbbb", "ccccc"], []],
  ["a passage merged twice over", { aaaaa: { into: ["bbbbb"] }, bbbbb: { into: ["ccccc"] }, ccccc: {} }, ["ccccc"], []],
  ["a removed passage", { aaaaa: {}, bbbbb: { as: "removed" } }, ["aaaaa"], []],
  ["a removed passage near a living one", { aaaaa: {}, bbbbb: { as: "removed", near: "aaaaa" } }, ["aaaaa"], []],
  [
    "a successor that nothing knows",
    { aaaaa: {}, bbbbb: { into: ["aaaaa", "zzzzz"] } },
    ["aaaaa"],
    ["ledger.json:1 ledger-dangling bbbbb"],
  ],
  [
    "a neighbour that nothing knows",
    { aaaaa: { as: "removed", near: "zzzzz" } },
    [],
    ["ledger.json:1 ledger-dangling aaaaa"],
  ],
  ["a passage that became itself", { aaaaa: { into: ["aaaaa"] } }, [], ["ledger.json:1 ledger-dangling aaaaa"]],
  [
    "two that became each other",
    { aaaaa: { into: ["bbbbb"] }, bbbbb: { into: ["aaaaa"] } },
    [],
    ["ledger.json:1 ledger-dangling aaaaa", "ledger.json:1 ledger-dangling bbbbb"],
  ],
  [
    "a way into a circle",
    { aaaaa: { into: ["bbbbb"] }, bbbbb: { into: ["ccccc"] }, ccccc: { into: ["bbbbb"] } },
    [],
    ["ledger.json:1 ledger-dangling bbbbb", "ledger.json:1 ledger-dangling ccccc"],
  ],
  [
    "a retired id used again",
    { aaaaa: {}, bbbbb: { into: ["aaaaa"] } },
    ["aaaaa", "bbbbb"],
    ["zh-Hans.md:7 id-retired bbbbb"],
  ],
  ["an id that is not entered yet", { aaaaa: {} }, ["aaaaa", "bbbbb"], ["zh-Hans.md:7 id-unpublished bbbbb"]],
  ["an empty ledger", {}, ["aaaaa"], ["zh-Hans.md:7 id-unpublished aaaaa"]],
])("checks %s", (_, fates, living, expected) => {
  const places = new Map(ids(living).map((id) => [id, { file: "zh-Hans.md", line: 7 }]));
  const problems = checkLedger(ledgerOf(fates), places, "ledger.json");
  expect(
    problems.map(({ where, code, what }) => `${where.file}:${where.line} ${code} ${/id (\w+)/.exec(what)?.[1]}`),
  ).toEqual(expected);
  for (const { fix } of problems) expect(fix).not.toBe("");
});
