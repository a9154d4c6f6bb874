import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { absolute } from "@/lib/address/site-url";
import { describeWork, type GivenDetails, proposeSlug, writeMetadata } from "@/lib/import/details";
import { ImportRefused } from "@/lib/import/imported-text";
import { chooseLanguages } from "@/lib/import/languages";
import { reportOn } from "@/lib/import/report";
import { reportPage } from "@/lib/import/report-page";
import type { TextRead } from "@/lib/import/reader/messages";
import { type Reader, startReader } from "@/lib/import/reader/start";
import { formatProblem, isError, type Problem } from "@/lib/problem/problem";
import { createWork, type NewFile, NameTaken, sweepUnfinished } from "@/lib/work/create-work";
import { listSlugs, showRoot } from "@/lib/work/library";
import { isSlug, loadMetadata, loadWork } from "@/lib/work/load-work";
import { rootOf, today } from "./arguments";
import { askDetails } from "./ask-details";
import { type ImportValues, options, readBounds, readFormats, readGiven, refuseDetails } from "./import-options";
import { reviseByImport } from "./import-revision";
import type { Command } from "./main";
import { formatImport } from "./print-import";
import { type ProgressBar, progressBar } from "./progress-bar";
import { checkReportFile } from "./report-file";

/** `duidu import`: makes a work of two texts, aligned. */
export const importCommand: Command = {
  usage:
    "import SOURCE [TRANSLATION] [--slug SLUG] [--title TITLE] [--translation-title TITLE] [--date DAY] [--rights TEXT] [--translation-rights TEXT] [--from LANG] [--to LANG] [--format F[,F]] [--encoding E[,E]] [--alone] [--revise] [--dry-run] [--report FILE.html] [--json] [--yes] [--deadline SECONDS] [--memory MIB] [--content DIR]",
  summary: [
    "Makes a work of a text and its translation: reads them (txt, Markdown, HTML, docx, EPUB), aligns their paragraphs,",
    "gives each passage its id, and says what is uncertain. One file may bring both (TMX, TSV, CSV, or paragraphs in turn);",
    "a single text becomes a work that waits for its translation. Nothing that is there is ever overwritten: --revise",
    "brings new versions of a work's texts instead. --dry-run only says what would be written.",
  ].join("\n      "),
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    try {
      return await importTexts(values, positionals);
    } catch (cause) {
      if (!(cause instanceof ImportRefused)) throw cause;
      const { file, line, what, fix } = cause;
      if (values.json) console.log(JSON.stringify({ refused: { file, line, what, fix } }, null, 2));
      else
        console.error(
          `${file}${line === null ? "" : `:${line}`}  refused\n  ${what}\n  Fix: ${fix}\n\nNothing was changed.`,
        );
      return 2;
    }
  },
};

async function importTexts(values: ImportValues, files: readonly string[]): Promise<0 | 1 | 2> {
  const [first, second, third] = files;
  if (first === undefined || third !== undefined) throw new Error("name a text and its translation, or one file");
  if (values.alone && second !== undefined) throw new Error("--alone takes one text");
  if (second !== undefined && path.resolve(first) === path.resolve(second))
    throw new Error("name two files, not one twice");
  const root = rootOf(values);
  if (!(await listSlugs(root))) throw new Error(`there is no folder ${root}; make it first: mkdir -p ${root}`);
  const given = readGiven(values);
  const readAs = readFormats(values);
  if (values.slug !== undefined && !isSlug(values.slug))
    throw new Error(`${JSON.stringify(values.slug)} cannot be an address: small letters, digits and single hyphens`);
  if (values.revise && values.slug === undefined) throw new Error("--revise needs to know which work: --slug SLUG");
  if (values.revise) refuseDetails(values);
  if (values.report !== undefined) await checkReportFile(values.report);
  if (values.slug !== undefined && !values.revise) await refuseTaken(root, values.slug, files);
  await sweepUnfinished(root).catch(() => undefined);

  const bar = progressBar(process.stderr);
  bar.show("Reading");
  const program = fileURLToPath(new URL("./import-reader.mjs", import.meta.url));
  const reader = await startReader(program, readBounds(values));
  try {
    const texts: TextRead[] = [];
    for (const [at, file] of files.entries()) {
      bar.show(`Reading ${file}`);
      const single = files.length === 1 && !values.alone;
      texts.push(...(await reader.ask({ ask: "read", file, single, ...readAs[at] })).texts);
    }
    if (values.revise && values.slug !== undefined) {
      bar.end();
      return await reviseByImport(reader, {
        root,
        slug: values.slug,
        texts,
        json: values.json === true,
        writes: !values["dry-run"],
      });
    }
    return await makeWork({ reader, bar, root, files, values, given, texts });
  } finally {
    bar.end();
    reader.stop();
  }
}

type Making = {
  readonly reader: Reader;
  readonly bar: ProgressBar;
  readonly root: string;
  readonly files: readonly string[];
  readonly values: ImportValues;
  readonly given: GivenDetails;
  readonly texts: readonly TextRead[];
};

