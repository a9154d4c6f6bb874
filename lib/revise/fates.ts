import type { PassageId } from "@/lib/passage/passage-id";
import { findCandidates } from "./candidates";
import type { Key, Keys } from "./keys";
import { normalise } from "./normalise";
import { type Revision, type SideName, sides } from "./revision";
import type { SideState } from "./side";
import { contained } from "./similarity";

/** How much of a vanished passage must be found in another block to say that it was absorbed there. */
const leastAbsorbed = 0.7;
/** Characters, compared ones, below which words found elsewhere prove nothing. */
const leastAbsorbedLength = 40;

/** A fate whose successors may not have their ids yet. */
export type OpenFate = {
  readonly as: "merged" | "split" | "removed";
  readonly into: readonly Key[];
  readonly isAbsorbed: boolean;
};

/** Says what became of each passage that no block bears any more. */
export function findFates(
  revision: Revision,
  states: Readonly<Record<SideName, SideState>>,
  keys: Keys,
): Map<PassageId, OpenFate> {
  const living = new Set<Key | undefined>([...keys.source, ...keys.translation]);
  const fates = new Map<PassageId, OpenFate>();
  for (const id of oldOrder(revision)) {
    if (living.has(id)) continue;
    const merged = sides.flatMap((name) => keys[name][keys.lostTo[name].get(id) ?? -1] ?? []);
    if (merged.length > 0) {
      fates.set(id, { as: "merged", into: [...new Set(merged)], isAbsorbed: false });
      continue;
    }
    const absorbed = findAbsorbed(id, revision, states, keys);
    if (absorbed !== null) {
      fates.set(id, { as: "merged", into: [absorbed], isAbsorbed: true });
      continue;
    }
    fates.set(id, { as: "removed", into: [], isAbsorbed: false });
  }
  const isMerged = (id: PassageId) => fates.get(id)?.as === "merged";
  // What was split off from it says more than words that are found elsewhere too.
  for (const [id, fate] of fates) {
    if (fate.as !== "removed" && !fate.isAbsorbed) continue;
    const born = [...keys.from].flatMap(([key, from]) => (from === id && living.has(key) ? [key] : []));
    const heirs = (revision.heirs?.get(id) ?? []).filter((heir) => living.has(heir) || isMerged(heir));
    const into = [...new Set([...heirs, ...born])];
    if (into.length > 0) fates.set(id, { as: "split", into, isAbsorbed: false });
  }
  return fates;
}

/** The old passages in the order of the source; those of the translation alone after the one they follow there. */
export function oldOrder({ source, translation }: Revision): PassageId[] {
  const inSource = new Set(source.old.map(({ id }) => id));
  const following = new Map<PassageId | null, PassageId[]>();
  const placed = new Set<PassageId>();
  let anchor: PassageId | null = null;
  for (const { id } of translation.old) {
    if (inSource.has(id)) anchor = id;
    else if (!placed.has(id)) {
      placed.add(id);
      const list = following.get(anchor);
      if (list) list.push(id);
      else following.set(anchor, [id]);
    }
  }
  return [...(following.get(null) ?? []), ...[...inSource].flatMap((id) => [id, ...(following.get(id) ?? [])])];
}

function findAbsorbed(
  id: PassageId,
  revision: Revision,
  states: Readonly<Record<SideName, SideState>>,
  keys: Keys,
): Key | null {
  for (const name of sides) {
    const state = states[name];
    const lost = revision[name].old.flatMap(({ id: owner, text }, index) =>
      owner === id && normalise(text).length >= leastAbsorbedLength ? [index] : [],
    );
    if (lost.length === 0) continue;
    // What did not change took nothing in.
    const changed = state.fresh.flatMap((_, index) => (state.byFresh[index]?.how === "same" ? [] : index));
    for (const { old, fresh } of findCandidates(lost, changed, state.bags, 0)) {
      if (contained(state.bags.old(old), state.bags.fresh(fresh)) >= leastAbsorbed) return keys[name][fresh] ?? null;
    }
  }
  return null;
}
