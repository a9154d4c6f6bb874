import { findRenamed, findWork } from "@/lib/work/library";
import { readVersion } from "@/lib/work/versions";
import type { Work } from "@/lib/work/work";
import { explainOrigin, formatOrigin, type Arrival } from "./arrival";
import { formatPassageRange } from "./passage-range";
import { resolvePassage, type Resolution } from "./resolve";

/** An address of a work, as it was asked for. `segment` is what follows the work, `null` for the work itself. */
export type Asked = Arrival & { readonly slug: string; readonly segment: string | null };

/** The version that an address asks for: the text that is shown, or why today's is shown instead. */
export type ShownVersion =
  | {
      readonly kind: "found";
      readonly asked: string;
      /** ISO 8601. */
      readonly date: string;
      readonly isCurrent: boolean;
      /** Whether the passage was not in the text then, and is or was at another time. */
      readonly lacksPassage: boolean;
    }
  | { readonly kind: "unknown" | "unavailable"; readonly asked: string };

/** A text to show, where in it to open it, and what to say about how the reader came there. */
export type TextVisit = {
  readonly kind: "text";
  readonly work: Work;
  readonly segment: string | null;
  readonly landing: Resolution | null;
  /** The slug of an old address that led here. */
  readonly renamedFrom: string | null;
  readonly version: ShownVersion | null;
};

export type Visit =
  | TextVisit
  | { readonly kind: "missing" | "damaged" }
  /** The work has another slug now. */
  | { readonly kind: "renamed"; readonly slug: string };

/** The version that the links of a page keep to, as it was asked for; `null` where today's text is shown. */
export function versionShown({ version }: Pick<TextVisit, "version">): string | null {
  return version?.kind === "found" ? version.asked : null;
}

/** Finds what an address of a work shows. */
export async function readVisit(asked: Asked): Promise<Visit> {
  const { slug, segment, from, at } = asked;
  const found = await findWork(slug);
  if (!found) {
    const renamed = await findRenamed(slug);
    return renamed ? { kind: "renamed", slug: renamed.slug } : { kind: "missing" };
  }
  if ("damaged" in found) return { kind: "damaged" };
  const { work } = found;
  if (at !== null) return visitVersion(work, segment, at);
  const origin = from === null ? null : explainOrigin(work, segment, from);
  const landing = origin?.moved ?? (segment === null ? null : resolvePassage(work, segment));
  return { kind: "text", work, segment, landing, renamedFrom: origin?.renamedFrom ?? null, version: null };
}

async function visitVersion(work: Work, segment: string | null, at: string): Promise<TextVisit> {
  const visit = { kind: "text", segment, renamedFrom: null } as const;
  const now = segment === null ? null : resolvePassage(work, segment);
  const version = await readVersion(work, at);
  if (version.kind !== "found") return { ...visit, work, landing: now, version: { kind: version.kind, asked: at } };
  const landing = segment === null ? null : resolvePassage(version.work, segment);
  const lacksPassage = landing?.kind === "unknown" && now?.kind !== "unknown";
  const { date, isCurrent } = version;
  return {
    ...visit,
    work: version.work,
    landing,
    version: { kind: "found", asked: at, date, isCurrent, lacksPassage },
  };
}

/**
 * The last day on which a passage that is gone was in the text, where Git still has that text; else null.
 * @param date - the day on which it went, ISO 8601
 */
export async function lastDayInText(
  { work, segment, version }: TextVisit,
  date: string | null,
): Promise<string | null> {
  if (date === null || segment === null || version !== null) return null;
  const before = new Date(Date.parse(`${date}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const then = await readVersion(work, before);
  return then.kind === "found" && resolvePassage(then.work, segment).kind === "exact" ? before : null;
}

/** The address that another became; `from` is what its page is told of the old one. */
export type Redirect = { readonly slug: string; readonly segment: string | null; readonly from: string | null };

/** Finds where an address leads on to, in one step however many things changed; `null` for one that is drawn itself. */
export async function findRedirect({ slug, segment, at }: Asked): Promise<Redirect | null> {
  const found = await findWork(slug);
  const renamed = found ? null : await findRenamed(slug);
  const work = renamed ?? (found && "work" in found ? found.work : null);
  if (!work) return null;
  // In a text of another day the passage may still be where the link says.
  if (at !== null) return renamed && { slug: work.slug, segment, from: null };
  const resolution = segment === null ? null : resolvePassage(work, segment);
  const moved = resolution?.kind === "moved" ? resolution : null;
  if (!moved && !renamed) return null;
  const origin = formatOrigin(renamed ? slug : null, moved ? segment : null);
  return { slug: work.slug, segment: moved ? formatPassageRange(moved.to) : segment, from: origin };
}
