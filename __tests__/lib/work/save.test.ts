import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Disk, disk } from "@/lib/work/disk";
import { journalName } from "@/lib/work/journal";
import { lockName, withLock } from "@/lib/work/lock";
import { ChangedMeanwhile, type FileToSave, save, settle } from "@/lib/work/save";
import { filesOf, temporaryContent } from "./temporary-works";

jest.setTimeout(60_000);
const { root, write } = temporaryContent();
const bytes = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string, read: string | null): FileToSave => ({
  name,
  bytes: bytes(text),
  read: read === null ? null : bytes(read),
});
const old = { "zh.md": "旧", "en.md": "old", "work.yaml": "stays" };
const changes = [file("zh.md", "新", "旧"), file("en.md", "new", "old"), file("ledger.json", "{}", null)];
const fresh = { "zh.md": "新", "en.md": "new", "work.yaml": "stays", "ledger.json": "{}" };
const inLatin = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text).toString("latin1")]));
const sorted = (files: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(files).sort());
let folders = 0;
const folderOf = (files: Readonly<Record<string, string>>) => write(`folder-${++folders}`, files);

/** A disk that stops for good before its n-th operation, as when the plug is pulled: nothing after it happens either. */
function failingAt(step: number, code?: string): { on: Disk; steps: () => number } {
  let count = 0;
  const guard =
    <A extends readonly unknown[], R>(operation: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      count++;
      // With a code only that one operation fails, as on a full disk; without, the machine is off.
      if (code === undefined ? count >= step : count === step) throw Object.assign(new Error("no disk"), { code });
      return operation(...args);
    };
  const on: Disk = {
    write: guard(disk.write),
    read: guard(disk.read),
    rename: guard(disk.rename),
    link: guard(disk.link),
    remove: guard(disk.remove),
    list: guard(disk.list),
    sync: guard(disk.sync),
    makeFolder: guard(disk.makeFolder),
    removeFolder: guard(disk.removeFolder),
  };
  return { on, steps: () => count };
}

/** Takes over the lock of a process that is gone: this one, as far as the test goes. */
function forgetLock(folder: string): void {
  const lock = path.join(folder, lockName);
  if (existsSync(lock)) writeFileSync(lock, JSON.stringify({ pid: 2 ** 30, host: "", at: 0, token: "" }));
  for (const name of readdirSync(folder))
    if (name.startsWith(`${lockName}.`)) writeFileSync(path.join(folder, name), "");
}

describe("the lock", () => {
  const theirs = JSON.stringify({ pid: 1, host: "another", at: Date.now() + 3_600_000, token: "theirs" });

  it("is left alone when it is another's by now", async () => {
    const folder = folderOf(old);
    await withLock(folder, async () => writeFileSync(path.join(folder, lockName), theirs));
    expect(readFileSync(path.join(folder, lockName), "utf8")).toBe(theirs);
  });

  it("is had by one whose waiting file was swept away", async () => {
    const folder = folderOf(old);
    let isSwept = false;
    const sweeping: Disk = {
      ...disk,
      link: async (from, to) => {
        if (!isSwept) await disk.remove(from);
        isSwept = true;
        await disk.link(from, to);
      },
    };
    expect(await withLock(folder, async () => readdirSync(folder).includes(lockName), sweeping)).toBe(true);
    expect(isSwept && readdirSync(folder).some((name) => name.startsWith(lockName))).toBe(false);
  });
});

it("replaces some files, adds others and leaves the rest, with nothing beside them", async () => {
  const folder = folderOf(old);
  await save(folder, changes);
  expect(filesOf(folder)).toEqual(inLatin(fresh));
});

it("leaves the folder all old or all new when the plug is pulled before any step", async () => {
  const counted = failingAt(Infinity);
  await save(folderOf(old), changes, counted.on);
  expect(counted.steps()).toBeGreaterThan(20);
  const outcomes = new Set<string>();
  for (let step = 1; step <= counted.steps(); step++) {
    const folder = folderOf(old);
    await expect(save(folder, changes, failingAt(step).on)).rejects.toThrow("no disk");
    forgetLock(folder);
    await settle(folder);
    outcomes.add(sorted(filesOf(folder)));
  }
  expect([...outcomes].sort()).toEqual([sorted(inLatin(old)), sorted(inLatin(fresh))].sort());
});

