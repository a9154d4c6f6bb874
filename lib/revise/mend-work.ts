import type { Ledger } from "@/lib/ledger/ledger";
import { gitOrNull } from "@/lib/git/git";
import { mintId } from "@/lib/passage/mint-id";
import { parseRendering } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import { isError, type Problem } from "@/lib/problem/problem";
import { hashText } from "@/lib/text/hash-text";
import type { OpenText } from "@/lib/work/open-text";
import { changedFiles, openWork, type OpenWork, saveWork } from "@/lib/work/open-work";
import { freshBlocks, oldBlocks } from "./blocks";
import { carryIds } from "./carry-ids";
import { ledgerAfter, type Words, wordsOf } from "./ledger-after";
import { type Before, type Fresh, isRetired, mendingRevision } from "./mending-revision";
import { pairUnmarked, unevenTexts } from "./pair-unmarked";
import { type Report, toReport } from "./report";
import { type Carried, type Fate, type FreshBlock, type Revision, type SideName, sides } from "./revision";
import { writeMarks } from "./write-marks";

export type MendOptions = {
  /** ISO date under which ids enter and leave the ledger. */
  readonly today: string;
  /** Mends errors too (ids twice, retired ids), gives each text its lost marks back, and retires what is nowhere. */
  readonly thorough?: boolean;
  /** Gives ids; from chance unless a test injects it. */
  readonly mint?: (taken: ReadonlySet<string>) => PassageId;
};

/** What mending did. When `problems` holds an error, nothing was changed. */
export type Mended = {
  /** Ids put into the texts for new passages. */
  readonly marks: number;
  /** Ids entered into the ledger. */
  readonly entered: number;
  /** What became of passages whose marks were lost; null where none were. */
  readonly report: Report | null;
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
};

/** Errors that mending mends. */
const mendable = new Set<Problem["code"]>(["id-repeated", "id-retired"]);

/**
 * Gives ids to the passages of a work that wait for one, brings lost marks back, and enters everything into the ledger.
 * What the texts were before comes from the last Git commit, or else from the ledger's fingerprints. Every byte but the
 * marks stays, and running it again changes nothing.
 *
 * @param shownAs - the folder's name as problems show it
 */
export async function mendWork(
  folder: string,
  shownAs: string,
  slug: string,
  { today, thorough = false, mint = mintId }: MendOptions,
): Promise<Mended> {
  const { work, problems: found } = await openWork(folder, shownAs, slug);
  const problems = thorough ? found.filter(({ code }) => !mendable.has(code)) : found;
  const refused: Mended = { marks: 0, entered: 0, report: null, files: [], problems };
  if (!work || problems.some(isError)) return refused;

  const taken = new Set<string>(work.ledger.keys());
  for (const side of sides) for (const { mark } of work[side].rendering.blocks) if (mark) taken.add(mark);
  const mintOne = () => {
    const id = mint(taken);
    taken.add(id);
    return id;
  };
  const fresh = { source: freshBlocks(work.source.rendering), translation: freshBlocks(work.translation.rendering) };
  const lost = lostIds(work.ledger, fresh);
  const isBare = sides.every((side) => fresh[side].every(({ mark }) => mark === null));
  const isStripped = sides.some((side) => fresh[side][0]?.mark === null);
  const hasFaults = thorough && found.some(({ code }) => mendable.has(code));
  const retiredMarks = sides.some((side) => fresh[side].some(({ mark }) => isRetired(work.ledger, mark)));

  // Git is asked only where something was lost: it takes longer than all the rest.
  const isWhole = lost.size === 0 && (isBare || (!isStripped && !thorough));
  let before = isWhole ? null : await committedTexts(work);
  let carried: Carried;
  let revision: Revision | null = null;
  if (lost.size === 0 && isBare) {
    const paired = pairUnmarked(fresh, mintOne);
    if (paired === null) return { ...refused, problems: [...problems, unevenTexts(work)] };
    carried = paired;
  } else if (isWhole || (lost.size === 0 && !isStripped && !hasFaults && !retiredMarks && !before)) {
    carried = carryIds(plainRevision(fresh, mintOne));
  } else {
    const unknown = sides.find((side) => isUnknown(side, work.ledger, fresh, before));
    if (unknown) return { ...refused, problems: [...problems, unmarkedText(work[unknown])] };
    revision = mendingRevision(work, fresh, before, thorough, mintOne);
    const paired = isBare && knowsNothing(revision) ? pairUnmarked(fresh, mintOne) : undefined;
    if (paired === null) return { ...refused, problems: [...problems, unevenTexts(work)] };
    carried = paired ?? carryIds(revision);
    if (thorough) carried = retireTheRest(carried, work.ledger);
  }

  const source = writeMarks(work.source, carried.source);
  const translation = writeMarks(work.translation, carried.translation);
  if ("problem" in source) return { ...refused, problems: [...problems, source.problem] };
  if ("problem" in translation) return { ...refused, problems: [...problems, translation.problem] };
  const words = wordsOf(source, translation);
  if (!before && leavesStale(work.ledger, words)) before = await committedTexts(work);
  const ledger = ledgerAfter(work.ledger, before?.words ?? new Map(), words, carried, today);
  const changed = { source: source.decoded, translation: translation.decoded, ledger };
  const files = changedFiles(work, changed).map(({ name }) => name);
  await saveWork(work, changed);
  const report = revision && toReport(revision, carried, { source, translation });
  return {
    marks: carried.minted.size,
    entered: ledger.size - work.ledger.size,
    report: report && report.lines.length > 0 ? report : null,
    files,
    problems,
  };
}

