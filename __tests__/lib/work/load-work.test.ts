import { symlinkSync } from "node:fs";
import path from "node:path";
import { loadWork } from "@/lib/work/load-work";
import { type Files, soundWork, temporaryContent } from "./temporary-works";

const { root, write } = temporaryContent();

const load = (slug: string, files: Files) => loadWork(write(slug, { ...soundWork, ...files }), `content/${slug}`);

it("reads a folder as a work", async () => {
  const { work, problems } = await load("whole", {});
  expect(problems).toEqual([]);
  expect(work).toMatchObject({
    slug: "whole",
    metadata: { date: "2025-04-30", display: [], corrections: [], source: { language: "zh-Hans", byline: [] } },
    contents: [{ id: "aaaaa", depth: 2, source: "山", translation: "Mountain" }],
    glossary: [{ zh: "山", en: "mountain" }],
    length: { source: { unit: "characters", count: 5 }, translation: { unit: "words", count: 9 } },
  });
  expect(
    work?.passages.map(({ id, number, source, translation }) => [id, number, source?.text, translation?.text]),
  ).toEqual([
    ["aaaaa", 1, "山", "Mountain"],
    ["bbbbb", 2, "山高。", "The mountain is high."],
    ["ccccc", 3, "水长。", "The water is long."],
  ]);
  expect([...(work?.footnotes.translation.keys() ?? [])]).toEqual(["1"]);
  expect([...(work?.footnotes.source.keys() ?? [])]).toEqual([]);
  expect([...(work?.ledger.keys() ?? [])]).toEqual(["aaaaa", "bbbbb", "ccccc"]);
});

it.each<[string, (text: string) => string]>([
  ["carriage returns and line feeds", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["no final line end", (text) => text.trimEnd()],
  ["empty lines in plenty", (text) => `\n\n${text.replaceAll("\n\n", "\n\n \n\t\n")}\n\n`],
])("reads the same from files with %s", async (name, change) => {
  const slug = name.replaceAll(" ", "-");
  const changed = Object.fromEntries(Object.entries(soundWork).map(([file, text]) => [file, change(String(text))]));
  const { work, problems } = await load(slug, changed);
  const { work: plain } = await load("plain", {});
  expect(problems).toEqual([]);
  expect(work).toEqual({ ...plain, slug });
});

it("lists a heading of one side alone", async () => {
  const { work } = await load("headings", {
    "zh-Hans.md": "## 山 ^aaaaa\n\n山高。 ^bbbbb\n\n### 水\n\n水长。 ^ccccc\n",
    "en.md": "Mountain ^aaaaa\n\nHigh ^bbbbb\n\n## Water ^ccccc\n",
  });
  expect(work?.contents).toEqual([
    { id: "aaaaa", depth: 2, source: "山", translation: null },
    { id: "bbbbb", depth: 3, source: "水", translation: null },
    { id: "ccccc", depth: 2, source: null, translation: "Water" },
  ]);
});

it("does without a glossary", async () => {
  const { work, problems } = await load("bare", { "glossary.yaml": null });
  expect(work?.glossary).toEqual([]);
  expect(problems).toEqual([]);
});

it("names the cause and not what follows from it", async () => {
  const { problems } = await load("cause", { "en.md": String(soundWork["en.md"]).replace("^bbbbb", "^B") });
  expect(problems.map(({ code }) => code)).toEqual(["id-malformed"]);
});

it("names every cause at once", async () => {
  const { work, problems } = await load("causes", {
    "work.yaml": `${soundWork["work.yaml"]}colour: red\nsize: 3\n`,
    "glossary.yaml": "terms: [",
    "ledger.json": "{",
  });
  expect(work).toBeNull();
  expect(new Set(problems.map(({ code }) => code))).toEqual(
    new Set(["work-malformed", "yaml-malformed", "ledger-malformed"]),
  );
});

it("follows no link out of the folder", async () => {
  const elsewhere = write("elsewhere", { "secret.md": "Secret ^aaaaa\n" });
  const folder = write("linked", { ...soundWork, "en.md": null });
  symlinkSync(path.join(elsewhere, "secret.md"), path.join(folder, "en.md"));
  const { work, problems } = await loadWork(folder, "content/linked");
  expect(work).toBeNull();
  expect(problems).toMatchObject([{ code: "file-missing", where: { file: "content/linked/en.md", line: 1 } }]);
});

it.each(["a", "1984", "a-b-3"])("takes %s for an address", async (slug) =>
  expect((await load(slug, {})).problems).toEqual([]),
);

it.each(["A", "a_b", "-a", "a-", "a--b", "山", "a b", "a.b", "api", "en", "zh", "_next"])(
  "cannot make an address of %s",
  async (slug) => {
    const { work, problems } = await load(slug, {});
    expect(work).toBeNull();
    expect(problems).toMatchObject([{ code: "slug-malformed", severity: "error" }]);
  },
);

it.each([
  path.join(__dirname, "../../../content/guide"),
  path.join(__dirname, "../../../content/openai-microsoft-rift"),
])("finds nothing wrong with %s", async (folder) =>
  expect((await loadWork(folder, "content/work")).problems).toEqual([]),
);

it("answers for a folder that is not there", async () => {
  const { work, problems } = await loadWork(path.join(root, "absent"), "content/absent");
  expect(work).toBeNull();
  expect(problems).toContainEqual(
    expect.objectContaining({ code: "file-missing", where: { file: "content/absent/work.yaml", line: 1 } }),
  );
});