it("also when the plug is pulled again while it recovers", async () => {
  const counted = failingAt(Infinity);
  await save(folderOf(old), changes, counted.on);
  for (let step = 1; step <= counted.steps(); step++) {
    for (let again = 1; again <= 12; again += 3) {
      const folder = folderOf(old);
      await save(folder, changes, failingAt(step).on).catch(() => undefined);
      forgetLock(folder);
      await settle(folder, failingAt(again).on).catch(() => undefined);
      forgetLock(folder);
      await settle(folder);
      expect([sorted(inLatin(old)), sorted(inLatin(fresh))]).toContain(sorted(filesOf(folder)));
    }
  }
});

it.each(["ENOSPC", "EIO"])("is all old or all new after a %s at any step, and says so", async (code) => {
  const counted = failingAt(Infinity);
  await save(folderOf(old), changes, counted.on);
  for (let step = 1; step <= counted.steps(); step++) {
    const folder = folderOf(old);
    await save(folder, changes, failingAt(step, code).on).catch(() => undefined);
    forgetLock(folder);
    await settle(folder);
    expect([sorted(inLatin(old)), sorted(inLatin(fresh))]).toContain(sorted(filesOf(folder)));
  }
});

it("refuses when a file changed since it was read, and keeps both", async () => {
  const folder = folderOf({ ...old, "en.md": "theirs" });
  await expect(save(folder, changes)).rejects.toThrow(ChangedMeanwhile);
  expect(filesOf(folder)).toEqual(inLatin({ ...old, "en.md": "theirs", "zh.md.yours": "新", "en.md.yours": "new" }));
  await expect(save(folder, changes)).rejects.toThrow("en.md.2.yours");
});

it("rolls back when a new file is not whole", async () => {
  const hash = "0".repeat(64);
  const journal = {
    version: 1,
    files: [{ name: "en.md", temporary: ".en.md.0123456789ab.tmp", before: hash, after: hash }],
  };
  const folder = folderOf({ ...old, [journalName]: JSON.stringify(journal), ".en.md.0123456789ab.tmp": "ne" });
  await settle(folder);
  expect(filesOf(folder)).toEqual(inLatin(old));
});

it("sweeps up what a killed save left, and no file of anybody else's", async () => {
  const folder = folderOf({ ...old, ".en.md.0123456789ab.tmp": "half", ".note.tmp": "mine", ".en.md.swp": "vim" });
  await settle(folder);
  expect(filesOf(folder)).toEqual(inLatin({ ...old, ".note.tmp": "mine", ".en.md.swp": "vim" }));
});

it("lets one of many savers win, and refuses the others without losing an edit", async () => {
  const folder = folderOf(old);
  const savers = Array.from({ length: 8 }, (_, index) => save(folder, [file("en.md", `edit ${index}`, "old")]));
  const outcomes = await Promise.allSettled(savers);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const texts = Object.values(filesOf(folder)).filter((text) => text.startsWith("edit"));
  expect(texts.sort()).toEqual(Array.from({ length: 8 }, (_, index) => `edit ${index}`));
});

it("survives a SIGKILL at any moment", async () => {
  const program = path.join(__dirname, "fixtures/save-for-ever.mjs");
  for (let round = 0; round < 3; round++) {
    const folder = folderOf({ "zh.md": "0", "en.md": "0" });
    const child = spawn(process.execPath, [program, folder], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
    await new Promise((resolve) => setTimeout(resolve, 30 + round * 37));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    await settle(folder);
    const after = filesOf(folder);
    expect(Object.keys(after)).toEqual(["en.md", "zh.md"]);
    expect(after["zh.md"]).toBe(after["en.md"]);
    expect(Number(after["zh.md"])).toBeGreaterThan(0);
  }
});

it("does nothing in a folder that is not there", async () =>
  expect(await settle(path.join(root, "absent"))).toBeUndefined());