/** Both texts as they were committed; null where Git has neither. */
async function committedTexts(work: OpenWork): Promise<Before | null> {
  const [source, translation] = await Promise.all(
    sides.map((side) => gitOrNull(work.folder, ["show", `HEAD:./${work[side].name}`])),
  );
  if (source == null || translation == null) return null;
  const parsed = { source: parseRendering(source, ""), translation: parseRendering(translation, "") };
  return { ...parsed, words: wordsOf(parsed.source, parsed.translation) };
}

/** Whether a source changed under its translation, and the ledger does not know yet what it said. */
function leavesStale(ledger: Ledger, words: Words): boolean {
  return [...words].some(([id, { source, translation }]) => {
    const entry = ledger.get(id);
    if (source === undefined || translation === undefined || !entry?.translatedFrom) return false;
    return entry.sourceThen === undefined && entry.translatedFrom !== hashText(source);
  });
}

/** Ids that the ledger knows as living and neither text bears. */
function lostIds(ledger: Ledger, fresh: Fresh): Set<PassageId> {
  const lost = new Set([...ledger].flatMap(([id, { retired }]) => (retired ? [] : id)));
  for (const side of sides) for (const { mark } of fresh[side]) if (mark && mark !== "new") lost.delete(mark);
  return lost;
}

/** Whether a text has no mark at all, and nothing is known by which its blocks could be told apart. */
function isUnknown(side: SideName, ledger: Ledger, fresh: Fresh, before: Before | null): boolean {
  return (
    fresh[side].length > 0 &&
    fresh[side].every(({ mark }) => mark === null) &&
    (before === null || oldBlocks(before[side]).length === 0) &&
    [...ledger.values()].every((entry) => entry[side] === undefined)
  );
}

/** Whether a comparison has no older text and no mark to go by. */
function knowsNothing(revision: Revision): boolean {
  return sides.every(
    (side) => revision[side].old.length === 0 && revision[side].fresh.every(({ mark }) => mark === null),
  );
}

function unmarkedText({ file }: OpenText): Problem {
  return {
    code: "mark-missing",
    severity: "error",
    what: "No block of this file has a mark, and neither Git nor the ledger knows what it said before; nothing was changed.",
    where: { file, line: 1 },
    fix: "End each block that opens a passage with its counterpart's mark, or with ^new where it has none; then run `npx duidu mint` again.",
  };
}

/** Nothing was lost: marks say where every passage is, and `^new` what is to come. */
function plainRevision({ source, translation }: Fresh, mint: () => PassageId): Revision {
  const side = (fresh: readonly FreshBlock[]) => ({ old: [], fresh, isRevised: true, unmarked: "continues" as const });
  return { source: side(source), translation: side(translation), mint };
}

/** Living ids that nothing found any more retire as removed: their links then say so. */
function retireTheRest(carried: Carried, ledger: Ledger): Carried {
  const placed = new Set(sides.flatMap((side) => carried[side].map(({ id }) => id)));
  const rest = [...ledger].flatMap(([id, { retired }]) =>
    retired || placed.has(id) || carried.retired.has(id) ? [] : [id],
  );
  const decisions = rest.map((id) => ({
    id,
    kind: "removed" as const,
    side: null,
    confidence: 0.5,
    old: [],
    fresh: [],
  }));
  const retired = new Map<PassageId, Fate>(carried.retired);
  for (const id of rest) retired.set(id, { as: "removed" });
  return {
    ...carried,
    retired,
    decisions: [...carried.decisions, ...decisions],
  };
}
