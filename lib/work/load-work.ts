import path from "node:path";
import { checkLedger, type Ledger, readLedger } from "@/lib/ledger/ledger";
import type { ParsedRendering } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import { plainText } from "@/lib/passage/plain-text";
import { isError, type Place, type Problem } from "@/lib/problem/problem";
import { measureLength } from "@/lib/text/length";
import { glossary as glossaryForm, type Term } from "./glossary";
import { joinPassages } from "./join-passages";
import { workMetadata, type WorkMetadata } from "./metadata";
import { openText } from "./open-text";
import { fileMissing, readText } from "./read-file";
import { readYaml } from "./read-yaml";
import { settle } from "./save";
import { staleTranslations } from "./staleness";
import type { ContentsEntry, Passage, Side, Work } from "./work";

/** Addresses the site itself uses. */
const reserved = new Set(["api", "_next", "en", "zh"]);

/**
 * Reads a folder as a work. Any error keeps the work from being served; warnings do not.
 *
 * @param folder - where it is on disk; its last part is the slug
 * @param shownAs - the folder's name as problems show it: `content/rift`
 */
export async function loadWork(folder: string, shownAs: string): Promise<{ work: Work | null; problems: Problem[] }> {
  const slug = path.basename(folder);
  const problems = checkSlug(slug, shownAs);
  await settle(folder);
  const metadata = await loadMetadata(folder, shownAs, problems);
  const terms = await loadGlossary(folder, shownAs, problems);
  const ledger = await loadLedger(folder, shownAs, slug, problems);
  if (!metadata) return { work: null, problems };
  const source = await loadRendering(folder, metadata.source.language, shownAs, problems, "error");
  // A work may wait for its translation; one that had any has lost it.
  const waits = ledger !== null && [...ledger.values()].every((entry) => entry.translation === undefined);
  const translation = await loadRendering(
    folder,
    metadata.translation.language,
    shownAs,
    problems,
    waits ? "warning" : "error",
  );
  if (!source || !translation) return { work: null, problems };
  const { passages, problems: joining } = joinPassages(
    { blocks: source.blocks, file: `${shownAs}/${metadata.source.language}.md` },
    { blocks: translation.blocks, file: `${shownAs}/${metadata.translation.language}.md` },
    slug,
  );
  // A mark that could not be read leaves its passage alone and the ledger behind: name the cause, not what follows from it.
  if (![...source.problems, ...translation.problems].some(isError)) {
    problems.push(...joining);
    const living = places(source, translation, metadata, shownAs);
    if (ledger) problems.push(...checkLedger(ledger, living, `${shownAs}/ledger.json`));
    if (ledger) problems.push(...staleTranslations(passages, ledger, translation, metadata, shownAs));
  }
  if (problems.some(isError)) return { work: null, problems };
  const work: Work = {
    slug,
    // A work that got an old name back is not its own predecessor.
    metadata: { ...metadata, formerly: metadata.formerly.filter((former) => former !== slug) },
    passages,
    contents: toContents(passages),
    footnotes: { source: source.footnotes, translation: translation.footnotes },
    glossary: terms,
    ledger: ledger ?? new Map(),
    length: {
      source: measureLength(wholeText(source), metadata.source.language),
      translation: measureLength(wholeText(translation), metadata.translation.language),
    },
  };
  return { work, problems };
}

/** Reads `work.yaml`, noting its problems; null when it cannot be used. */
export async function loadMetadata(folder: string, shownAs: string, problems: Problem[]): Promise<WorkMetadata | null> {
  const name = "work.yaml";
  const file = `${shownAs}/${name}`;
  const { decoded, missing, problems: reading } = await readText(folder, name, shownAs);
  problems.push(...reading);
  if (missing) problems.push(fileMissing(file, "error", "Write it as docs/content-format.md describes it."));
  if (!decoded) return null;
  const { value, problems: found } = readYaml(decoded.text, file, workMetadata, "work-malformed");
  problems.push(...found);
  if (!value || value.source.language !== value.translation.language) return value;
  problems.push({
    code: "work-malformed",
    severity: "error",
    what: `Both renderings are in the same language, ${value.source.language}, so they would be the same file.`,
    where: { file, line: 1 },
    fix: "Give the translation its own language.",
  });
  return null;
}

