import { formatProblem } from "@/lib/problem/problem";
import { showRoot } from "@/lib/work/library";
import { isSlug } from "@/lib/work/load-work";
import { renameWork } from "@/lib/work/rename-work";
import { readOneWork } from "./arguments";
import type { Command } from "./main";

/** `duidu rename`: gives a work another slug, and keeps the old addresses. */
export const rename: Command = {
  usage: "rename [--content DIR] <work> <new-slug>",
  summary: "Gives a work another address. The old one is noted in work.yaml, and leads to the new one for ever.",
  async run(args) {
    const { root, slug, rest } = await readOneWork(args);
    const [to, more] = rest;
    if (to === undefined || more !== undefined) throw new Error("name the work and its new slug");
    if (!isSlug(to))
      throw new Error(`${JSON.stringify(to)} cannot be an address: small letters, digits and single hyphens`);
    const problems = await renameWork(root, slug, to, showRoot(root));
    for (const problem of problems) console.log(`${formatProblem(problem)}\n`);
    console.log(
      problems.length > 0 ? `${slug}: nothing was changed` : `${slug} is now ${to}; old addresses lead there`,
    );
    return problems.length > 0 ? 1 : 0;
  },
};
