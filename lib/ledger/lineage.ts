import type { PassageId } from "@/lib/passage/passage-id";
import type { Ledger } from "./ledger";

/** Steps after which a chain of successors is given up; a real one has a handful. */
const mostSteps = 64;

/**
 * Follows an id through the ledger to what lives now; cycle-safe.
 *
 * @param isLiving - whether an id marks a passage today
 * @returns the living ids it leads to, the first one first; none where it was removed or was never published
 */
export function leadsTo(ledger: Ledger, id: PassageId, isLiving: (id: PassageId) => boolean): PassageId[] {
  const found: PassageId[] = [];
  const seen = new Set<PassageId>([id]);
  const waiting = [id];
  for (let steps = 0; steps < mostSteps; steps++) {
    const next = waiting.shift();
    if (next === undefined) break;
    if (isLiving(next)) {
      found.push(next);
      continue;
    }
    for (const successor of ledger.get(next)?.retired?.into ?? []) {
      if (seen.has(successor)) continue;
      seen.add(successor);
      waiting.push(successor);
    }
  }
  return found;
}

/** For each passage from which others were split off: the living ones these have come to. */
export function heirsIn(ledger: Ledger, isLiving: (id: PassageId) => boolean): Map<PassageId, PassageId[]> {
  const heirs = new Map<PassageId, PassageId[]>();
  for (const [child, { from }] of ledger) {
    if (from === undefined) continue;
    const found = leadsTo(ledger, child, isLiving).filter((id) => id !== from);
    if (found.length > 0) heirs.set(from, [...new Set([...(heirs.get(from) ?? []), ...found])]);
  }
  return heirs;
}
