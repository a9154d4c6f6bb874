import { randomBytes } from "node:crypto";
import { lstat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { type Disk, disk, isErrno, readIfThere } from "./disk";
import { isStale, lockName } from "./lock";

/** A file of a new work: its name below the folder, `images/harbour.png`, and its bytes, fetched when it is written. */
export type NewFile = { readonly name: string; readonly bytes: () => Promise<Uint8Array> };

/** There is a work, or something else, under that name already. */
export class NameTaken extends Error {
  constructor(readonly slug: string) {
    super(`there is already something called ${slug}, so nothing was changed`);
    this.name = "NameTaken";
  }
}

/** A folder that a program makes a work in has its name last of all, so that a work is there whole or not at all. */
const unfinished = /^\.[a-z0-9-]+\.[0-9a-f]{12}\.tmp$/;
/** A folder without lock is between two steps of a running program, which take no time, or left behind. */
const believedMs = 60_000;

/**
 * Makes the folder of a new work. Everything is written under a hidden name beside it and to the disk, then the folder
 * takes its own name. Whatever happens in between, nothing is left but that hidden folder, which no reader takes for a
 * work and `sweepUnfinished` removes.
 *
 * @param root - the content folder
 * @param check - looks at the hidden folder before it takes its name; false leaves nothing
 * @returns whether it was made
 * @throws {NameTaken} when there is something under that name
 * @throws {Error} when the disk fails or is full; nothing has changed then
 */
export async function createWork(
  root: string,
  slug: string,
  files: readonly NewFile[],
  check: (folder: string) => Promise<boolean>,
  on: Disk = disk,
): Promise<boolean> {
  const folder = path.join(root, slug);
  const hidden = path.join(root, `.${slug}.${randomBytes(6).toString("hex")}.tmp`);
  await refuseTaken(folder, slug);
  await on.makeFolder(hidden);
  try {
    await on.write(path.join(hidden, lockName), lockOfThis());
    const inner = new Set<string>();
    for (const { name, bytes } of files) {
      const within = path.dirname(name);
      if (within !== "." && !inner.has(within)) {
        await on.makeFolder(path.join(hidden, within));
        inner.add(within);
      }
      await on.write(path.join(hidden, name), await bytes());
    }
    for (const within of inner) await on.sync(path.join(hidden, within));
    await on.sync(hidden);
    if (!(await check(hidden))) {
      await on.removeFolder(hidden);
      return false;
    }
    // Without it the work is exactly its files from its first moment.
    await on.remove(path.join(hidden, lockName));
    await refuseTaken(folder, slug);
    await takeName(hidden, folder, slug, on);
  } catch (cause) {
    await on.removeFolder(hidden).catch(() => undefined);
    throw cause;
  }
  await on.sync(root);
  return true;
}

/** Removes folders in which a work was being made by a program that is gone. @returns their names */
export async function sweepUnfinished(root: string, on: Disk = disk): Promise<string[]> {
  const swept: string[] = [];
  for (const name of await on.list(root)) {
    if (!unfinished.test(name)) continue;
    const folder = path.join(root, name);
    const stats = await lstat(folder).catch(() => null);
    if (!stats?.isDirectory()) continue;
    const lock = await readIfThere(path.join(folder, lockName), on);
    if (lock ? !isStale(lock) : Date.now() - stats.mtimeMs < believedMs) continue;
    await on.removeFolder(folder);
    swept.push(name);
  }
  return swept;
}

/** Fails over a folder that came into being meanwhile and holds anything. */
async function takeName(hidden: string, folder: string, slug: string, on: Disk): Promise<void> {
  try {
    await on.rename(hidden, folder);
  } catch (cause) {
    throw isErrno(cause, "ENOTEMPTY", "EEXIST", "ENOTDIR") ? new NameTaken(slug) : cause;
  }
}

async function refuseTaken(folder: string, slug: string): Promise<void> {
  const isTaken = await lstat(folder).then(
    () => true,
    () => false,
  );
  if (isTaken) throw new NameTaken(slug);
}

/** Says which process makes the work, as locks do. */
function lockOfThis(): Uint8Array {
  const holder = { pid: process.pid, host: hostname(), at: Date.now(), token: randomBytes(6).toString("hex") };
  return new TextEncoder().encode(JSON.stringify(holder));
}
