import type { PassageId } from "@/lib/passage/passage-id";
import { certain, type Carried, type Decision, type Revision, type SideName, sides } from "./revision";

/** One decision with what a person needs to judge it. */
export type ReportLine = Omit<Decision, "side"> & {
  readonly side: SideName | null;
  readonly isCertain: boolean;
  /** Line in the new file; null for what is not in it. */
  readonly line: number | null;
  readonly before: string;
  readonly after: string;
};

/** What a revision does, decision by decision, in the order of the texts. */
export type Report = {
  readonly lines: readonly ReportLine[];
  /** Passages that stay just as they were: on no side did their words or their place change. */
  readonly unchanged: number;
  readonly minted: readonly PassageId[];
  readonly retired: readonly PassageId[];
};

/** Makes the report of a revision. */
export function toReport(
  revision: Revision,
  carried: Carried,
  after: Readonly<Record<SideName, { readonly blocks: readonly { readonly line: number }[] }>>,
): Report {
  const lines = carried.decisions.flatMap((decision): ReportLine[] => {
    const { side, old, fresh } = decision;
    const before = side === null ? "" : old.map((at) => revision[side].old[at]?.text ?? "").join(" / ");
    const words = side === null ? "" : fresh.map((at) => revision[side].fresh[at]?.text ?? "").join(" / ");
    if (decision.kind === "same" && before === words) return [];
    const line = side === null ? null : (after[side].blocks[fresh[0] ?? -1]?.line ?? null);
    return [{ ...decision, isCertain: decision.confidence >= certain, line, before, after: words }];
  });
  const touched = new Set(lines.flatMap(({ id, into }) => [id, ...(into ?? [])]));
  const living = new Set(sides.flatMap((side) => carried[side].map(({ id }) => id)));
  return {
    lines,
    unchanged: [...living].filter((id) => !touched.has(id) && !carried.minted.has(id)).length,
    minted: [...carried.minted.keys()],
    retired: [...carried.retired.keys()],
  };
}
