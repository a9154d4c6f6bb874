import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeShelf } from "./shelf";

/** Day on which the works of the tests became what they are, in the Git history that the tests write. */
export const today = "2026-03-01";

/**
 * Lays out the works that the tests read: the real ones, those of the tests and a shelf of small ones, in a Git repository of their own whose
 * history has an older day (`fixtures/history/<day>`) on which a work had another slug and other words.
 */
export function writeContent(content: string, root: string): void {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  git(content, ["init", "--quiet"]);
  const history = join(root, "__tests__/browser/fixtures/history");
  for (const day of readdirSync(history).sort()) {
    cpSync(join(history, day), content, { recursive: true });
    commit(content, day);
    for (const slug of readdirSync(join(history, day))) rmSync(join(content, slug), { recursive: true });
  }
  for (const works of ["content", "__tests__/browser/fixtures/works"]) {
    cpSync(join(root, works), content, { recursive: true });
  }
  writeShelf(content);
  commit(content, today);
}

function commit(folder: string, day: string): void {
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--message", `The texts of ${day}`], `${day}T12:00:00Z`);
}

function git(folder: string, args: readonly string[], date = ""): void {
  const settings = [
    "user.name=Tests",
    "user.email=tests@example.invalid",
    "commit.gpgsign=false",
    "core.autocrlf=false",
  ];
  execFileSync("git", [...settings.flatMap((setting) => ["-c", setting]), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, NODE_ENV: "test", GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}
