import type { Alignment, Bead, Sentence } from "./alignment";
import type { Moved, Run } from "./moved";
import type { Parts } from "./search/evidence";

/** An alignment that can say what spoke for each of its beads, by index. */
export type ExplainedAlignment = Alignment & { readonly explain: (bead: number) => Parts };

/** Puts the alignment of two stretches in the place of what left them without counterpart. */
export function putIn(
  whole: ExplainedAlignment,
  { source, translation, aligned }: Moved<ExplainedAlignment>,
): ExplainedAlignment {
  const { sentences } = whole;
  const firstOf = (list: readonly Sentence[], paragraph: number) => {
    const first = list.findIndex((each) => each.paragraph >= paragraph);
    return first < 0 ? list.length : first;
  };
  const ranges = {
    source: { from: firstOf(sentences.source, source.from), to: firstOf(sentences.source, source.to) },
    translation: {
      from: firstOf(sentences.translation, translation.from),
      to: firstOf(sentences.translation, translation.to),
    },
  };
  const explained = [...whole.beads.map((bead, at) => ({ bead, explain: () => whole.explain(at) }))];
  const inner = aligned.beads.map((bead, at) => ({
    bead: shift(bead, ranges.source.from, ranges.translation.from),
    explain: () => aligned.explain(at),
  }));
  const beads = replaceWithin(explained, inner, ({ bead }) => bead, cutBead, ranges.source, ranges.translation);
  const passages = aligned.passages.map((passage) => shift(passage, source.from, translation.from));
  return {
    sentences,
    beads: beads.map(({ bead }) => bead),
    passages: replaceWithin(whole.passages, passages, (passage) => passage, outside, source, translation),
    explain: (at) => beads[at]?.explain() ?? whole.explain(0),
  };
}

function shift(bead: Bead, source: number, translation: number): Bead {
  return {
    ...bead,
    source: bead.source.map((at) => at + source),
    translation: bead.translation.map((at) => at + translation),
  };
}

/** Puts `inner` where the source's run was; of what reaches out of a run, `without` leaves the rest. */
function replaceWithin<T>(
  list: readonly T[],
  inner: readonly T[],
  beadOf: (each: T) => Bead,
  without: (each: T, source: Run, translation: Run) => readonly T[],
  source: Run,
  translation: Run,
): T[] {
  const kept = list.flatMap((each) => without(each, source, translation));
  const at = kept.findIndex((each) => (beadOf(each).source[0] ?? -1) >= source.to);
  return at < 0 ? [...kept, ...inner] : [...kept.slice(0, at), ...inner, ...kept.slice(at)];
}

/** What of a bead lies outside the runs: the bead itself, a smaller one, or nothing. */
function outside(bead: Bead, source: Run, translation: Run): Bead[] {
  const rest = (numbers: readonly number[], { from, to }: Run) => numbers.filter((at) => at < from || at >= to);
  const left = { ...bead, source: rest(bead.source, source), translation: rest(bead.translation, translation) };
  return left.source.length + left.translation.length > 0 ? [left] : [];
}

function cutBead<T extends { readonly bead: Bead }>(each: T, source: Run, translation: Run): T[] {
  return outside(each.bead, source, translation).map((bead) => ({ ...each, bead }));
}
