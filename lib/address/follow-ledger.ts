import type { LedgerEntry } from "@/lib/ledger/ledger";
import { heirsIn } from "@/lib/ledger/lineage";
import type { PassageId } from "@/lib/passage/passage-id";
import type { Passage, Work } from "@/lib/work/work";

/** What became of an id that marks no passage today, as the ledger tells it. */
export type Trail = {
  /** Passages that hold today what the id once marked, in the ledger's order; empty where there is none. */
  readonly living: readonly Passage[];
  /** Ids that the trail ends at and that are neither in the text nor retired: the text lost their marks. */
  readonly lost: readonly LedgerEntry[];
  /** When the last of the words went; `null` where the ledger does not say. */
  readonly date: string | null;
  /** The living passage nearest to where it stood. */
  readonly near: Passage | null;
};

/** Longer trails than this are no history but damage. */
const mostSteps = 64;

/** Follows a retired id to where it leads today. A ledger that leads in circles ends the trail; it hangs nobody. */
export function followLedger(work: Work, id: PassageId): Trail {
  const living: Passage[] = [];
  const lost: LedgerEntry[] = [];
  const dates: string[] = [];
  const near: PassageId[] = [];
  for (const { step, entry } of walk(work, [id], ({ retired }) => retired?.into ?? [])) {
    const passage = passageById(work, step);
    if (passage) living.push(passage);
    else if (entry && !entry.retired) lost.push(entry);
    else if (entry?.retired && !entry.retired.into?.length) dates.push(entry.retired.date);
    if (entry?.retired?.near) near.push(entry.retired.near);
  }
  return {
    living,
    lost,
    date: dates.sort().at(-1) ?? work.ledger.get(id)?.retired?.date ?? null,
    near: living[0] ?? nearest(work, near),
  };
}

/** The passage that an id marks today. */
export function passageById(work: Work, id: PassageId): Passage | null {
  let byId = index.get(work);
  if (!byId) {
    byId = new Map(work.passages.map((passage) => [passage.id, passage]));
    index.set(work, byId);
  }
  return byId.get(id) ?? null;
}

const index = new WeakMap<Work, ReadonlyMap<PassageId, Passage>>();

function nearest(work: Work, ids: readonly PassageId[]): Passage | null {
  const onwards = ({ retired }: LedgerEntry) => [...(retired?.into ?? []), ...(retired?.near ? [retired.near] : [])];
  for (const { step } of walk(work, ids, onwards)) {
    const passage = passageById(work, step);
    if (passage) return passage;
  }
  return null;
}

/** Every id on the way, each once, depth first in the order given; stops at living passages. */
function* walk(work: Work, starts: readonly PassageId[], onwards: (entry: LedgerEntry) => readonly PassageId[]) {
  const seen = new Set<PassageId>();
  const ahead = [...starts].reverse();
  for (let step = ahead.pop(); step !== undefined && seen.size < mostSteps; step = ahead.pop()) {
    if (seen.has(step)) continue;
    seen.add(step);
    const entry = work.ledger.get(step) ?? null;
    yield { step, entry };
    if (entry && !passageById(work, step)) ahead.push(...[...onwards(entry)].reverse());
  }
}

/** The passages elsewhere in the text that were split off from some passages since those were published. */
export function splitOff(work: Work, passages: readonly Passage[]): readonly Passage[] {
  const heirs = heirsIn(work.ledger, (id) => passageById(work, id) !== null);
  const parts = passages.flatMap(({ id }) => heirs.get(id) ?? []).flatMap((id) => passageById(work, id) ?? []);
  return [...new Set(parts)].filter((part) => !passages.includes(part));
}
