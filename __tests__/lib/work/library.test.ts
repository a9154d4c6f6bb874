import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import path from "node:path";
import type { ProblemCode } from "@/lib/problem/problem";
import { contentRoot, findWork, listSlugs, loadLibrary, openLibrary, showRoot } from "@/lib/work/library";
import { type Files, soundWork, temporaryContent } from "./temporary-works";

const { root, write } = temporaryContent();
const before = process.env.DUIDU_CONTENT;
afterAll(() => {
  if (before === undefined) delete process.env.DUIDU_CONTENT;
  else process.env.DUIDU_CONTENT = before;
});

const [metadata = "", source = "", translation = "", ledger = ""] = [
  "work.yaml",
  "zh-Hans.md",
  "en.md",
  "ledger.json",
].map((name) => String(soundWork[name]));
const dangling = ledger.replace('"passages":{', '"passages":{"ddddd":{"minted":"2025-05-01"},');

it("serves the sound works beside one whose file the disk cannot give", async () => {
  write("unreadable/sound", soundWork);
  write("unreadable/vast", soundWork);
  // Larger than Node reads at once; it takes no room on the disk.
  truncateSync(path.join(root, "unreadable/vast/en.md"), 3 * 2 ** 30);
  const { works, damaged, problems } = await loadLibrary(path.join(root, "unreadable"));
  expect([works.map(({ slug }) => slug), damaged.map(({ slug }) => slug)]).toEqual([["sound"], ["vast"]]);
  expect(problems).toMatchObject([
    { code: "file-missing", what: expect.stringContaining("cannot be read"), where: { line: 1 } },
  ]);
  expect(problems[0]?.where.file).toMatch(/vast\/en\.md$/);
});

describe.each<[string, ProblemCode, string, Files]>([
  ["an id twice in one file", "id-repeated", "en.md:5", { "en.md": translation.replace("ccccc", "bbbbb") }],
  [
    "an id of an unknown form",
    "id-malformed",
    "zh-Hans.md:7",
    {
      "zh-Hans.md": `${source}
又 ^B7
`,
    },
  ],
  ["bad YAML", "yaml-malformed", "work.yaml:3", { "work.yaml": metadata.replace("title: 山", "title: 山: 水") }],
  ["bad UTF-8", "encoding-invalid", "zh-Hans.md:1", { "zh-Hans.md": Uint8Array.of(0xd6, 0xd0) }],
  ["no translation", "file-missing", "en.md:1", { "en.md": null }],
  ["no metadata", "file-missing", "work.yaml:1", { "work.yaml": null }],
  ["an empty file", "file-empty", "en.md:1", { "en.md": "" }],
  ["a text of white space", "file-empty", "zh-Hans.md:1", { "zh-Hans.md": "\uFEFF\r\n\u3000\r\n" }],
  ["a dangling ledger entry", "ledger-dangling", "ledger.json:1", { "ledger.json": dangling }],
  ["a ledger cut short", "ledger-malformed", "ledger.json:1", { "ledger.json": ledger.slice(0, 90) }],
  ["quotes without end", "nesting-too-deep", "en.md:9", { "en.md": `${translation}\n${">".repeat(10_000)}` }],
])("beside a work with %s", (name, code, at, files) => {
  beforeAll(() => {
    const folder = name.replaceAll(" ", "-");
    write(`${folder}/sound`, soundWork);
    write(`${folder}/damaged`, { ...soundWork, ...files });
    process.env.DUIDU_CONTENT = path.join(root, folder);
  });

  it("serves the sound one", async () => {
    const { works } = await openLibrary();
    expect(works.map(({ slug, passages }) => [slug, passages.length])).toEqual([["sound", 3]]);
    expect(await findWork("sound")).toMatchObject({ work: { slug: "sound" } });
  });

  it("says what is wrong, where, and how to mend it", async () => {
    const found = await findWork("damaged");
    const problems = found && "damaged" in found ? found.damaged : [];
    const [line] = /\d+$/.exec(at) ?? [];
    const file = `${showRoot(contentRoot())}/damaged/${at.replace(/:\d+$/, "")}`;
    expect(problems).toContainEqual({
      code,
      severity: "error",
      where: { file, line: Number(line) },
      what: expect.stringMatching(/\S/),
      fix: expect.stringMatching(/\S/),
    });
  });
});