async function makeWork({ reader, bar, root, files, values, given, texts }: Making): Promise<0 | 1 | 2> {
  const languages = chooseLanguages(texts, values);
  const { metadata, assumed } = await settleDetails(texts, languages, given, values, bar);
  const slug = values.slug ?? proposeSlug(metadata, files);
  if (slug === null) {
    const fix = "Say what the work's address is to be: --slug my-essay.";
    throw new ImportRefused(
      files[0] ?? "",
      null,
      "No address can be made of the titles or the names of the files.",
      fix,
    );
  }
  await refuseTaken(root, slug, files);
  bar.show("Aligning", 0);
  const compiled = await reader.ask({ ask: "compile", languages, today: today() }, (share) =>
    bar.show("Aligning", share),
  );
  const shownAs = `${showRoot(root)}/${slug}`;
  const asRead = (problem: Problem): Problem => whereRead(problem, texts, languages);
  if (compiled.problems.some(isError)) return refuse(compiled.problems.map(asRead), slug, bar);

  const encoder = new TextEncoder();
  const newFiles: NewFile[] = [
    { name: "work.yaml", bytes: () => Promise.resolve(encoder.encode(writeMetadata(metadata))) },
    ...compiled.files.map(({ name, text }) => ({ name, bytes: () => Promise.resolve(encoder.encode(text)) })),
    ...compiled.pictures.map((name) => ({
      name: `images/${name}`,
      bytes: async () => (await reader.ask({ ask: "picture", name })).bytes,
    })),
  ];
  const problems: Problem[] = [];
  if (!values["dry-run"]) {
    let written = 0;
    const counted = newFiles.map(({ name, bytes }) => ({
      name,
      bytes: () => {
        bar.show("Writing", written++ / newFiles.length);
        return bytes();
      },
    }));
    const isMade = await createWork(root, slug, counted, async (folder) => {
      // Its folder has no name yet that could be an address.
      problems.push(...(await loadWork(folder, shownAs)).problems.filter(({ code }) => code !== "slug-malformed"));
      return !problems.some(isError);
    }).catch((cause: unknown) => {
      throw cause instanceof NameTaken ? taken(root, slug, files) : cause;
    });
    if (!isMade) return refuse(problems.filter(isError).map(asRead), slug, bar);
  }
  bar.end();
  const report = reportOn({
    work: slug,
    folder: shownAs,
    written: !values["dry-run"],
    address: absolute(`/en/${slug}`),
    metadata,
    texts,
    isGiven: files.length === 1,
    assumed,
    passages: compiled.passages,
    files: newFiles.map(({ name }) => name),
  });
  if (values.report !== undefined) await writeFile(values.report, reportPage(report));
  if (values.json) {
    const passages = report.passages.map(({ source, translation, ...rest }) => ({
      ...rest,
      source: source && { blocks: source.blocks, line: source.line },
      translation: translation && { blocks: translation.blocks, line: translation.line },
    }));
    console.log(JSON.stringify({ ...report, passages }, null, 2));
  } else console.log(formatImport(report, values.report ?? null));
  return 0;
}

/** Describes the work, asking on a terminal for what is missing. */
async function settleDetails(
  texts: readonly TextRead[],
  languages: ReturnType<typeof chooseLanguages>,
  given: GivenDetails,
  values: ImportValues,
  bar: ProgressBar,
) {
  const [source, translation] = texts;
  if (!source) throw new Error("no text was read");
  const facts = (text: TextRead, language: typeof languages.source) => ({
    file: text.file,
    language,
    found: text.metadata,
    heading: text.heading,
  });
  const describe = (details: GivenDetails) =>
    describeWork(
      facts(source, languages.source),
      translation ? facts(translation, languages.translation) : { language: languages.translation },
      details,
      source.day,
    );
  const { metadata, missing } = describe(given);
  const asks = process.stdin.isTTY && process.stdout.isTTY && !values.yes && !values.json;
  if (!asks || missing.length === 0) return { metadata, assumed: missing };
  bar.end();
  const answered = describe(await askDetails(given, missing));
  return { metadata: answered.metadata, assumed: answered.missing };
}

/** Refuses a slug that a work has, or had: links to it lead to the work that had it. */
async function refuseTaken(root: string, slug: string, files: readonly string[]): Promise<void> {
  const present = (await listSlugs(root)) ?? [];
  if (present.includes(slug)) throw taken(root, slug, files);
  for (const other of present) {
    const metadata = await loadMetadata(path.join(root, other), other, []);
    if (!metadata?.formerly.includes(slug)) continue;
    const what = `The work ${other} was called ${slug} once, and old links lead to it.`;
    throw new ImportRefused(`${showRoot(root)}/${other}/work.yaml`, null, what, "Choose another address with --slug.");
  }
}

function taken(root: string, slug: string, files: readonly string[]): ImportRefused {
  const named = files.map((file) => (/^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`)).join(" ");
  const fix = `For new versions of its texts: npx duidu import ${named} --slug ${slug} --revise; for another work, choose another address with --slug.`;
  return new ImportRefused(`${showRoot(root)}/${slug}`, null, "There is a work of that name already.", fix);
}

/** Problems stand in files that are not written: names the file that was read, and the line of its Markdown. */
function whereRead(
  problem: Problem,
  texts: readonly TextRead[],
  languages: ReturnType<typeof chooseLanguages>,
): Problem {
  const name = path.basename(problem.where.file);
  const text =
    name === `${languages.source}.md` ? texts[0] : name === `${languages.translation}.md` ? texts[1] : undefined;
  return text ? { ...problem, where: { ...problem.where, file: `${text.file}, as Markdown` } } : problem;
}

function refuse(problems: readonly Problem[], slug: string, bar: ProgressBar): 1 {
  bar.end();
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  console.error(`${slug}: nothing was changed`);
  return 1;
}
