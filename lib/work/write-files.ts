import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";

/** A file to write: its name in the folder and its bytes. */
export type FileToWrite = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Writes files of one folder so that each is either old or new, never half, whatever happens to the machine.
 * All bytes are on disk before the first file changes its name; then the names change in the order given.
 *
 * @throws {Error} when the disk fails or is full; no file has changed then, unless it failed between two renames
 */
export async function writeFiles(folder: string, files: readonly FileToWrite[]): Promise<void> {
  const suffix = randomBytes(6).toString("hex");
  const written = files.map(({ name, bytes }) => ({
    bytes,
    target: path.join(folder, name),
    temporary: path.join(folder, `.${name}.${suffix}.tmp`),
  }));
  try {
    for (const { temporary, bytes } of written) await writeThrough(temporary, bytes);
    for (const { temporary, target } of written) await rename(temporary, target);
  } catch (cause) {
    // Settled, so that a file that cannot be removed hides neither the cause nor the others.
    await Promise.allSettled(written.map(({ temporary }) => rm(temporary, { force: true })));
    throw cause;
  }
  await syncFolder(folder);
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the renames themselves survive a power cut. Windows cannot open folders, and needs no sync for them. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