it.each<[string, ProblemCode, Files]>([
  ["raw HTML", "html-as-text", { "en.md": translation.replace("high", "<b>high</b>") }],
  ["a megabyte of a paragraph", "passage-oversized", { "en.md": `${translation}\n${"words ".repeat(170_000)}\n` }],
  ["an address that is refused", "link-refused", { "en.md": translation.replace("high", "[high](javascript:x)") }],
  ["no ledger", "file-missing", { "ledger.json": null }],
])("serves a work with %s, and warns", async (name, code, files) => {
  const folder = name.replaceAll(" ", "-");
  write(`${folder}/work`, { ...soundWork, ...files });
  const { works, damaged, problems } = await loadLibrary(path.join(root, folder));
  expect(works.map(({ slug }) => slug)).toEqual(["work"]);
  expect(damaged).toEqual([]);
  expect(problems).toContainEqual(expect.objectContaining({ code, severity: "warning" }));
});

it("orders works by date, newest first, and those of one day by name", async () => {
  const dated = (date: string) => ({ ...soundWork, "work.yaml": metadata.replace("2025-04-30", date) });
  write("ordered/b", soundWork);
  write("ordered/a", soundWork);
  write("ordered/old", dated("1919-05-04"));
  write("ordered/new", dated("2026-01-01"));
  const { works, problems } = await loadLibrary(path.join(root, "ordered"));
  expect(works.map(({ slug }) => slug)).toEqual(["new", "a", "b", "old"]);
  expect(problems).toEqual([]);
});

it("loads the works that are named, alone", async () => {
  write("named/one", soundWork);
  write("named/two", soundWork);
  const { works } = await loadLibrary(path.join(root, "named"), ["two"]);
  expect(works.map(({ slug }) => slug)).toEqual(["two"]);
});

it("takes neither files, hidden folders nor links for works", async () => {
  write("odd/work", soundWork);
  write("odd/.git", { HEAD: "ref" });
  write("odd", { "README.md": "" });
  symlinkSync(path.join(root, "odd/work"), path.join(root, "odd/link"));
  expect(await listSlugs(path.join(root, "odd"))).toEqual(["work"]);
});

it("is empty, without a problem, where no work has been written yet", async () => {
  mkdirSync(path.join(root, "empty"));
  expect(await loadLibrary(path.join(root, "empty"))).toEqual({ works: [], damaged: [], problems: [] });
});

it("says so when there is no such folder", async () => {
  const { works, problems } = await loadLibrary(path.join(root, "absent"));
  expect(works).toEqual([]);
  expect(problems).toMatchObject([
    { code: "file-missing", severity: "error", fix: expect.stringContaining("DUIDU_CONTENT") },
  ]);
});

it("knows no work by a name that no folder has", async () => {
  process.env.DUIDU_CONTENT = path.join(root, "named");
  for (const slug of ["three", "", "..", "one/", "__proto__", "constructor"]) expect(await findWork(slug)).toBeNull();
});

it("opens the library once, until the folder is another", async () => {
  process.env.DUIDU_CONTENT = path.join(root, "named");
  const first = await openLibrary();
  expect(await openLibrary()).toBe(first);
  process.env.DUIDU_CONTENT = path.join(root, "ordered");
  expect(await openLibrary()).not.toBe(first);
});

it("finds the folder of the works in DUIDU_CONTENT, or else in content", () => {
  process.env.DUIDU_CONTENT = path.join(root, "named");
  expect(contentRoot()).toBe(path.join(root, "named"));
  process.env.DUIDU_CONTENT = "";
  expect(contentRoot()).toBe(path.resolve("content"));
});

it("shows a folder from the working folder, or else in full", () => {
  expect(showRoot("content")).toBe("content");
  expect(showRoot(process.cwd())).toBe(".");
  expect(showRoot(root)).toBe(root);
});
