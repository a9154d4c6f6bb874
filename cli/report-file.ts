import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { isReportPage } from "@/lib/import/report-page";
import { isErrno } from "@/lib/work/disk";

/**
 * Looks, before anything is done, whether a report may be written to a file: over nothing but an older report.
 *
 * @throws {Error} where something else is there, or no folder to write to
 */
export async function checkReportFile(file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file));
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new Error(`there is no folder ${folder} for the report`);
  try {
    if (isReportPage(await readFile(file, "utf8"))) return;
  } catch (cause) {
    if (isErrno(cause, "ENOENT")) return;
  }
  throw new Error(`${file} is there already, and is no report of an import: name another file for --report`);
}
