import type { AlignableText, Bead } from "./alignment";

/** Paragraphs `[from, to)` that were left without counterpart. */
export type Run = { readonly from: number; readonly to: number };

/** A stretch of the source and one of the translation that belong together though they stand elsewhere. */
export type Moved<T> = { readonly source: Run; readonly translation: Run; readonly aligned: T };

/** Fewer paragraphs than this are left alone: two that are alike by chance are soon found among many. */
const leastParagraphs = 2;
/** Characters of a run; what is shorter proves nothing. */
const leastLength = 120;
/** How sure an alignment of two runs is on average that belong together; of others that have nothing to do with each other it is below one half. */
const leastSure = 0.75;
/** How many of the beads of such an alignment have both sides. */
const leastFull = 0.6;
/** Runs of a side that are compared with the other's, the longest first. */
const mostRuns = 12;

/**
 * Finds sections that stand in another order in the translation: of the stretches that were left without counterpart on
 * either side, those that are each other's.
 *
 * @param align - aligns two stretches by themselves
 */
export function findMoved<T extends { readonly beads: readonly Bead[] }>(
  passages: readonly Bead[],
  source: AlignableText,
  translation: AlignableText,
  align: (source: Run, translation: Run) => T,
): Moved<T>[] {
  const runs = {
    source: longest(runsAlone(passages, "source"), source),
    translation: longest(runsAlone(passages, "translation"), translation),
  };
  const pairs = runs.source.flatMap((one) =>
    runs.translation.flatMap((other) => {
      const aligned = align(one, other);
      const sure = likeness(aligned.beads);
      return sure >= leastSure ? [{ source: one, translation: other, aligned, sure }] : [];
    }),
  );
  const taken = new Set<Run>();
  return pairs
    .sort((a, b) => b.sure - a.sure)
    .filter(({ source: one, translation: other }) => {
      if (taken.has(one) || taken.has(other)) return false;
      taken.add(one).add(other);
      return true;
    });
}

/** Mean confidence of the beads that have both sides; 0 where too many have not. */
function likeness(beads: readonly Bead[]): number {
  const full = beads.filter(({ source, translation }) => source.length > 0 && translation.length > 0);
  if (full.length < leastFull * beads.length) return 0;
  return full.reduce((sum, { confidence }) => sum + confidence, 0) / full.length;
}

function runsAlone(passages: readonly Bead[], side: "source" | "translation"): Run[] {
  const other = side === "source" ? "translation" : "source";
  const runs: { from: number; to: number }[] = [];
  for (const passage of passages) {
    const [at] = passage[side];
    if (at === undefined || passage[other].length > 0) continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

function longest(runs: readonly Run[], { paragraphs }: AlignableText): Run[] {
  const lengthOf = ({ from, to }: Run) => paragraphs.slice(from, to).reduce((sum, { text }) => sum + text.length, 0);
  return runs
    .filter((run) => run.to - run.from >= leastParagraphs && lengthOf(run) >= leastLength)
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, mostRuns);
}
