import path from "node:path";
import { formatProblem } from "@/lib/problem/problem";
import { confirmTranslation } from "@/lib/work/confirm-translation";
import { showRoot } from "@/lib/work/library";
import { count, readOneWork } from "./arguments";
import type { Command } from "./main";

/** `duidu confirm`: says that translations stand though their source changed. */
export const confirm: Command = {
  usage: "confirm [--content DIR] <work> <id…>",
  summary: "Notes that the translations of these passages stand though their source changed.",
  async run(args) {
    const { root, slug, rest } = await readOneWork(args);
    const ids = rest.map((id) => id.replace(/^\^/, ""));
    if (ids.length === 0) throw new Error("name the passages by their ids");
    const { confirmed, unknown, problems } = await confirmTranslation(
      path.join(root, slug),
      `${showRoot(root)}/${slug}`,
      slug,
      ids,
    );
    for (const problem of problems) console.log(`${formatProblem(problem)}\n`);
    if (unknown.length > 0)
      throw new Error(`${slug} has no translated passage ${unknown.join(", ")}; nothing was changed`);
    if (problems.length > 0) return 1;
    console.log(`${slug}: ${count(confirmed.length, "translation")} confirmed`);
    return 0;
  },
};
