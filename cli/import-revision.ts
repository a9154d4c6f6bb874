import path from "node:path";
import { ImportRefused } from "@/lib/import/imported-text";
import type { TextRead } from "@/lib/import/reader/messages";
import type { Reader } from "@/lib/import/reader/start";
import { formatProblem, isError, type Problem } from "@/lib/problem/problem";
import type { SideName } from "@/lib/revise/revision";
import { type NewVersion, reviseWork } from "@/lib/revise/revise-work";
import { disk } from "@/lib/work/disk";
import { showRoot } from "@/lib/work/library";
import { loadMetadata } from "@/lib/work/load-work";
import type { WorkMetadata } from "@/lib/work/metadata";
import { openText } from "@/lib/work/open-text";
import { settle } from "@/lib/work/save";
import { oneWork, today } from "./arguments";
import { formatReport } from "./print-report";

/** `duidu import --revise`: what `duidu revise` does, with texts of any format. Each text goes to the side of its language. */
export async function reviseByImport(
  reader: Reader,
  {
    root,
    slug: named,
    texts,
    json,
    writes,
  }: {
    readonly root: string;
    readonly slug: string;
    readonly texts: readonly TextRead[];
    readonly json: boolean;
    readonly writes: boolean;
  },
): Promise<0 | 1 | 2> {
  const slug = await oneWork([named], root);
  const [folder, shownAs] = [path.join(root, slug), `${showRoot(root)}/${slug}`];
  await settle(folder);
  const broken: Problem[] = [];
  const metadata = await loadMetadata(folder, shownAs, broken);
  if (!metadata) return refuse(broken, slug);
  const images = path.join(folder, "images");
  const { texts: bodies } = await reader.ask({ ask: "texts", images });
  const versions: Partial<Record<SideName, NewVersion>> = {};
  for (const [at, text] of texts.entries()) {
    const side = sideOf(text, metadata, versions);
    // `.txt` at its end would say that it is to be read as plain text once more.
    const name = `${text.file}, as Markdown`;
    let markdown = bodies[at]?.markdown ?? "";
    const source = await openText(folder, metadata.source.language, shownAs, broken);
    const there = side === "translation" && (await openText(folder, metadata.translation.language, shownAs, broken));
    if (source && there && there.rendering.blocks.length === 0) {
      // The work waited for it: nothing can be carried over, so it is aligned with the source.
      const marked = { language: metadata.source.language, markdown: source.decoded.text };
      const answer = await reader.ask({
        ask: "mark",
        marked,
        text: { language: metadata.translation.language, markdown },
      });
      if ("problems" in answer)
        return refuse(
          answer.problems.map((problem) => inFile(problem, name)),
          slug,
        );
      markdown = answer.markdown;
    }
    versions[side] = { name, bytes: new TextEncoder().encode(markdown) };
  }
  const { ready, problems } = await reviseWork(folder, shownAs, slug, { versions, today: today() });
  if (!ready) return refuse(problems, slug);
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  const pictures = bodies.flatMap((body) => body.pictures);
  if (writes) {
    // Before the texts that name them: a picture that nothing names does no harm.
    await writePictures(reader, images, pictures);
    await ready.save();
  }
  const changed = [...ready.files, ...pictures.map((name) => `images/${name}`)];
  if (json) console.log(JSON.stringify({ work: slug, changed: writes ? changed : [], ...ready.report }, null, 2));
  else {
    const names = { source: `${metadata.source.language}.md`, translation: `${metadata.translation.language}.md` };
    console.log(formatReport(ready.report, names));
    console.log(closing(slug, changed, writes));
  }
  return problems.some(isError) ? 1 : 0;
}

/** The side of a work that a text is a new version of, by its language. */
function sideOf(text: TextRead, metadata: WorkMetadata, known: Partial<Record<SideName, NewVersion>>): SideName {
  const free = (["source", "translation"] as const).filter((side) => !known[side]);
  const language = text.language ?? "";
  const base = (tag: string) => tag.split("-")[0];
  const side =
    free.find((each) => metadata[each].language === language) ??
    free.find((each) => base(metadata[each].language) === base(language));
  if (side) return side;
  const what = `This text is in ${text.language ?? "a language that cannot be told"}, and the work is in ${metadata.source.language} and ${metadata.translation.language}.`;
  throw new ImportRefused(text.file, null, what, "Name a text in each language, or in one of them.");
}

function inFile(problem: Problem, file: string): Problem {
  return { ...problem, where: { ...problem.where, file } };
}

async function writePictures(reader: Reader, images: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await disk.makeFolder(images).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EEXIST") throw cause;
  });
  for (const name of names)
    await disk.write(path.join(images, name), (await reader.ask({ ask: "picture", name })).bytes);
  await disk.sync(images);
}

function refuse(problems: readonly Problem[], slug: string): 1 {
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  console.error(`${slug}: nothing was changed`);
  return 1;
}

function closing(slug: string, files: readonly string[], writes: boolean): string {
  if (files.length === 0) return `${slug}: nothing to change`;
  return writes
    ? `${slug}: wrote ${files.join(", ")}`
    : `${slug}: would write ${files.join(", ")}; nothing was changed`;
}
