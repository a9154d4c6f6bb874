import { randomBytes } from "node:crypto";
import path from "node:path";
import { type Disk, disk, isErrno, readIfThere } from "./disk";
import { hashBytes, isTemporary, type Journal, journalName, keepBeside, recover } from "./journal";
import { isLocked, lockName, withLock } from "./lock";

/** A file to save: its name in the folder, its bytes, and the bytes it had when it was read (null: no file). */
export type FileToSave = { readonly name: string; readonly bytes: Uint8Array; readonly read: Uint8Array | null };

/**
 * Another program changed a file between reading and saving. Nothing was saved; what would have been written stands beside
 * it as `*.yours`.
 */
export class ChangedMeanwhile extends Error {
  constructor(
    readonly files: readonly string[],
    readonly kept: readonly string[],
  ) {
    super(
      `${files.join(" and ")} changed while it was being worked on, so nothing was saved; ` +
        `what would have been written is in ${kept.join(", ")}`,
    );
  }
}

/**
 * Saves files of one folder together: afterwards all are new, or all are as they were, whatever happens to the program or
 * the machine in between. Under a lock: new files to temporary names and to the disk, then a journal, then the names,
 * then the journal away. `settle` completes or undoes what was interrupted.
 *
 * @throws {ChangedMeanwhile} when a file is not as it was read
 * @throws {Error} when the disk fails or is full, or another program holds the folder; nothing has changed then
 */
export async function save(folder: string, files: readonly FileToSave[], on: Disk = disk): Promise<void> {
  if (files.length === 0) return;
  await withLock(
    folder,
    async () => {
      await recover(folder, on);
      await refuseChanged(folder, files, on);
      await write(folder, files, on);
    },
    on,
  );
}

/** Completes or undoes an interrupted save, and waits for one that another program is at. Reading starts with it. */
export async function settle(folder: string, on: Disk = disk): Promise<void> {
  const names = await on.list(folder).catch((): string[] => []);
  if (!names.some((name) => name === journalName || name === lockName || isTemporary(name))) return;
  // Without a journal no name has changed, so a running save does not disturb a reader.
  if (!names.includes(journalName) && (await isLocked(folder, on))) return;
  try {
    await withLock(folder, () => recover(folder, on), on);
  } catch (cause) {
    // Leftovers without a journal harm no reader, and a reader may not be allowed to sweep them away.
    if (names.includes(journalName) || !isErrno(cause, "EACCES", "EPERM", "EROFS")) throw cause;
  }
}

async function write(folder: string, files: readonly FileToSave[], on: Disk): Promise<void> {
  const at = (name: string) => path.join(folder, name);
  const suffix = randomBytes(6).toString("hex");
  const written = files.map((file) => ({ ...file, temporary: `.${file.name}.${suffix}.tmp` }));
  const journal: Journal = {
    version: 1,
    files: written.map(({ name, temporary, bytes, read }) => ({
      name,
      temporary,
      before: hashBytes(read),
      after: hashBytes(bytes) ?? "",
    })),
  };
  const draft = at(`${journalName}.${suffix}.tmp`);
  try {
    for (const { temporary, bytes } of written) await on.write(at(temporary), bytes);
    await on.write(draft, new TextEncoder().encode(JSON.stringify(journal)));
    await on.sync(folder);
    await on.rename(draft, at(journalName));
  } catch (cause) {
    // Settled, so that a file that cannot be removed hides neither the cause nor the others.
    await Promise.allSettled([draft, ...written.map(({ temporary }) => at(temporary))].map((file) => on.remove(file)));
    throw cause;
  }
  await on.sync(folder);
  for (const { name, temporary } of written) await on.rename(at(temporary), at(name));
  await on.sync(folder);
  await on.remove(at(journalName));
  await on.sync(folder);
}

async function refuseChanged(folder: string, files: readonly FileToSave[], on: Disk): Promise<void> {
  const changed: FileToSave[] = [];
  for (const file of files) {
    const now = await readIfThere(path.join(folder, file.name), on);
    if (hashBytes(now) !== hashBytes(file.read)) changed.push(file);
  }
  if (changed.length === 0) return;
  const kept: string[] = [];
  for (const { name, bytes } of files) {
    if (name === "ledger.json") continue;
    kept.push(await keepBeside(folder, name, bytes, on));
  }
  throw new ChangedMeanwhile(
    changed.map(({ name }) => name),
    kept,
  );
}
