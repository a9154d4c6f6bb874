import { createHash } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { type Disk, disk, readIfThere } from "./disk";
import { isStale, lockName } from "./lock";

/** The journal of a save that has begun to change names. */
export const journalName = ".duidu.pending";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const form = z.strictObject({
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      name: z.string().regex(/^[^/\\]+$/),
      temporary: z.string().regex(/^[^/\\]+$/),
      /** SHA-256 before (null where there was no file) and after. */
      before: hash.nullable(),
      after: hash,
    }),
  ),
});

export type Journal = z.infer<typeof form>;

/** SHA-256 of a file's bytes; null where there is no file. */
export function hashBytes(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : createHash("sha256").update(bytes).digest("hex");
}

/** A temporary file of a save, whole or not. */
export function isTemporary(name: string): boolean {
  return /^\..+\.[0-9a-f]{12}\.tmp$/.test(name);
}

/**
 * Completes or undoes a save that was interrupted. Call it under the lock.
 * With every new file whole on the disk it rolls forward; else it rolls back, which is possible as long as no name
 * has changed. Temporary files that no journal mentions go.
 *
 * @throws {Error} when files are half changed and the rest is lost: that takes a disk that lost what it had confirmed
 */
export async function recover(folder: string, on: Disk = disk): Promise<"nothing" | "forward" | "back"> {
  const at = (name: string) => path.join(folder, name);
  const names = await on.list(folder);
  let outcome: "nothing" | "forward" | "back" = "nothing";
  if (names.includes(journalName)) {
    const journal = readJournal(await on.read(at(journalName)));
    const states = await Promise.all(
      journal.files.map(async (file) => {
        const [bytes, waiting] = [await readIfThere(at(file.name), on), await readIfThere(at(file.temporary), on)];
        const now = hashBytes(bytes);
        // Somebody may have edited the file since: after its name was changed the edit stands, before that it is kept.
        const isEdited = now !== file.before && now !== file.after;
        const isDone = now === file.after || (isEdited && waiting === null);
        return {
          ...file,
          isDone,
          isWhole: hashBytes(waiting) === file.after,
          edit: isEdited && !isDone ? bytes : null,
        };
      }),
    );
    if (states.every(({ isDone, isWhole }) => isDone || isWhole)) {
      for (const { name, edit } of states) if (edit) await keepBeside(folder, name, edit, on);
      for (const { name, temporary, isDone } of states) if (!isDone) await on.rename(at(temporary), at(name));
      outcome = "forward";
    } else {
      const changed = states.filter(({ isDone, before, after }) => isDone && before !== after);
      if (changed.length > 0) {
        const lost = states.flatMap(({ name, isDone, isWhole }) => (isDone || isWhole ? [] : name));
        throw new Error(
          `a save in ${folder} was interrupted, and the disk lost the new ${lost.join(", ")}: restore the folder from Git, ` +
            `then delete ${journalName}`,
        );
      }
      outcome = "back";
    }
    await on.sync(folder);
    await on.remove(at(journalName));
  }
  const stray: string[] = [];
  for (const name of (await on.list(folder)).filter(isTemporary)) {
    const waits = name.startsWith(lockName) && !isStale((await readIfThere(at(name), on)) ?? new Uint8Array());
    if (!waits) stray.push(name);
  }
  for (const name of stray) await on.remove(at(name));
  if (outcome !== "nothing" || stray.length > 0) await on.sync(folder);
  return outcome;
}

/** Keeps bytes that a file cannot have, beside it as `*.yours`. @returns the name they have there */
export async function keepBeside(folder: string, name: string, bytes: Uint8Array, on: Disk): Promise<string> {
  let yours = `${name}.yours`;
  for (let count = 2; (await readIfThere(path.join(folder, yours), on)) !== null; count++)
    yours = `${name}.${count}.yours`;
  await on.write(path.join(folder, yours), bytes);
  return yours;
}

function readJournal(bytes: Uint8Array): Journal {
  // It was written under another name and renamed when whole, so it is whole.
  return form.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
