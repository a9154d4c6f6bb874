/**
 * Revises a work on a disk that fills up: a small tmpfs (Linux, as root), with one page of 4 KiB more left free each time,
 * from none until the save gets through. `npx tsx bench/trials/full-disk.ts` prints "N tried, N survived"; it exits with 1
 * when a folder was left mixed, or when a refusal did not say why.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("../..", import.meta.url));
const program = path.join(home, "cli/duidu.mjs");
const pageBytes = 4096;
const diskBytes = 1024 * 1024;

const base = mkdtempSync(path.join(tmpdir(), "duidu-full-"));
const disk = path.join(base, "disk");
const content = path.join(disk, "content");
const revised = path.join(base, "en.md");

/** Every byte of the work, by the names of its files. */
function stateOf(): string {
  const folder = path.join(content, "guide");
  return JSON.stringify(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), "latin1")]),
  );
}

function duidu(...args: string[]): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, "--content", content], {
    cwd: disk,
    encoding: "utf8",
  });
  return { code: status, out: stdout + stderr };
}

/** Fills the disk up to the last `pages` free ones. */
function fill(pages: number): void {
  const free = execFileSync("df", ["--output=avail", "-B1", disk], { encoding: "utf8" }).trim().split("\n")[1];
  writeFileSync(path.join(disk, "filler"), Buffer.alloc(Number(free) - pages * pageBytes));
}

const text = readFileSync(path.join(home, "content/guide/en.md"), "utf8");
writeFileSync(revised, `${text.replace("Every page here", "Each page here")}\nA paragraph that is new.\n`);
mkdirSync(disk);
let [tried, survived, pages] = [0, 0, 0];
for (let isSaved = false; !isSaved; pages++) {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskBytes}`, "tmpfs", disk]);
  try {
    cpSync(path.join(home, "content/guide"), path.join(content, "guide"), { recursive: true });
    const before = stateOf();
    fill(pages);
    const { code, out } = duidu("revise", "guide", "--en", revised);
    isSaved = code === 0;
    // The check recovers first, and finds room for it.
    rmSync(path.join(disk, "filler"));
    const checked = duidu("check", "guide");
    const isWhole = checked.code === 0 && (isSaved ? stateOf() !== before : stateOf() === before);
    const saysWhy = isSaved || (/no space left|ENOSPC/i.test(out) && !/\n\s+at /.test(out));
    tried++;
    if (isWhole && saysWhy) survived++;
    else console.log(`NOT WHOLE with ${pages} pages free (exit ${code}):\n${out}\n${checked.out}`);
  } finally {
    execFileSync("umount", [disk]);
  }
}
rmSync(base, { recursive: true });
console.log(`${tried} tried, ${survived} survived (the last, with ${pages - 1} pages free, was saved)`);
process.exitCode = tried > 1 && tried === survived ? 0 : 1;
