import path from "node:path";
import { parseArgs } from "node:util";
import { formatProblem } from "@/lib/problem/problem";
import { contentRoot, listSlugs, showRoot } from "@/lib/work/library";
import { isSlug } from "@/lib/work/load-work";
import { renameWork } from "@/lib/work/rename-work";
import { oneWork } from "./arguments";
import type { Command } from "./main";

/** `duidu rename`: gives a work another slug, and keeps the old addresses. */
export const rename: Command = {
  usage: "rename [--content DIR] <work> <new-slug>",
  summary: "Gives a work another address. The old one is noted in work.yaml, and leads to the new one for ever.",
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { content: { type: "string" } },
      allowPositionals: true,
    });
    const root = values.content === undefined ? contentRoot() : path.resolve(values.content);
    const [, to] = positionals;
    if (positionals.length !== 2 || to === undefined) throw new Error("name the work and its new slug");
    const slug = oneWork(positionals.slice(0, 1), root, (await listSlugs(root)) ?? []);
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
