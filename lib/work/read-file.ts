import { lstat, readFile } from "node:fs/promises";
import path from "node:path";
import type { Problem } from "@/lib/problem/problem";
import { decodeText, type DecodedText } from "@/lib/text/decode";

/**
 * Reads one file of a work as text. Symbolic links are not followed: a work is its folder and nothing outside it.
 *
 * @param shownAs - the folder's name as problems show it
 * @returns `decoded` is null when there is no such plain file, or when it is not text
 */
export async function readText(
  folder: string,
  name: string,
  shownAs: string,
): Promise<{ decoded: DecodedText | null; missing: boolean; problems: Problem[] }> {
  const file = path.join(folder, name);
  const isPlainFile = await lstat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (!isPlainFile) return { decoded: null, missing: true, problems: [] };
  const shownName = `${shownAs}/${name}`;
  try {
    return { missing: false, ...decodeText(await readFile(file), shownName) };
  } catch (cause) {
    return { decoded: null, missing: false, problems: [unreadable(shownName, cause)] };
  }
}

/** A file that is there and cannot be read: it belongs to another user, say, or the disk fails. */
function unreadable(file: string, cause: unknown): Problem {
  return {
    code: "file-missing",
    severity: "error",
    what: `The file is there, and cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
    where: { file, line: 1 },
    fix: "Let the user who runs the program read it (chmod a+r), or restore it.",
  };
}

/** The problem of a file that should be there. */
export function fileMissing(file: string, severity: Problem["severity"], fix: string): Problem {
  return {
    code: "file-missing",
    severity,
    what: "There is no such file; a symbolic link does not count.",
    where: { file, line: 1 },
    fix,
  };
}
