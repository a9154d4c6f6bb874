import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { checkHistory, readHistory } from "@/lib/ledger/history";
import { formatProblem, isError } from "@/lib/problem/problem";
import { loadLibrary, showRoot } from "@/lib/work/library";
import { listShelved } from "@/lib/work/shelved";
import { count, readTarget } from "./arguments";
import type { Command } from "./main";
import { mend } from "./mint";

/** `duidu check`: prints every problem of the works, then a line that sums up. */
export const check: Command = {
  usage: "check [--fix] [--content DIR] [work…]",
  summary: [
    "Reads the works and prints what is wrong, with the line and the way to mend it; and proves that every id that",
    "was ever committed still leads somewhere. --fix first mends marks that were lost, repeated or retired.",
  ].join("\n      "),
  async run(args) {
    const { fix, rest } = takeFix(args);
    const { root, slugs, isWhole } = await readTarget(rest);
    const mended = fix ? await mend(root, slugs, true) : true;
    const { works, damaged, problems } = await loadLibrary(root, slugs);
    const history = await readHistory(root);
    const asked = (slug: string) => isWhole || slugs.includes(slug);
    const shelved = await listShelved(root);
    const forgotten = checkHistory(history, shelved, await readWithdrawn(root), showRoot(root)).filter(({ where }) =>
      asked(where.file.slice(showRoot(root).length + 1).split("/")[0] ?? ""),
    );
    const all = [...problems, ...forgotten];
    for (const problem of all) console.log(`${formatProblem(problem)}\n`);
    const passages = works.reduce((sum, work) => sum + work.passages.length, 0);
    const errors = all.filter(isError).length;
    if (history.note) console.log(history.note);
    console.log(
      `${count(works.length + damaged.length, "work")}, ${count(passages, "passage")}: ` +
        `${count(errors, "error")}, ${count(all.length - errors, "warning")}` +
        (damaged.length > 0 ? `; not served: ${damaged.map(({ slug }) => slug).join(", ")}` : ""),
    );
    return errors > 0 || !mended ? 1 : 0;
  },
};

function takeFix(args: readonly string[]): { fix: boolean; rest: string[] } {
  const { values } = parseArgs({
    args: [...args],
    options: { fix: { type: "boolean" }, content: { type: "string" } },
    allowPositionals: true,
  });
  return { fix: values.fix === true, rest: args.filter((argument) => argument !== "--fix") };
}

/** Slugs of works that were taken down on purpose, a line each, in `withdrawn.txt` of the content folder. */
async function readWithdrawn(root: string): Promise<Set<string>> {
  const text = await readFile(path.join(root, "withdrawn.txt"), "utf8").catch(() => "");
  return new Set(text.split(/\s+/).filter((slug) => slug !== ""));
}
