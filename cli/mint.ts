import path from "node:path";
import { formatProblem, isError } from "@/lib/problem/problem";
import { mintMarks } from "@/lib/work/mint-marks";
import { showRoot } from "@/lib/work/library";
import { count, readTarget } from "./arguments";
import type { Command } from "./main";

/** `duidu mint`: gives ids to passages that wait for one. */
export const mint: Command = {
  usage: "mint [--content DIR] [work…]",
  summary:
    "Gives an id to every passage that waits for one (^new, or a text without marks) and enters it into the ledger.",
  async run(args) {
    const { root, slugs } = await readTarget(args);
    const today = new Date().toISOString().slice(0, 10);
    let failed = false;
    for (const slug of slugs) {
      const { marks, entered, problems } = await mintMarks(
        path.join(root, slug),
        `${showRoot(root)}/${slug}`,
        slug,
        today,
      );
      for (const problem of problems) console.log(`${formatProblem(problem)}\n`);
      if (problems.some(isError)) {
        failed = true;
        console.log(`${slug}: nothing was changed`);
      } else {
        console.log(`${slug}: ${count(marks, "new id")}, ${entered} entered into the ledger`);
      }
    }
    return failed ? 1 : 0;
  },
};
