import { lstat, readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { isOwnPicture } from "@/lib/passage/safe-url";
import { contentRoot, findWork } from "./library";

const types: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
};

/**
 * Reads a picture of a work.
 *
 * @param name - as the text names it, `images/harbour.png`
 * @returns its bytes and media type; `null` when there is none, or when it lies outside the work's folder
 */
export async function readPicture(slug: string, name: string): Promise<{ bytes: Buffer; type: string } | null> {
  const type = types[path.extname(name).slice(1)];
  if (!type || !isOwnPicture(name) || !(await findWork(slug))) return null;
  const folder = path.join(contentRoot(), slug);
  const file = path.join(folder, name);
  try {
    const isInside = (await realpath(file)).startsWith((await realpath(folder)) + path.sep);
    if (!isInside || !(await lstat(file)).isFile()) return null;
    return { bytes: await readFile(file), type };
  } catch {
    return null;
  }
}
