import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loaderCodes, type Problem, type ProblemCode, problemCodes } from "@/lib/problem/problem";
import { checkHistory, readHistory } from "@/lib/ledger/history";
import { hashText } from "@/lib/text/hash-text";
import { loadWork } from "@/lib/work/load-work";
import { listShelved } from "@/lib/work/shelved";
import { type Files, soundWork, temporaryContent } from "./temporary-works";

const { write } = temporaryContent();

type Case = {
  readonly code: ProblemCode;
  readonly severity: Problem["severity"];
  /** Where the problem must stand, as `file:line`. */
  readonly at: string;
  readonly says: string;
  readonly files: Files;
  readonly slug?: string;
  /** Files that were committed before, from the content folder: the check reads its history. */
  readonly committed?: Files;
};

/** Commits files to a new repository, and takes them away again from the folder. */
function commit(root: string, files: Files): void {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { cwd: root });
  git("init", "-q");
  for (const [name, content] of Object.entries(files)) {
    const kept = path.join(root, `${name}.kept`);
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    if (existsSync(path.join(root, name))) renameSync(path.join(root, name), kept);
    writeFileSync(path.join(root, name), content ?? "");
    git("add", name);
    git("commit", "-qm", name);
    rmSync(path.join(root, name));
    if (existsSync(kept)) renameSync(kept, path.join(root, name));
    else rmSync(path.dirname(path.join(root, name)), { recursive: true });
  }
}

const metadata = String(soundWork["work.yaml"]);
const source = String(soundWork["zh-Hans.md"]);
const translation = String(soundWork["en.md"]);
const ledger = String(soundWork["ledger.json"]);
const withEntry = (id: string, entry: object) => {
  const read = JSON.parse(ledger);
  return JSON.stringify({ ...read, passages: { ...read.passages, [id]: { minted: "2025-05-01", ...entry } } });
};
const removed = (more: object) => ({ retired: { as: "removed", date: "2025-05-02", ...more } });
const merged = (...into: string[]) => ({ retired: { as: "merged", date: "2025-05-02", into } });

