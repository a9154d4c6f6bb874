import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { formatProblem, isError, type Problem } from "@/lib/problem/problem";
import { pairName, type SideName, sides } from "@/lib/revise/revision";
import { type NewVersion, type ReadyRevision, reviseWork } from "@/lib/revise/revise-work";
import { loadMetadata } from "@/lib/work/load-work";
import { settle } from "@/lib/work/save";
import { showRoot } from "@/lib/work/library";
import { oneWork, rootOf, today } from "./arguments";
import type { Command } from "./main";
import { formatLine, formatReport } from "./print-report";

const options = {
  content: { type: "string" },
  source: { type: "string" },
  translation: { type: "string" },
  zh: { type: "string" },
  en: { type: "string" },
  "dry-run": { type: "boolean" },
  interactive: { type: "boolean" },
  strict: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** `duidu revise`: takes a new version of either text or both, and carries every id over. */
export const revise: Command = {
  usage:
    "revise <work> [--zh FILE] [--en FILE] [--source FILE] [--translation FILE] [--dry-run] [--interactive] [--strict] [--json] [--content DIR]",
  summary: [
    "Takes new versions of a work's texts (Markdown, with marks or without; or .txt) and carries every id over.",
    "--dry-run only prints what would become of each passage; --interactive asks where it is uncertain;",
    "--strict changes nothing and ends with 1 when anything is uncertain; --json prints the report as JSON.",
  ].join("\n      "),
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const root = rootOf(values);
    const slug = await oneWork(positionals, root);
    if (values.interactive && !(process.stdin.isTTY && process.stdout.isTTY))
      throw new Error("--interactive asks questions, and this is no terminal; use --dry-run and --strict");
    const [folder, shownAs] = [path.join(root, slug), `${showRoot(root)}/${slug}`];
    await settle(folder);
    const broken: Problem[] = [];
    const metadata = await loadMetadata(folder, shownAs, broken);
    if (!metadata) {
      for (const problem of broken) console.error(`${formatProblem(problem)}\n`);
      return 1;
    }
    const languages = { source: metadata.source.language, translation: metadata.translation.language };
    const versions = await readVersions(values, languages);
    const names = { source: `${languages.source}.md`, translation: `${languages.translation}.md` };
    const ruledOut = { source: new Set<string>(), translation: new Set<string>() };
    const prepare = () => reviseWork(folder, shownAs, slug, { versions, today: today(), ruledOut });
    let { ready, problems } = await prepare();
    if (ready && values.interactive) ({ ready, problems } = await ask(ready, problems, names, ruledOut, prepare));
    for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
    if (!ready) {
      console.error(`${slug}: nothing was changed`);
      return 1;
    }
    const uncertain = ready.report.lines.some(({ isCertain }) => !isCertain);
    const refuses = values.strict === true && uncertain;
    const writes = !values["dry-run"] && !refuses;
    if (writes) await ready.save();
    const changed = writes ? ready.files : [];
    if (values.json) console.log(JSON.stringify({ work: slug, changed, ...ready.report }, null, 2));
    else {
      console.log(formatReport(ready.report, names));
      console.log(closing(slug, ready.files, writes, refuses));
    }
    return refuses || problems.some(isError) ? 1 : 0;
  },
};

function closing(slug: string, files: readonly string[], writes: boolean, refuses: boolean): string {
  if (refuses) return `${slug}: nothing was changed, because --strict allows nothing uncertain`;
  if (files.length === 0) return `${slug}: nothing to change`;
  return writes
    ? `${slug}: wrote ${files.join(", ")}`
    : `${slug}: would write ${files.join(", ")}; nothing was changed`;
}

/** Reads the named files. `--zh` and `--en` mean the side whose language begins so. */
async function readVersions(
  values: Readonly<Partial<Record<"zh" | "en" | SideName, string>>>,
  languages: Readonly<Record<SideName, string>>,
): Promise<Partial<Record<SideName, NewVersion>>> {
  const files: Partial<Record<SideName, string>> = {};
  const name = (side: SideName, file: string) => {
    if (files[side] !== undefined) throw new Error(`two files are named for the ${side}`);
    files[side] = file;
  };
  for (const side of sides) if (values[side] !== undefined) name(side, values[side]);
  for (const language of ["zh", "en"] as const) {
    const file = values[language];
    if (file === undefined) continue;
    const matching = sides.filter((side) => languages[side].startsWith(language));
    const [side] = matching;
    if (!side)
      throw new Error(`no text of this work is in ${language}: ${sides.map((one) => languages[one]).join(", ")}`);
    if (matching.length > 1)
      throw new Error(`both texts of this work are in ${language}: use --source and --translation`);
    name(side, file);
  }
  const versions: Partial<Record<SideName, NewVersion>> = {};
  for (const side of sides) {
    const file = files[side];
    if (file !== undefined) versions[side] = { name: file, bytes: await readNamed(file) };
  }
  if (Object.keys(versions).length === 0)
    throw new Error("name a new version with --zh, --en, --source or --translation");
  return versions;
}

async function readNamed(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "that is a folder" : `${code}`;
    throw new Error(`${file} cannot be read: ${why}`, { cause: error });
  }
}

type Prepared = Awaited<ReturnType<typeof reviseWork>>;

/** Asks about each uncertain pair once; a no rules it out, and the comparison starts again without it. */
async function ask(
  first: ReadyRevision,
  problems: Prepared["problems"],
  names: Readonly<Record<SideName, string>>,
  ruledOut: Record<SideName, Set<string>>,
  prepare: () => Promise<Prepared>,
): Promise<Prepared> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const agreed = new Set<string>();
  let prepared: Prepared = { ready: first, problems };
  try {
    for (;;) {
      const open = prepared.ready?.report.lines.find(
        ({ isCertain, side, old, fresh }) =>
          !isCertain && side !== null && old.length > 0 && fresh.length > 0 && !agreed.has(`${side} ${old} ${fresh}`),
      );
      if (!open || open.side === null) return settled(prepared, agreed);
      console.log(formatLine(open, names));
      const answer = (await terminal.question("  Is it the same passage? [y/n] ")).trim().toLowerCase();
      if (answer.startsWith("n")) {
        for (const old of open.old) for (const fresh of open.fresh) ruledOut[open.side].add(pairName(old, fresh));
        prepared = await prepare();
      } else if (answer.startsWith("y")) agreed.add(`${open.side} ${open.old} ${open.fresh}`);
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    console.log();
    throw new Error("not every question was answered; nothing was changed", { cause: error });
  } finally {
    terminal.close();
  }
}

/** What a person agreed to is certain. */
function settled(prepared: Prepared, agreed: ReadonlySet<string>): Prepared {
  if (!prepared.ready) return prepared;
  const lines = prepared.ready.report.lines.map((line) =>
    agreed.has(`${line.side} ${line.old} ${line.fresh}`) ? { ...line, isCertain: true, confidence: 1 } : line,
  );
  return { ...prepared, ready: { ...prepared.ready, report: { ...prepared.ready.report, lines } } };
}
