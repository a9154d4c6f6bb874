import type { LedgerEntry } from "@/lib/ledger/ledger";
import type { PassageId } from "@/lib/passage/passage-id";
import type { Passage, Work } from "@/lib/work/work";
import type { PassageCheck } from "./check";
import { findByCheck, findByWords } from "./find-by-words";
import { followLedger, passageById } from "./follow-ledger";
import { parsePassageRange, type PassageRange } from "./passage-range";

/** Passages that a link leads to: from `first` to `last` inclusive, in the order of the text. */
export type Run = { readonly first: Passage; readonly last: Passage; readonly passages: readonly Passage[] };

/** What the ledger remembers of a passage that is in the text no more. */
export type Gone = {
  readonly id: PassageId;
  readonly entry: LedgerEntry;
  /** When its words went, ISO 8601; `null` where the ledger does not say. */
  readonly date: string | null;
};

/**
 * What a permalink came to. The page says which it was, and every kind but `exact` is shown as a change.
 *
 * The order of resolution is: exact id, ledger, words, top of the work. An address is first looked up as it stands; an id
 * that is no longer in the text is asked of the ledger, which knows where it went; where the ledger does not know, the
 * words it once marked are looked for; and what nothing knows opens the work at its top. Both ends of a range are tried,
 * and a range outlives the loss of an end. Resolving the address of what was found finds the same, exactly.
 */
export type Resolution =
  | ({ readonly kind: "exact" } & Run)
  /** The ledger says that the words live elsewhere: the address to go to is `to`. */
  | ({
      readonly kind: "moved";
      readonly to: PassageRange;
      /** The segment that was asked for. */
      readonly from: string;
      readonly how: "merged" | "split" | "moved";
      /** Where else the words went. */
      readonly others: readonly Passage[];
    } & Run)
  /** Found again by its words: right as a rule, and never certain. */
  | ({ readonly kind: "found"; readonly segment: string } & Run)
  /**
   * A range of which an end is lost, or both: what is left of it. `lost` is an id, or `id..id`; `wasHere` where the
   * ledger knows each of them, else somebody mistyped.
   */
  | ({ readonly kind: "partial"; readonly lost: string; readonly wasHere: boolean } & Run)
  /** It was here once. `others` is the other end of a range that is gone as a whole. */
  | ({ readonly kind: "removed"; readonly near: Passage | null; readonly others: readonly Gone[] } & Gone)
  | { readonly kind: "unknown"; readonly segment: string };

/** What one end of a range came to. */
type End =
  | { readonly kind: "exact" | "found"; readonly passage: Passage }
  | {
      readonly kind: "moved";
      readonly passage: Passage;
      readonly others: readonly Passage[];
      readonly how: "merged" | "split" | "moved";
    }
  | ({ readonly kind: "gone"; readonly near: Passage | null } & Gone)
  | { readonly kind: "unknown"; readonly id: PassageId };

type LivingEnd = Extract<End, { passage: Passage }>;

/**
 * Finds the passages that the last segment of a permalink names. A range given backwards is put right.
 * @param segment - path segment, already percent-decoded; anything a person may have typed
 */
export function resolvePassage(work: Work, segment: string): Resolution {
  const range = parsePassageRange(segment);
  if (!range) return { kind: "unknown", segment };
  const first = resolveEnd(work, range.first, range.firstCheck);
  const last = range.first === range.last ? first : resolveEnd(work, range.last, range.lastCheck);
  const [a, b] = [living(first), living(last)];
  if (a && b) return whole(work, segment, a, b);
  const rest = first === last ? null : remains(work, first, last);
  if (rest) return { kind: "partial", ...rest };
  const gone = [first, ...(first === last ? [] : [last])].filter((end) => end.kind === "gone");
  const [one, ...others] = gone;
  return one
    ? { ...one, kind: "removed", others: others.map(({ id, entry, date }) => ({ id, entry, date })) }
    : { kind: "unknown", segment };
}

function resolveEnd(work: Work, id: PassageId, check: PassageCheck | undefined): End {
  const exact = passageById(work, id);
  if (exact) return { kind: "exact", passage: exact };
  const entry = work.ledger.get(id);
  if (!entry) {
    const found = check ? findByCheck(work, check) : null;
    return found ? { kind: "found", passage: found } : { kind: "unknown", id };
  }
  const { living, lost, date, near } = followLedger(work, id);
  const [passage, ...others] = living;
  if (passage) {
    const how = entry.retired?.as;
    return { kind: "moved", passage, others, how: how === "merged" || how === "split" ? how : "moved" };
  }
  for (const words of entry.retired?.as === "removed" ? lost : [...lost, entry]) {
    const found = findByWords(work, words);
    if (found) return { kind: "found", passage: found };
  }
  return { kind: "gone", id, entry, date, near };
}

function living(end: End): LivingEnd | null {
  return end.kind === "gone" || end.kind === "unknown" ? null : end;
}

/** Both ends are in the text. The weaker of how they were found is how the whole was found. */
function whole(work: Work, segment: string, a: LivingEnd, b: LivingEnd): Resolution {
  const run = runBetween(work, a.passage.number, b.passage.number);
  if (a.kind === "found" || b.kind === "found") return { kind: "found", segment, ...run };
  const moved = [a, b].filter((end) => end.kind === "moved");
  const [leading] = moved;
  if (!leading) return { kind: "exact", ...run };
  return {
    kind: "moved",
    to: { first: run.first.id, last: run.last.id },
    from: segment,
    how: leading.how,
    others: [...new Set(moved.flatMap(({ others }) => others))].filter((other) => !run.passages.includes(other)),
    ...run,
  };
}

/**
 * What is left of a range whose ends are not both in the text. A lost end stood right before the passage that its
 * ledger entry names as near, so the range reaches to there; where nothing is known of it, the other end alone is left.
 */
function remains(work: Work, one: End, other: End): (Run & { lost: string; wasHere: boolean }) | null {
  const [kept, lost] = living(one) ? [living(one), other] : [living(other), one];
  const near = (end: End) => (end.kind === "gone" ? (end.near?.number ?? null) : null);
  if (kept) {
    const [at, edge] = [kept.passage.number, near(lost)];
    const run = runBetween(work, at, edge === null ? at : edge > at ? beforeEdge(work, edge) : edge);
    return { ...run, lost: nameOf(lost), wasHere: lost.kind === "gone" };
  }
  const [low, high] = [near(one), near(other)].sort((a, b) => (a ?? 0) - (b ?? 0));
  if (low == null || high == null || low === high) return null;
  return { ...runBetween(work, low, beforeEdge(work, high)), lost: `${nameOf(one)}..${nameOf(other)}`, wasHere: true };
}

/** The last passage of a range whose lost end stood near `edge`: nothing follows the text's last, so it may be near itself. */
function beforeEdge(work: Work, edge: number): number {
  return edge === work.passages.length ? edge : edge - 1;
}

function nameOf(end: End): string {
  return "passage" in end ? end.passage.id : end.id;
}

/** @param from - number of a passage of the work, as is `to`; in either order */
function runBetween(work: Work, from: number, to: number): Run {
  const passages = work.passages.slice(Math.min(from, to) - 1, Math.max(from, to));
  const [first, last] = [passages.at(0), passages.at(-1)];
  if (!first || !last) throw new RangeError(`No passages from ${from} to ${to}.`);
  return { first, last, passages };
}