const cases: readonly Case[] = [
  {
    code: "id-repeated",
    severity: "error",
    at: "en.md:5",
    says: "bbbbb already marks line 3",
    files: { "en.md": translation.replace("ccccc", "bbbbb") },
  },
  {
    code: "id-malformed",
    severity: "error",
    at: "zh-Hans.md:3",
    says: "^K7M2Q",
    files: { "zh-Hans.md": source.replace("bbbbb", "K7M2Q") },
  },
  {
    code: "id-malformed",
    severity: "error",
    at: "zh-Hans.md:3",
    says: "^abc",
    files: { "zh-Hans.md": source.replace("bbbbb", "abc") },
  },
  {
    code: "id-malformed",
    severity: "error",
    at: "zh-Hans.md:7",
    says: "^p12",
    files: { "zh-Hans.md": `${source}\n^p12\n` },
  },
  {
    code: "id-retired",
    severity: "error",
    at: "zh-Hans.md:3",
    says: "retired on 2025-05-02",
    files: { "ledger.json": withEntry("bbbbb", removed({})) },
  },
  {
    code: "id-unpublished",
    severity: "warning",
    at: "zh-Hans.md:7",
    says: "ddddd",
    files: { "zh-Hans.md": `${source}\n又 ^ddddd\n`, "en.md": `${translation}\nAgain ^ddddd\n` },
  },
  {
    code: "id-unpublished",
    severity: "warning",
    at: "en.md:9",
    says: "waits for its id",
    files: { "en.md": `${translation}\nNew ^new\n` },
  },
  {
    code: "mark-missing",
    severity: "error",
    at: "zh-Hans.md:1",
    says: "first block has no mark",
    files: { "zh-Hans.md": `前言\n\n${source}` },
  },
  {
    code: "mark-missing",
    severity: "error",
    at: "en.md:1",
    says: "No block of this file has a mark",
    files: { "en.md": "One.\n\nTwo.\n" },
  },
  {
    code: "mark-misplaced",
    severity: "error",
    at: "en.md:3",
    says: "ends a line, but not a block",
    files: { "en.md": translation.replace("^bbbbb\n", "^bbbbb") },
  },
  {
    code: "mark-misplaced",
    severity: "error",
    at: "en.md:1",
    says: "stands above every block",
    files: { "en.md": `^aaaaa\n\n${translation.replace(" ^aaaaa", "")}` },
  },
  {
    code: "mark-misplaced",
    severity: "error",
    at: "en.md:2",
    says: "already has the mark ^aaaaa",
    files: { "en.md": translation.replace("^aaaaa\n", "^aaaaa\n^ddddd\n") },
  },
  {
    code: "mark-misplaced",
    severity: "error",
    at: "en.md:7",
    says: "ends a line, but not a block",
    files: { "en.md": translation.replace("Very.", "Very. ^ccccd") },
  },
  {
    code: "yaml-malformed",
    severity: "error",
    at: "work.yaml:3",
    says: "not YAML",
    files: { "work.yaml": metadata.replace("title: 山", "title: a: b") },
  },
  {
    code: "work-malformed",
    severity: "error",
    at: "work.yaml:9",
    says: "date",
    files: { "work.yaml": metadata.replace("2025-04-30", "30 April") },
  },
  {
    code: "work-malformed",
    severity: "error",
    at: "work.yaml:10",
    says: "titel",
    files: { "work.yaml": `${metadata}titel: x\n` },
  },
  {
    code: "work-malformed",
    severity: "error",
    at: "work.yaml:5",
    says: "rights",
    files: { "work.yaml": metadata.replace("  rights: Public domain\n", "") },
  },
  {
    code: "work-malformed",
    severity: "error",
    at: "work.yaml:1",
    says: "same language",
    files: { "work.yaml": metadata.replace("zh-Hans", "en") },
  },
  {
    code: "language-unknown",
    severity: "error",
    at: "work.yaml:6",
    says: "translation.language",
    files: { "work.yaml": metadata.replace("language: en", "language: english") },
  },
  {
    code: "glossary-malformed",
    severity: "warning",
    at: "glossary.yaml:2",
    says: "en",
    files: { "glossary.yaml": "terms:\n  - zh: 山\n" },
  },
  {
    code: "ledger-malformed",
    severity: "error",
    at: "ledger.json:1",
    says: "version",
    files: { "ledger.json": ledger.replace('"version":1', '"version":9') },
  },
  { code: "ledger-malformed", severity: "error", at: "ledger.json:1", says: "JSON", files: { "ledger.json": "{" } },
  {
    code: "ledger-malformed",
    severity: "error",
    at: "ledger.json:1",
    says: "no passage id",
    files: { "ledger.json": ledger.replace("aaaaa", "AAAAA") },
  },
  {
    code: "ledger-dangling",
    severity: "error",
    at: "ledger.json:1",
    says: "neither text has it",
    files: { "ledger.json": withEntry("ddddd", {}) },
  },
  {
    code: "ledger-dangling",
    severity: "error",
    at: "ledger.json:1",
    says: "eeeee, which nothing knows",
    files: { "ledger.json": withEntry("ddddd", merged("eeeee")) },
  },
  {
    code: "ledger-dangling",
    severity: "error",
    at: "ledger.json:1",
    says: "eeeee, which nothing knows",
    files: { "ledger.json": withEntry("ddddd", removed({ near: "eeeee" })) },
  },
  {
    code: "ledger-dangling",
    severity: "error",
    at: "ledger.json:1",
    says: "leads back to itself",
    files: { "ledger.json": withEntry("ddddd", merged("ddddd")) },
  },
  {
    code: "encoding-invalid",
    severity: "error",
    at: "en.md:3",
    says: "Byte 7",
    files: { "en.md": Uint8Array.of(...Buffer.from("a\n\nbcd"), 0xff, 0x41) },
  },
  {
    code: "character-forbidden",
    severity: "error",
    at: "zh-Hans.md:3",
    says: "U+0000",
    files: { "zh-Hans.md": source.replace("高", "\0") },
  },
  { code: "file-missing", severity: "error", at: "work.yaml:1", says: "no such file", files: { "work.yaml": null } },
  { code: "file-missing", severity: "error", at: "en.md:1", says: "no such file", files: { "en.md": null } },
  {
    code: "file-missing",
    severity: "warning",
    at: "ledger.json:1",
    says: "no such file",
    files: { "ledger.json": null },
  },
  { code: "file-empty", severity: "error", at: "en.md:1", says: "no text", files: { "en.md": "\n\n" } },
  {
    code: "file-empty",
    severity: "warning",
    at: "en.md:1",
    says: "not translated",
    files: { "en.md": "", "ledger.json": ledger.replaceAll(/,"translation":"0+"/g, "") },
  },
  {
    code: "html-as-text",
    severity: "warning",
    at: "zh-Hans.md:3",
    says: "<script",
    files: { "zh-Hans.md": source.replace("高", "<script>alert(1)</script>") },
  },
  {
    code: "link-refused",
    severity: "warning",
    at: "zh-Hans.md:3",
    says: "javascript:",
    files: { "zh-Hans.md": source.replace("山高", "[山](javascript:alert(1))") },
  },
  {
    code: "link-refused",
    severity: "warning",
    at: "zh-Hans.md:3",
    says: "https://example.org/a.png",
    files: { "zh-Hans.md": source.replace("山高。", "![山](https://example.org/a.png)") },
  },
  {
    code: "footnote-missing",
    severity: "warning",
    at: "zh-Hans.md:3",
    says: "[^x]",
    files: { "zh-Hans.md": source.replace("山高", "山高[^x]") },
  },
  {
    code: "footnote-unused",
    severity: "warning",
    at: "zh-Hans.md:7",
    says: "[^x]",
    files: { "zh-Hans.md": `${source}\n[^x]: 注\n` },
  },
  {
    code: "footnote-unused",
    severity: "warning",
    at: "en.md:8",
    says: "already written on line 7",
    files: { "en.md": `${translation}[^1]: Again.\n` },
  },
  {
    code: "nesting-too-deep",
    severity: "error",
    at: "zh-Hans.md:7",
    says: "stand in each other",
    files: { "zh-Hans.md": `${source}\n${"> ".repeat(10_000)}深\n` },
  },
  {
    code: "nesting-too-deep",
    severity: "error",
    at: "zh-Hans.md:7",
    says: "20 deep",
    files: { "zh-Hans.md": `${source}\n${"> ".repeat(30)}深\n` },
  },
  {
    code: "nesting-too-deep",
    severity: "error",
    at: "zh-Hans.md:7",
    says: "stand in each other",
    files: { "zh-Hans.md": `${source}\n${"_a*".repeat(20_000)}\n` },
  },
  {
    code: "passage-alone",
    severity: "warning",
    at: "en.md:9",
    says: "ddddd has no counterpart in the source",
    files: { "en.md": `${translation}\nAlone ^ddddd\n`, "ledger.json": withEntry("ddddd", {}) },
  },
  {
    code: "passage-oversized",
    severity: "warning",
    at: "zh-Hans.md:7",
    says: "300 kB",
    files: { "zh-Hans.md": `${source}\n${"山".repeat(100_000)}\n` },
  },
  {
    code: "translation-stale",
    severity: "warning",
    at: "en.md:3",
    says: "“山低” became “山高”",
    files: { "ledger.json": withEntry("bbbbb", { translatedFrom: hashText("山低。"), sourceThen: "山低。" }) },
  },
  {
    code: "translation-stale",
    severity: "warning",
    at: "en.md:5",
    says: "of ccccc changed after it was translated.",
    files: { "ledger.json": withEntry("ccccc", { translatedFrom: "0123456789abcdef" }) },
  },
  {
    code: "id-forgotten",
    severity: "error",
    at: "ledger.json:1",
    says: "The id ddddd was published (work/ledger.json in commit ",
    files: {},
    committed: { "work/ledger.json": withEntry("ddddd", {}) },
  },
  {
    code: "work-forgotten",
    severity: "error",
    at: "work.yaml:1",
    says: "work has its passages now",
    files: {},
    committed: { "old/ledger.json": ledger },
  },
  {
    code: "work-forgotten",
    severity: "error",
    at: "",
    says: "The work gone was published with 1 passages",
    files: {},
    committed: { "gone/ledger.json": '{"version":1,"passages":{"zzzzz":{"minted":"2025-05-01"}}}' },
  },
  { code: "slug-malformed", severity: "error", at: "", says: "Not_A_Slug", files: {}, slug: "Not_A_Slug" },
  { code: "slug-malformed", severity: "error", at: "", says: "address of the site itself", files: {}, slug: "api" },
];

