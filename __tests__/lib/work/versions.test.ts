import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWork } from "@/lib/work/load-work";
import { isVersion, readVersion } from "@/lib/work/versions";
import type { Work } from "@/lib/work/work";
import { soundWork, temporaryContent } from "./temporary-works";

const { root, write } = temporaryContent();
const before = process.env.DUIDU_CONTENT;
afterAll(() => (before === undefined ? delete process.env.DUIDU_CONTENT : (process.env.DUIDU_CONTENT = before)));

function git(args: readonly string[], day = "2025-01-01"): string {
  const date = `${day}T12:00:00Z`;
  return execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.invalid", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: root, NODE_ENV: "test", GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  }).trim();
}

function commit(day: string): string {
  git(["add", "--all"]);
  git(["commit", "--quiet", "--message", day], day);
  return git(["rev-parse", "HEAD"]);
}

let first: string;
let draft: string;
let work: Work;

beforeAll(async () => {
  process.env.DUIDU_CONTENT = root;
  git(["init", "--quiet", "--initial-branch=main"]);
  write("hills", { ...soundWork, "zh-Hans.md": "## 山 ^aaaaa\n\n山低。 ^bbbbb\n\n水长。 ^ccccc\n" });
  first = commit("2025-05-01");
  git(["switch", "--quiet", "--create", "draft"]);
  write("hills", { "zh-Hans.md": "## 山 ^aaaaa\n\n密。 ^bbbbb\n\n水长。 ^ccccc\n" });
  draft = commit("2025-06-01");
  git(["switch", "--quiet", "main"]);
  renameSync(join(root, "hills"), join(root, "mountain"));
  write("mountain", { ...soundWork, "work.yaml": `${soundWork["work.yaml"]}formerly: [hills]\n` });
  commit("2025-07-01");
  write("broken", { "work.yaml": "nothing" });
  commit("2025-08-01");
  work = (await loadWork(join(root, "mountain"), "mountain")).work as Work;
  expect(work).not.toBeNull();
});

const words = async (version: string) => {
  const found = await readVersion(work, version);
  return found.kind === "found"
    ? [found.work.slug, found.work.passages[1]?.source?.text, found.date, found.isCurrent]
    : found.kind;
};

it.each([
  ["2025-05-01", ["mountain", "山低。", "2025-05-01", false]],
  ["2025-06-30", ["mountain", "山低。", "2025-06-30", false]],
  ["2025-07-01", ["mountain", "山高。", "2025-07-01", true]],
  ["2025-08-31", ["mountain", "山高。", "2025-08-31", true]],
  ["2025-04-30", "unknown"],
  ["0000000", "unknown"],
])("reads the text of %s, under the slug of that time", async (version, expected) =>
  expect(await words(version)).toEqual(expected),
);

it("reads a commit, in full or short, again and again", async () => {
  for (const version of [first, first.slice(0, 7), first])
    expect(await words(version)).toEqual(["mountain", "山低。", "2025-05-01", false]);
});

it("reads no draft of another branch", async () => expect(await words(draft)).toBe("unknown"));

it.each([
  "",
  "HEAD",
  "main",
  "--help",
  "abc",
  "ABCDEF1",
  "2025-02-30",
  "2025-5-1",
  "2025-05-01x",
  `${"a".repeat(41)}`,
  "a\n1234567",
])("takes %j for no version", async (version) => {
  expect(isVersion(version)).toBe(false);
  expect(await words(version)).toBe("unknown");
});

it("leaves nothing behind", async () => {
  const [usual, own] = [process.env.TMPDIR, mkdtempSync(join(tmpdir(), "duidu-own-"))];
  process.env.TMPDIR = own;
  try {
    // A commit that no other case reads, so that it is read from Git and not from memory.
    write("mountain", { "en.md": `${soundWork["en.md"]}\nMore. ^ddddd\n` });
    expect(await words(commit("2025-09-01"))).toEqual(["mountain", "山高。", "2025-09-01", false]);
    expect(readdirSync(own)).toEqual([]);
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    rmSync(own, { recursive: true });
  }
});

it("says that there are none where the works are under no Git", async () => {
  const bare = mkdtempSync(join(tmpdir(), "duidu-bare-"));
  process.env.DUIDU_CONTENT = bare;
  try {
    expect((await readVersion(work, "2025-05-01")).kind).toBe("unavailable");
  } finally {
    process.env.DUIDU_CONTENT = root;
    rmSync(bare, { recursive: true });
  }
});

it("answers many at once, and turns away more than can wait", async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, () => readVersion(work, "2025-05-01")));
  const kinds = answers.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["found", "unavailable"]));
  expect(kinds.filter((kind) => kind === "found").length).toBeGreaterThanOrEqual(34);
  expect(await words("2025-05-01")).toEqual(["mountain", "山低。", "2025-05-01", false]);
}, 60_000);
