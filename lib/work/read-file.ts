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
  const bytes = await readFile(file);
  return { missing: false, ...decodeText(bytes, `${shownAs}/${name}`) };
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
