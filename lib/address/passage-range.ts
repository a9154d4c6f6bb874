import { isPassageId, type PassageId } from "@/lib/passage/passage-id";
import { isPassageCheck, type PassageCheck } from "./check";

/** One passage (`first === last`) or a run of passages; both ends inclusive. */
export type PassageRange = {
  readonly first: PassageId;
  readonly last: PassageId;
  /** What the link carries of the words of each end; that of `last` is left out where `first === last`. */
  readonly firstCheck?: PassageCheck;
  readonly lastCheck?: PassageCheck;
};

type End = { readonly id: PassageId; readonly check?: PassageCheck };

/**
 * Reads the last segment of a permalink: `k7m2q` or `k7m2q..p3x8d`, each id with its check or without: `k7m2q~yHh0Zp1qY2A`.
 * Checks the form alone; whether the ids exist, and in which order, is for the work and its ledger to say. A check that
 * was cut short or spoilt is left out: the id before it still says where to go.
 *
 * @param segment - path segment, already percent-decoded
 * @returns the range, or `null` when the form is wrong: a mistyped address is no exception
 */
export function parsePassageRange(segment: string): PassageRange | null {
  const ends = segment.split("..").map(parseEnd);
  const [first, last = first] = ends;
  if (ends.length > 2 || !first || !last || ends.includes(null)) return null;
  const isOne = first.id === last.id;
  const firstCheck = first.check ?? (isOne ? last.check : undefined);
  return {
    first: first.id,
    last: last.id,
    ...(firstCheck && { firstCheck }),
    ...(!isOne && last.check && { lastCheck: last.check }),
  };
}

/** Writes the segment that `parsePassageRange` reads; a range of one passage is that passage's id. */
export function formatPassageRange({ first, last, firstCheck, lastCheck }: PassageRange): string {
  return first === last
    ? formatEnd(first, firstCheck)
    : `${formatEnd(first, firstCheck)}..${formatEnd(last, lastCheck)}`;
}

function parseEnd(text: string): End | null {
  const [id = "", check, ...rest] = text.split("~");
  if (rest.length > 0 || !isPassageId(id)) return null;
  return check !== undefined && isPassageCheck(check) ? { id, check } : { id };
}

function formatEnd(id: PassageId, check: PassageCheck | undefined): string {
  return check ? `${id}~${check}` : id;
}
