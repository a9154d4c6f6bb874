import { link, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";

/**
 * The operations a save makes on the disk, one by one. The program uses `disk`; tests pass one that stops at a chosen
 * step, as a machine does whose plug is pulled.
 */
export type Disk = {
  /** Writes a new file and waits until it is on the disk; fails where there is one. */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly read: (file: string) => Promise<Uint8Array>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Gives a file a second name; fails where that name is taken. */
  readonly link: (from: string, to: string) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  readonly list: (folder: string) => Promise<string[]>;
  /** Makes names in a folder survive a power cut. */
  readonly sync: (folder: string) => Promise<void>;
  /** Makes a new folder; fails where there is one. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Removes a folder with all that is in it, where there is one. */
  readonly removeFolder: (folder: string) => Promise<void>;
};

export const disk: Disk = {
  async write(file, bytes) {
    const handle = await open(file, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  read: (file) => readFile(file),
  rename: (from, to) => rename(from, to),
  link: (from, to) => link(from, to),
  remove: (file) => rm(file, { force: true }),
  list: (folder) => readdir(folder),
  async sync(folder) {
    // Windows cannot open folders, and needs no sync for them.
    if (process.platform === "win32") return;
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  async makeFolder(folder) {
    await mkdir(folder);
  },
  removeFolder: (folder) => rm(folder, { recursive: true, force: true }),
};

/** The bytes of a plain file; null where there is none. */
export async function readIfThere(file: string, on: Disk = disk): Promise<Uint8Array | null> {
  try {
    return await on.read(file);
  } catch (cause) {
    if (isErrno(cause, "ENOENT")) return null;
    throw cause;
  }
}

/** Whether a failure of the disk has this code. */
export function isErrno(cause: unknown, ...codes: readonly string[]): boolean {
  return (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    typeof cause.code === "string" &&
    codes.includes(cause.code)
  );
}
