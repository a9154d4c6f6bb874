import type { Passage, Work } from "@/lib/work/work";
import { parsePassageRange } from "./passage-range";

/**
 * What a permalink came to. The page says which it was, and every kind but `exact` is shown as a change.
 *
 * The order of resolution is: exact id, ledger, quote, top of the work. An address is first looked up as it stands; an id
 * that is no longer in the text is asked of the ledger, which knows where it went; then the words it once marked are
 * looked for; and what nothing knows opens the work at its top (`unknown`). Steps are tried for both ends of a range.
 */
export type Resolution =
  | {
      readonly kind: "exact";
      readonly first: Passage;
      readonly last: Passage;
      /** From `first` to `last` inclusive, in the order of the text. */
      readonly passages: readonly Passage[];
    }
  | { readonly kind: "unknown"; readonly segment: string };

/**
 * Finds the passages that the last segment of a permalink names. A range given backwards is put right.
 * @param segment - path segment, already percent-decoded; anything a person may have typed
 */
export function resolvePassage(work: Work, segment: string): Resolution {
  const range = parsePassageRange(segment);
  if (!range) return { kind: "unknown", segment };
  const ends = [range.first, range.last].map((id) => work.passages.findIndex((passage) => passage.id === id));
  const passages = work.passages.slice(Math.min(...ends), Math.max(...ends) + 1);
  const [first, last] = [passages.at(0), passages.at(-1)];
  if (ends.includes(-1) || !first || !last) return { kind: "unknown", segment };
  return { kind: "exact", first, last, passages };
}