it("finds nothing wrong with the sound work", async () => {
  const { work, problems } = await loadWork(write("sound", soundWork), "content/sound");
  expect(problems).toEqual([]);
  expect(work?.passages).toHaveLength(3);
});

describe.each(cases.map((one, index) => ({ ...one, index })))(
  "$code: $says",
  ({ code, severity, at, says, files, slug = "work", committed, index }) => {
    it("is the only problem found, on its line, and errors alone withhold the work", async () => {
      const folder = write(path.join(`case-${index}`, slug), { ...soundWork, ...files });
      if (committed) commit(path.dirname(folder), committed);
      const { work, problems: own } = await loadWork(folder, "content/work");
      const root = path.dirname(folder);
      const history = committed
        ? checkHistory(await readHistory(root), await listShelved(root), new Set(), "content")
        : [];
      const problems = [...own, ...history];
      expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set([code]));
      const found = problems.find((problem) => problem.code === code);
      expect(found).toMatchObject({
        severity,
        what: expect.stringContaining(says),
        fix: expect.stringMatching(/\.$|…$|`$/),
      });
      if (at !== "") expect(`${found?.where.file}:${found?.where.line}`).toBe(`content/work/${at}`);
      // What the history alone knows keeps no work from being served; it fails the check.
      expect(work === null).toBe(severity === "error" && !committed);
    });
  },
);

it("has a case for every code that loading can find", () => {
  expect(loaderCodes.filter((code) => !cases.some((one) => one.code === code))).toEqual([]);
});

it("has a line in docs/problems.md for every code, and no line for another", () => {
  const table = readFileSync(path.join(__dirname, "../../../docs/problems.md"), "utf8");
  expect([...table.matchAll(/^\| `([a-z-]+)`\s*\|/gm)].map(([, code]) => code).sort()).toEqual(
    [...problemCodes].sort(),
  );
});