/** Reads the ledger; null when there is none to trust. */
export async function loadLedger(
  folder: string,
  shownAs: string,
  slug: string,
  problems: Problem[],
): Promise<Ledger | null> {
  const file = `${shownAs}/ledger.json`;
  const { decoded, missing, problems: reading } = await readText(folder, "ledger.json", shownAs);
  problems.push(...reading);
  if (missing) problems.push(fileMissing(file, "warning", `Run \`npx duidu mint ${slug}\`, which writes it.`));
  if (!decoded) return null;
  const { ledger, problems: found } = readLedger(decoded.text, file);
  problems.push(...found);
  return ledger;
}

async function loadGlossary(folder: string, shownAs: string, problems: Problem[]): Promise<readonly Term[]> {
  const { decoded, problems: reading } = await readText(folder, "glossary.yaml", shownAs);
  problems.push(...reading);
  if (!decoded) return [];
  const { value, problems: found } = readYaml(
    decoded.text,
    `${shownAs}/glossary.yaml`,
    glossaryForm,
    "glossary-malformed",
  );
  // A work can be read without its glossary.
  problems.push(...found.map((problem) => ({ ...problem, severity: "warning" as const })));
  return value?.terms ?? [];
}

async function loadRendering(
  folder: string,
  language: string,
  shownAs: string,
  problems: Problem[],
  emptyIs: Problem["severity"],
): Promise<ParsedRendering | null> {
  const opened = await openText(folder, language, shownAs, problems);
  if (!opened) return null;
  const { file, rendering } = opened;
  problems.push(...rendering.problems);
  if (rendering.blocks.length > 0 || rendering.problems.some(isError)) return rendering;
  problems.push({
    code: "file-empty",
    severity: emptyIs,
    what: emptyIs === "error" ? "This file holds no text." : "This file holds no text yet: the work is not translated.",
    where: { file, line: 1 },
    fix:
      emptyIs === "error"
        ? "Write the text, a paragraph between empty lines."
        : "Write the translation, and end each block with the mark of the passage that it translates.",
  });
  return emptyIs === "error" ? null : rendering;
}

/** Whether a name can be a work's address. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && !reserved.has(name);
}

function checkSlug(slug: string, shownAs: string): Problem[] {
  if (isSlug(slug)) return [];
  const what = reserved.has(slug)
    ? `The name ${slug} is an address of the site itself.`
    : `The name ${JSON.stringify(slug)} cannot be an address.`;
  const fix = "Rename the folder: lower-case letters and digits, with single dashes between them.";
  return [{ code: "slug-malformed", severity: "error", what, where: { file: shownAs, line: 1 }, fix }];
}

function places(
  source: ParsedRendering,
  translation: ParsedRendering,
  metadata: WorkMetadata,
  shownAs: string,
): Map<PassageId, Place> {
  const found = new Map<PassageId, Place>();
  for (const [rendering, { language }] of [
    [translation, metadata.translation],
    [source, metadata.source],
  ] as const) {
    for (const { mark, markAt } of rendering.blocks) {
      if (mark && mark !== "new" && markAt) found.set(mark, { file: `${shownAs}/${language}.md`, line: markAt.line });
    }
  }
  return found;
}

function toContents(passages: readonly Passage[]): ContentsEntry[] {
  return passages.flatMap(({ id, source, translation }): ContentsEntry[] => {
    const left = headingOf(source);
    const right = headingOf(translation);
    const depth = left?.depth ?? right?.depth;
    return depth
      ? [{ id, depth, source: left ? plainText(left) : null, translation: right ? plainText(right) : null }]
      : [];
  });
}

function headingOf(side: Side | null) {
  return side?.blocks.find((block) => block.type === "heading") ?? null;
}

function wholeText({ blocks }: ParsedRendering): string {
  return blocks.map(({ text }) => text).join("\n");
}
