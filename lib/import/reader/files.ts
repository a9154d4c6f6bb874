import { lstat, open, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { LoadPicture } from "../draft";
import { ImportRefused } from "../imported-text";
import { mostFileBytes, mostPictureBytes } from "../limits";

/**
 * Reads a file that a person named, a plain file of bearable size: devices and pipes have no end.
 *
 * @returns its bytes, and the day on which it was last written, in UTC
 * @throws {ImportRefused} where there is none, or it cannot be read
 */
export async function readNamedFile(file: string): Promise<{ bytes: Uint8Array; day: string }> {
  try {
    const handle = await open(file, "r");
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) throw new ImportRefused(file, null, "This is a folder.", "Name the file of a text.");
      if (!stats.isFile())
        throw new ImportRefused(file, null, "This is no plain file.", "Save what it brings to a file, and name that.");
      if (stats.size > mostFileBytes) {
        const megabytes = Math.ceil(stats.size / 1024 / 1024);
        throw new ImportRefused(
          file,
          null,
          `This file has ${megabytes} MB, and 50 MB is the most.`,
          "Divide it into parts.",
        );
      }
      return { bytes: await handle.readFile(), day: stats.mtime.toISOString().slice(0, 10) };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof ImportRefused) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new ImportRefused(file, null, "There is no such file.", "Mend its name.");
    if (code === "EACCES" || code === "EPERM")
      throw new ImportRefused(file, null, "You are not allowed to read this file.", `Allow it: chmod u+r ${file}`);
    throw new ImportRefused(
      file,
      null,
      `This file cannot be read (${code ?? String(cause)}).`,
      "Copy it elsewhere, and try that.",
    );
  }
}

/** Fetches pictures that a text names, from beside it and from folders below: never from elsewhere, nor through a link that leads there. */
export function picturesBeside(file: string): LoadPicture {
  return async (named) => {
    if (/^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(named)) return null;
    try {
      const home = await realpath(path.dirname(path.resolve(file)));
      const wanted = await realpath(path.resolve(home, decodeURIComponent(named.replace(/[?#].*$/s, ""))));
      if (!wanted.startsWith(home + path.sep)) return null;
      const stats = await stat(wanted);
      return stats.isFile() && stats.size <= mostPictureBytes ? await readFile(wanted) : null;
    } catch {
      // Not there, or not ours to read: the reader says that the picture is missing.
      return null;
    }
  };
}

/** The bytes of a picture that a work has already; null where there is none. */
export async function pictureOf(images: string, name: string): Promise<Uint8Array | null> {
  const file = path.join(images, name);
  const stats = await lstat(file).catch(() => null);
  return stats === null ? null : stats.isFile() ? await readFile(file) : new Uint8Array();
}
