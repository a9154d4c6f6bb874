import { type Files, soundWork } from "@/__tests__/lib/work/temporary-works";
import { runChecks } from "@/lib/check/checks";
import { readContext } from "@/lib/check/read-context";
import type { PassageId } from "@/lib/passage/passage-id";
import type { Problem } from "@/lib/problem/problem";
import { loadWork } from "@/lib/work/load-work";
import path from "node:path";

const ids = ["bbbbb", "ccccc", "ddddd", "eeeee", "fffff", "ggggg", "hhhhh", "jjjjj", "kkkkk", "mmmmm", "nnnnn", "ppppp", "qqqqq", "rrrrr", "sssss", "ttttt"]; // prettier-ignore

/** Paragraphs in both languages, a mark at the end of each. */
export function texts(...rows: readonly (readonly [chinese: string, english: string])[]): Files {
  const write = (side: 0 | 1) => rows.map((row, index) => `${row[side]} ^${ids[index]}\n`).join("\n");
  return { "zh-Hans.md": write(0), "en.md": write(1), "ledger.json": null };
}

/** A work with these files laid over the sound one, as it is written in a folder. */
export function workOf(files: Files, more = ""): Files {
  return { ...soundWork, "glossary.yaml": null, ...files, "work.yaml": `${String(soundWork["work.yaml"])}${more}` };
}

/** What the checks find in a work that is on disk. */
export async function problemsOf(folder: string, confidence?: number): Promise<Problem[]> {
  const { work } = await loadWork(folder, "content/work");
  const context = work && (await readContext(path.dirname(folder), work, "content/work"));
  if (!context) throw new Error("the work was not read");
  const sure = confidence === undefined ? [] : context.passages.map(({ id }): [PassageId, number] => [id, confidence]);
  const given = { ...context, confidence: new Map(sure) };
  return runChecks(given);
}
