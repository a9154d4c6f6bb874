import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createWork, NameTaken, type NewFile, sweepUnfinished } from "@/lib/work/create-work";
import { type Disk, disk } from "@/lib/work/disk";
import { listSlugs, loadLibrary } from "@/lib/work/library";
import { lockName } from "@/lib/work/lock";
import { filesOf, soundWork, temporaryContent } from "./temporary-works";

const { root: base, write } = temporaryContent();
const files: NewFile[] = Object.entries({ ...soundWork, "images/a.png": new Uint8Array([1, 2]) }).map(
  ([name, content]) => ({
    name,
    bytes: async () =>
      typeof content === "string" ? new TextEncoder().encode(content) : (content ?? new Uint8Array()),
  }),
);
let roots = 0;
/** A content folder with one work in it already. */
const freshRoot = () => {
  const root = path.join(base, `root-${++roots}`);
  write(`root-${roots}/other`, soundWork);
  return root;
};
const yes = async () => true;

/** A disk that fails at its n-th operation, and ever after where the plug is pulled. */
function failingAt(step: number, isOff: boolean): { on: Disk; steps: () => number } {
  let count = 0;
  const guard =
    <A extends readonly unknown[], R>(operation: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      count++;
      if (isOff ? count >= step : count === step) throw Object.assign(new Error("no disk"), { code: "ENOSPC" });
      return operation(...args);
    };
  const on = Object.fromEntries(
    Object.entries(disk).map(([name, operation]) => [name, guard(operation as () => Promise<unknown>)]),
  ) as unknown as Disk;
  return { on, steps: () => count };
}

/** As if the process that made the hidden folders were gone. */
function forgetMaker(root: string): void {
  for (const name of readdirSync(root).filter((each) => each.startsWith("."))) {
    const folder = path.join(root, name);
    if (readdirSync(folder).includes(lockName))
      writeFileSync(path.join(folder, lockName), JSON.stringify({ pid: 2 ** 30, host: "", at: 0, token: "" }));
    utimesSync(folder, new Date(0), new Date(0));
  }
}

describe("a new work", () => {
  it("is its files and nothing else", async () => {
    const root = freshRoot();
    expect(await createWork(root, "new", files, yes)).toBe(true);
    expect(readdirSync(root).sort()).toEqual(["new", "other"]);
    expect(Object.keys(filesOf(path.join(root, "new"))).sort()).toEqual(files.map(({ name }) => name).sort());
    expect((await loadLibrary(root)).works.map(({ slug }) => slug)).toEqual(["new", "other"]);
  });

  it("is not made over anything", async () => {
    const root = freshRoot();
    const before = filesOf(root);
    await expect(createWork(root, "other", files, yes)).rejects.toThrow(NameTaken);
    writeFileSync(path.join(root, "file"), "");
    await expect(createWork(root, "file", files, yes)).rejects.toThrow(NameTaken);
    expect(filesOf(root)).toEqual({ ...before, file: "" });
  });

  it("is not made over what came into being meanwhile", async () => {
    const root = freshRoot();
    const late = async () => {
      mkdirSync(path.join(root, "new"));
      writeFileSync(path.join(root, "new/theirs"), "");
      return true;
    };
    await expect(createWork(root, "new", files, late)).rejects.toThrow(NameTaken);
    expect(readdirSync(root).sort()).toEqual(["new", "other"]);
    expect(readdirSync(path.join(root, "new"))).toEqual(["theirs"]);
  });

  it("leaves nothing when it does not pass the check", async () => {
    const root = freshRoot();
    const before = filesOf(root);
    expect(await createWork(root, "new", files, async () => false)).toBe(false);
    expect(filesOf(root)).toEqual(before);
  });

  it("leaves nothing at whichever step the disk fails", async () => {
    const counted = failingAt(Infinity, false);
    await createWork(freshRoot(), "new", files, yes, counted.on);
    expect(counted.steps()).toBeGreaterThan(10);
    for (let step = 1; step < counted.steps(); step++) {
      const root = freshRoot();
      const before = filesOf(root);
      await expect(createWork(root, "new", files, yes, failingAt(step, false).on)).rejects.toThrow("no disk");
      expect(filesOf(root)).toEqual(before);
      expect(readdirSync(root)).toEqual(["other"]);
    }
  });

  it("is there whole or not at all at whichever step the plug is pulled, and what is left is swept away", async () => {
    const counted = failingAt(Infinity, true);
    await createWork(freshRoot(), "new", files, yes, counted.on);
    for (let step = 1; step <= counted.steps(); step++) {
      const root = freshRoot();
      await expect(createWork(root, "new", files, yes, failingAt(step, true).on)).rejects.toThrow("no disk");
      const slugs = await listSlugs(root);
      const left = readdirSync(root).filter((name) => name.startsWith("."));
      // A folder of a running process is left alone.
      expect(await sweepUnfinished(root)).toEqual([]);
      if (slugs?.includes("new")) expect(left).toEqual([]);
      forgetMaker(root);
      // Reading the library sweeps, too.
      const { works, problems } = await loadLibrary(root);
      expect(problems).toEqual([]);
      expect(works.map(({ slug }) => slug)).toEqual(slugs?.sort());
      expect(readdirSync(root).sort()).toEqual(slugs?.sort());
    }
  });

  it("leaves hidden folders that are no unfinished work", async () => {
    const root = freshRoot();
    for (const name of [".git", ".new.tmp", ".new.0123456789ab.tmp.d"]) mkdirSync(path.join(root, name));
    writeFileSync(path.join(root, ".a.0123456789ab.tmp"), "");
    for (const name of [".git", ".new.tmp", ".new.0123456789ab.tmp.d"])
      utimesSync(path.join(root, name), new Date(0), new Date(0));
    expect(await sweepUnfinished(root)).toEqual([]);
  });
});
