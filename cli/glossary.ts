import path from "node:path";
import { parseArgs } from "node:util";
import { pairsOf, chineseAndEnglish, type CheckContext } from "@/lib/check/context";
import { readContext } from "@/lib/check/read-context";
import { suggestTerms, type Suggestion } from "@/lib/check/suggest-terms";
import { termsIn } from "@/lib/check/terms";
import { appendTerms } from "@/lib/check/write-glossary";
import { formatProblem, isError } from "@/lib/problem/problem";
import { encodeText } from "@/lib/text/decode";
import { showRoot } from "@/lib/work/library";
import { loadWork } from "@/lib/work/load-work";
import { readText } from "@/lib/work/read-file";
import { save } from "@/lib/work/save";
import { count, oneWork, rootOf } from "./arguments";
import type { Command } from "./main";

/** `duidu glossary`: what the glossary has, and what it might have. */
export const glossary: Command = {
  usage: "glossary [--suggest] [--write] [--json] [--content DIR] <work>",
  summary: [
    "Lists the terms of a work's glossary and in how many passages each stands. --suggest proposes names, titles and",
    "terms that it lacks, from what keeps to the same passages in both languages; --write appends them to glossary.yaml,",
    "for you to read and prune.",
  ].join("\n      "),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        suggest: { type: "boolean" },
        write: { type: "boolean" },
        json: { type: "boolean" },
        content: { type: "string" },
      },
      allowPositionals: true,
    });
    const root = rootOf(values);
    const slug = await oneWork(positionals, root);
    const shownAs = `${showRoot(root)}/${slug}`;
    const { work, problems } = await loadWork(path.join(root, slug), shownAs);
    const context = work && (await readContext(root, work, shownAs));
    const glossaryProblems = problems.filter(({ where }) => where.file === `${shownAs}/glossary.yaml`);
    if (!context || glossaryProblems.length > 0) {
      for (const problem of context ? glossaryProblems : problems.filter(isError))
        console.error(`${formatProblem(problem)}\n`);
      return 1;
    }
    if (!values.suggest && !values.write) {
      console.log(
        values.json ? JSON.stringify({ version: 1, terms: countTerms(context) }, null, 2) : listTerms(context),
      );
      return 0;
    }
    const suggestions = suggestTerms(context);
    if (values.write) await write(path.join(root, slug), shownAs, suggestions);
    console.log(values.json ? JSON.stringify({ version: 1, suggestions }, null, 2) : listSuggestions(suggestions, slug, values.write === true)); // prettier-ignore
    return 0;
  },
};

async function write(folder: string, shownAs: string, suggestions: readonly Suggestion[]): Promise<void> {
  if (suggestions.length === 0) return;
  const name = "glossary.yaml";
  const { decoded } = await readText(folder, name, shownAs);
  const text = appendTerms(decoded?.text ?? "", suggestions);
  if (text === null) throw new Error(`${shownAs}/${name} is not a list of terms; nothing was changed`);
  const bytes = encodeText({ text, byteOrderMark: decoded?.byteOrderMark ?? false });
  await save(folder, [{ name, bytes, read: decoded && encodeText(decoded) }]);
}

function countTerms(context: CheckContext) {
  const sides = pairsOf(context).flatMap((pair) => chineseAndEnglish(pair)?.chinese.text ?? []);
  const present = sides.map((text) => new Set(termsIn(text, context.glossary)));
  return context.glossary.map((term) => ({ zh: term.zh, en: term.en, passages: present.filter((terms) => terms.has(term)).length })); // prettier-ignore
}

function listTerms(context: CheckContext): string {
  const terms = countTerms(context);
  const rows = terms.map(({ zh, en, passages }) => `${String(passages).padStart(5)}  ${zh}  ${en}`);
  return [...rows, `${count(terms.length, "term")}; --suggest proposes more`].join("\n");
}

function listSuggestions(suggestions: readonly Suggestion[], slug: string, isWritten: boolean): string {
  const rows = suggestions.map(
    ({ zh, en, passages, score }) => `${String(passages).padStart(5)}  ${String(Math.round(score * 100)).padStart(3)} %  ${zh}  ${en}`, // prettier-ignore
  );
  const what = count(suggestions.length, "term");
  const end = isWritten ? `${what} appended to the glossary of ${slug}: read them, and delete what is wrong` : `${what}; --write appends them`; // prettier-ignore
  return [...rows, suggestions.length === 0 ? "no terms to propose" : end].join("\n");
}
