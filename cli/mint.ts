import path from "node:path";
import { formatProblem, isError } from "@/lib/problem/problem";
import { mendWork } from "@/lib/revise/mend-work";
import { loadMetadata } from "@/lib/work/load-work";
import { showRoot } from "@/lib/work/library";
import { count, readTarget, today } from "./arguments";
import type { Command } from "./main";
import { formatReport } from "./print-report";

/** `duidu mint`: gives ids to passages that wait for one, and lost marks back. */
export const mint: Command = {
  usage: "mint [--content DIR] [work…]",
  summary: [
    "Gives an id to every passage that waits for one (^new, or a text without marks), finds passages again whose marks",
    "were lost, and enters everything into the ledger.",
  ].join("\n      "),
  async run(args) {
    const { root, slugs } = await readTarget(args);
    return (await mend(root, slugs, false)) ? 0 : 1;
  },
};

/** Mends works and prints what was done; false when one was left as it was. */
export async function mend(
  root: string,
  slugs: readonly string[],
  thorough: boolean,
  say: (line: string) => void = console.log,
): Promise<boolean> {
  let isWell = true;
  for (const slug of slugs) {
    const [folder, shownAs] = [path.join(root, slug), `${showRoot(root)}/${slug}`];
    const { marks, entered, report, files, problems } = await mendWork(folder, shownAs, slug, {
      today: today(),
      thorough,
    });
    // Checking prints the problems itself.
    if (!thorough) for (const problem of problems) say(`${formatProblem(problem)}\n`);
    if (report) {
      const metadata = await loadMetadata(folder, shownAs, []);
      const names = {
        source: `${metadata?.source.language ?? "source"}.md`,
        translation: `${metadata?.translation.language ?? "translation"}.md`,
      };
      say(formatReport(report, names, true));
    }
    if (problems.some(isError)) {
      isWell = false;
      if (!thorough) say(`${slug}: nothing was changed`);
    } else if (thorough) {
      if (files.length > 0) say(`${slug}: wrote ${files.join(", ")}`);
    } else say(`${slug}: ${count(marks, "new id")}, ${entered} entered into the ledger`);
  }
  return isWell;
}
