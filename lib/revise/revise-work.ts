import { mintId } from "@/lib/passage/mint-id";
import { parseRendering } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import { isError, type Problem } from "@/lib/problem/problem";
import { decodeText } from "@/lib/text/decode";
import type { OpenText } from "@/lib/work/open-text";
import { changedFiles, openWork, type OpenWork, saveWork } from "@/lib/work/open-work";
import { freshBlocks, oldBlocks, untouched } from "./blocks";
import { carryIds } from "./carry-ids";
import { ledgerAfter, lineageOf, wordsOf } from "./ledger-after";
import { markdownOf } from "./plain-text-file";
import { toReport, type Report } from "./report";
import { type Revision, type SideName, type SideRevision, sides } from "./revision";
import { writeMarks } from "./write-marks";

/** A new version of a text: its bytes, and its file's name for problems; `.txt` says that it is plain text. */
export type NewVersion = { readonly name: string; readonly bytes: Uint8Array };

export type ReviseOptions = {
  readonly versions: Readonly<Partial<Record<SideName, NewVersion>>>;
  /** ISO date under which ids are minted and retired. */
  readonly today: string;
  readonly ruledOut?: Revision["ruledOut"];
  /** Gives ids; from chance unless a test injects it. */
  readonly mint?: (taken: ReadonlySet<string>) => PassageId;
};

/** A revision ready to be saved. */
export type ReadyRevision = {
  readonly report: Report;
  /** Names of the files that saving changes. */
  readonly files: readonly string[];
  /** Writes texts and ledger in one transaction. */
  readonly save: () => Promise<void>;
};

/**
 * Prepares a new version of either text or both of a work: carries the ids over and says what became of each passage.
 * Nothing is written before `save`.
 *
 * @param shownAs - the folder's name as problems show it
 * @returns `ready` is null when something is wrong with the work or a new text; problems say what
 */
export async function reviseWork(
  folder: string,
  shownAs: string,
  slug: string,
  { versions, today, ruledOut, mint = mintId }: ReviseOptions,
): Promise<{ ready: ReadyRevision | null; problems: Problem[] }> {
  const { work, problems } = await openWork(folder, shownAs, slug);
  if (!work || problems.some(isError)) return { ready: null, problems };
  for (const side of sides) if (!startsWithMark(work[side])) problems.push(unminted(work[side], slug));
  const fresh = { source: work.source, translation: work.translation };
  for (const side of sides) {
    const version = versions[side];
    if (!version) continue;
    const text = readVersion(version, work[side], problems);
    if (text) fresh[side] = text;
  }
  for (const side of sides) if (versions[side]) problems.push(...wrongMarks(fresh[side], work));
  if (problems.some(isError)) return { ready: null, problems };

  const taken = new Set<string>(work.ledger.keys());
  for (const { blocks } of [
    work.source.rendering,
    work.translation.rendering,
    fresh.source.rendering,
    fresh.translation.rendering,
  ])
    for (const { mark } of blocks) if (mark) taken.add(mark);
  const sideOf = (side: SideName): SideRevision => {
    if (!versions[side]) return untouched(work[side].rendering);
    const blocks = freshBlocks(fresh[side].rendering);
    const isMarked = blocks.some(({ mark }) => mark !== null && mark !== "new");
    return {
      old: oldBlocks(work[side].rendering),
      fresh: blocks,
      isRevised: true,
      unmarked: isMarked ? "continues" : "opens",
    };
  };
  const before = wordsOf(work.source.rendering, work.translation.rendering);
  const revision: Revision = {
    source: sideOf("source"),
    translation: sideOf("translation"),
    ...lineageOf(work.ledger, (id) => before.has(id)),
    ...(ruledOut && { ruledOut }),
    mint: () => {
      const id = mint(taken);
      taken.add(id);
      return id;
    },
  };
  const carried = carryIds(revision);
  const source = writeMarks(fresh.source, carried.source);
  const translation = writeMarks(fresh.translation, carried.translation);
  if ("problem" in source) return { ready: null, problems: [...problems, source.problem] };
  if ("problem" in translation) return { ready: null, problems: [...problems, translation.problem] };
  const after = wordsOf(source, translation);
  const changed = {
    source: source.decoded,
    translation: translation.decoded,
    ledger: ledgerAfter(work.ledger, before, after, carried, today),
  };
  const files = changedFiles(work, changed).map(({ name }) => name);
  const report = toReport(revision, carried, { source, translation });
  return { ready: { report, files, save: () => saveWork(work, changed) }, problems };
}

/** Reads a new version; a plain text becomes Markdown first. */
function readVersion({ name, bytes }: NewVersion, old: OpenText, problems: Problem[]): OpenText | null {
  const { decoded, problems: reading } = decodeText(bytes, name);
  problems.push(...reading);
  if (!decoded) return null;
  const isPlain = name.toLowerCase().endsWith(".txt");
  // The old file says whether a byte order mark is wanted, and how lines end, when the new one was no Markdown.
  const written = isPlain ? { text: markdownOf(decoded.text, old), byteOrderMark: old.decoded.byteOrderMark } : decoded;
  const rendering = parseRendering(written.text, name);
  problems.push(...rendering.problems.filter(isError));
  if (rendering.blocks.length === 0 && !rendering.problems.some(isError))
    problems.push({
      code: "file-empty",
      severity: "error",
      what: "The new version holds no text, so nothing was changed.",
      where: { file: name, line: 1 },
      fix: "Name the right file.",
    });
  return { name: old.name, file: name, decoded: written, rendering };
}

/** Marks that no passage of the work can have: they would be minted over in silence. */
function wrongMarks({ rendering, file }: OpenText, work: OpenWork): Problem[] {
  const known = new Set<string>(work.ledger.keys());
  for (const side of sides) for (const { mark } of work[side].rendering.blocks) if (mark) known.add(mark);
  return rendering.blocks.flatMap(({ mark, markAt }): Problem[] => {
    if (!mark || mark === "new" || !markAt) return [];
    const where = { file, line: markAt.line };
    const fix =
      "Delete the mark, so that the passage is found by its words, or write ^new; then run the command again.";
    const retired = work.ledger.get(mark)?.retired;
    if (retired)
      return [
        {
          code: "id-retired",
          severity: "error",
          what: `The id ${mark} was retired on ${retired.date} (${retired.as}) and cannot mark a passage again.`,
          where,
          fix,
        },
      ];
    if (known.has(mark)) return [];
    return [{ code: "id-unpublished", severity: "error", what: `This work has no passage ${mark}.`, where, fix }];
  });
}

function startsWithMark({ rendering: { blocks } }: OpenText): boolean {
  const [first] = blocks;
  return !first || (first.mark !== null && first.mark !== "new");
}

function unminted({ file, rendering }: OpenText, slug: string): Problem {
  return {
    code: "mark-missing",
    severity: "error",
    what: "The first block of the present text has no mark, so there are no ids to carry over from it.",
    where: { file, line: rendering.blocks[0]?.line ?? 1 },
    fix: `Run \`npx duidu mint ${slug}\` first.`,
  };
}
