import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import os from "node:os";
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
  // Another work had the name before: its ids are no longer in any ledger.
  write("hills", {
    "zh-Hans.md": "丘。 ^zzzzz\n",
    "en.md": "A knoll. ^zzzzz\n",
    "work.yaml": soundWork["work.yaml"] ?? null,
  });
  commit("2025-03-01");
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
  ["2025-02-28", "unknown"],
  ["2025-03-01", "unknown"],
  ["2025-04-30", "unknown"],
  [new Date().toISOString().slice(0, 10), "unknown"],
  ["2150-01-01", "unknown"],
  ["0000000", "unknown"],
])("reads the text of %s, under the slug of that time", async (version, expected) =>
  expect(await words(version)).toEqual(expected),
);

it("reads a commit, in full or short, again and again", async () => {
  for (const version of [first, first.slice(0, 7), first])
    expect(await words(version)).toEqual(["mountain", "山低。", "2025-05-01", false]);
});

it("takes a day's text from the branch that is served, not from one that was merged into it later", async () => {
  git(["switch", "--quiet", "--create", "side"]);
  write("mountain", { "zh-Hans.md": "## 山 ^aaaaa\n\n山青。 ^bbbbb\n\n水长。 ^ccccc\n" });
  commit("2025-08-10");
  git(["switch", "--quiet", "main"]);
  write("broken", { "work.yaml": "still nothing" });
  commit("2025-08-05");
  git(["merge", "--quiet", "--no-ff", "--no-edit", "side"], "2025-08-20");
  expect(await words("2025-08-15")).toEqual(["mountain", "山高。", "2025-08-15", true]);
  expect(await words("2025-08-20")).toEqual(["mountain", "山青。", "2025-08-20", false]);
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

/** Node reads TMPDIR from the real environment, which a test cannot set from inside. */
async function withTemporaryFolder(folder: string, task: () => Promise<void>): Promise<void> {
  const spy = jest.spyOn(os, "tmpdir").mockReturnValue(folder);
  try {
    await task();
    expect(spy).toHaveBeenCalled();
  } finally {
    spy.mockRestore();
  }
}

it("leaves nothing behind", async () => {
  const own = mkdtempSync(join(os.tmpdir(), "duidu-own-"));
  // A commit that no other case reads, so that it is read from Git and not from memory.
  write("mountain", { "en.md": `${soundWork["en.md"]}\nMore. ^ddddd\n` });
  const version = commit("2025-09-01");
  await withTemporaryFolder(own, async () => {
    expect(await words(version)).toEqual(["mountain", "山青。", "2025-09-01", false]);
  });
  expect(readdirSync(own)).toEqual([]);
  rmSync(own, { recursive: true });
});

it("keeps no answer made of a failure that may pass", async () => {
  write("mountain", { "en.md": `${soundWork["en.md"]}\nStill more. ^eeeee\n` });
  const version = commit("2025-10-01");
  await withTemporaryFolder(join(root, "no such folder"), () =>
    expect(readVersion(work, version)).rejects.toMatchObject({ code: "ENOENT" }),
  );
  expect((await readVersion(work, version)).kind).toBe("found");
});

it("says that there are none where the works are under no Git", async () => {
  const bare = mkdtempSync(join(os.tmpdir(), "duidu-bare-"));
  process.env.DUIDU_CONTENT = bare;
  try {
    expect((await readVersion(work, "2025-05-01")).kind).toBe("unavailable");
  } finally {
    process.env.DUIDU_CONTENT = root;
    rmSync(bare, { recursive: true });
  }
});

it("answers many at once, and turns away more than can wait", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 60 }, () => readVersion(work, "2025-05-01")));
  const found = answers.filter((answer) => answer.status === "fulfilled" && answer.value.kind === "found");
  const refused = answers.filter((answer) => answer.status === "rejected");
  // A refusal is an error, which no cache keeps, and never "there is no such version".
  expect(found.length + refused.length).toBe(60);
  expect(refused.length).toBeGreaterThan(0);
  expect(found.length).toBeGreaterThanOrEqual(32);
  expect(await words("2025-05-01")).toEqual(["mountain", "山低。", "2025-05-01", false]);
}, 60_000);
