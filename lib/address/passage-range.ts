import { isPassageId, type PassageId } from "@/lib/passage/passage-id";

/** One passage (`first === last`) or a run of passages; both ends inclusive. */
export type PassageRange = { readonly first: PassageId; readonly last: PassageId };

/**
 * Reads the last segment of a permalink: `k7m2q` or `k7m2q..p3x8d`.
 * Checks the form alone; whether the ids exist, and in which order, is for the work and its ledger to say.
 *
 * @param segment - path segment, already percent-decoded
 * @returns the range, or `null` when the form is wrong: a mistyped address is no exception
 */
export function parsePassageRange(segment: string): PassageRange | null {
  const [first = "", last = first, ...rest] = segment.split("..");
  if (rest.length > 0 || !isPassageId(first) || !isPassageId(last)) return null;
  return { first, last };
}

/** Writes the segment that `parsePassageRange` reads; a range of one passage is that passage's id. */
export function formatPassageRange({ first, last }: PassageRange): string {
  return first === last ? first : `${first}..${last}`;
}
