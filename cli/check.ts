import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { checkLibrary, workOf } from "@/lib/check/check-library";
import { checkHistory, readHistory } from "@/lib/ledger/history";
import { isError } from "@/lib/problem/problem";
import { showRoot } from "@/lib/work/library";
import { listShelved } from "@/lib/work/shelved";
import { readTarget } from "./arguments";
import { type Format, formatOutcome, formats } from "./check-formats";
import type { Command } from "./main";
import { mend } from "./mint";

/** `duidu check`: prints every problem of the works, then a line that sums up. */
export const check: Command = {
  usage: "check [--fix] [--strict] [--format text|json|github] [--content DIR] [work…]",
  summary: [
    "Reads the works and prints what is wrong, with the line and the way to mend it: in the files, in their permanent",
    "ids, and between the two texts (what is missing, doubled, untranslated, against the glossary, badly punctuated).",
    "Proves that every id that was ever committed still leads somewhere. --fix first mends marks that were lost,",
    "repeated or retired. --strict fails on warnings too. --json is --format json; docs/problems.md has its shape, all",
    "codes, and how to choose severities and accept what is meant.",
  ].join("\n      "),
  async run(args) {
    const { fix, strict, format, rest } = readOptions(args);
    const { root, slugs, isWhole } = await readTarget(rest);
    const shownRoot = showRoot(root);
    // With another format, what is printed is for a program to read.
    const say = format === "text" ? console.log : console.error;
    const mended = fix ? await mend(root, slugs, true, say) : true;
    const { works, damaged, problems, accepted } = await checkLibrary(root, slugs);
    const history = await readHistory(root);
    const asked = (slug: string) => isWhole || slugs.includes(slug);
    const shelved = await listShelved(root);
    const forgotten = checkHistory(history, shelved, await readWithdrawn(root), shownRoot).filter((problem) =>
      asked(workOf(problem, shownRoot)),
    );
    const all = [...problems, ...forgotten];
    const outcome = {
      works: [
        ...works.map(({ slug, passages }) => ({ slug, passages: passages.length, served: true })),
        ...damaged.map(({ slug }) => ({ slug, passages: 0, served: false })),
      ].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
      problems: all,
      accepted,
      notes: history.note ? [history.note] : [],
    };
    console.log(formatOutcome(outcome, format, (problem) => workOf(problem, shownRoot)));
    return all.some((problem) => strict || isError(problem)) || !mended ? 1 : 0;
  },
};

function readOptions(args: readonly string[]): { fix: boolean; strict: boolean; format: Format; rest: string[] } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      fix: { type: "boolean" },
      strict: { type: "boolean" },
      json: { type: "boolean" },
      format: { type: "string" },
      content: { type: "string" },
    },
    allowPositionals: true,
  });
  const named = values.format ?? (values.json ? "json" : "text");
  const format = formats.find((one) => one === named);
  if (!format) throw new Error(`there is no format ${JSON.stringify(named)}; there are: ${formats.join(", ")}`);
  const content = values.content === undefined ? [] : ["--content", values.content];
  return { fix: values.fix === true, strict: values.strict === true, format, rest: [...content, "--", ...positionals] };
}

/** Slugs of works that were taken down on purpose, a line each, in `withdrawn.txt` of the content folder. */
async function readWithdrawn(root: string): Promise<Set<string>> {
  const text = await readFile(path.join(root, "withdrawn.txt"), "utf8").catch(() => "");
  return new Set(text.split(/\s+/).filter((slug) => slug !== ""));
}
