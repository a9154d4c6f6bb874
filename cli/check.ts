import { formatProblem, isError } from "@/lib/problem/problem";
import { loadLibrary } from "@/lib/work/library";
import { count, readTarget } from "./arguments";
import type { Command } from "./main";

/** `duidu check`: prints every problem of the works, then a line that sums up. */
export const check: Command = {
  usage: "check [--content DIR] [work…]",
  summary: "Reads the works and prints what is wrong, with the line and the way to mend it.",
  async run(args) {
    const { root, slugs } = await readTarget(args);
    const { works, damaged, problems } = await loadLibrary(root, slugs);
    for (const problem of problems) console.log(`${formatProblem(problem)}\n`);
    const passages = works.reduce((sum, work) => sum + work.passages.length, 0);
    const errors = problems.filter(isError).length;
    console.log(
      `${count(works.length + damaged.length, "work")}, ${count(passages, "passage")}: ` +
        `${count(errors, "error")}, ${count(problems.length - errors, "warning")}` +
        (damaged.length > 0 ? `; not served: ${damaged.map(({ slug }) => slug).join(", ")}` : ""),
    );
    return errors > 0 ? 1 : 0;
  },
};
