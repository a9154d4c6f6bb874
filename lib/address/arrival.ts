import type { Work } from "@/lib/work/work";
import { formatPassageRange, parsePassageRange } from "./passage-range";
import { readQuery, type Query } from "./query";
import { resolvePassage, type Resolution } from "./resolve";

/**
 * What an address says beside the work and the passage: `from`, the old address that led here, `slug`, `segment` or
 * `slug/segment`; `at`, the version to read. With a version `from` does not count: that text is of its own time.
 */
export type Arrival = { readonly from: string | null; readonly at: string | null };

/** Longer than any old address, in characters: a slug, a slash and a range with its checks. */
const mostFrom = 200;

/** Reads `?from=` and `?at=`; whether they say anything true is for the work to tell. */
export function readArrival(query: Query): Arrival {
  const at = readQuery(query, "at") || null;
  const from = readQuery(query, "from") || null;
  return { at, from: at !== null || (from?.length ?? 0) > mostFrom ? null : from };
}

export type Moved = Extract<Resolution, { kind: "moved" }>;

/** What really happened to an old address: the work was called otherwise, or the passage was elsewhere, or both. */
export type Origin = { readonly renamedFrom: string | null; readonly moved: Moved | null };

/**
 * Checks that an old address did lead to the one that is open: `from` is anything a person may have typed.
 * @param segment - what stands after the work in the address that is open
 * @returns null for a `from` that this work and its ledger know nothing of
 */
export function explainOrigin(work: Work, segment: string | null, from: string): Origin | null {
  const parts = from.split("/");
  if (parts.length > 2) return null;
  const [one = "", other] = parts;
  if (other !== undefined) {
    const moved = movedTo(work, segment, other);
    return moved && isFormer(work, one) ? { renamedFrom: one, moved } : null;
  }
  const moved = movedTo(work, segment, one);
  if (moved) return { renamedFrom: null, moved };
  return isFormer(work, one) ? { renamedFrom: one, moved: null } : null;
}

/** Writes the `from` that `explainOrigin` reads: of a segment, what it names, without a check that was spoilt. */
export function formatOrigin(slug: string | null, segment: string | null): string | null {
  const range = segment === null ? null : parsePassageRange(segment);
  const old = range ? formatPassageRange(range) : segment;
  return slug && old ? `${slug}/${old}` : (slug ?? old);
}

function movedTo(work: Work, segment: string | null, old: string): Moved | null {
  const resolution = segment === null ? null : resolvePassage(work, old);
  if (resolution?.kind !== "moved") return null;
  const open = parsePassageRange(segment ?? "");
  return open && formatPassageRange(open) === formatPassageRange(resolution.to) ? resolution : null;
}

function isFormer(work: Work, slug: string): boolean {
  return work.metadata.formerly.includes(slug);
}
