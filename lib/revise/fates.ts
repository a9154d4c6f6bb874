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
/** Characters, compared ones, below which equal words may be chance. */
const leastEqualLength = 8;

/** A fate whose successors may not have their ids yet. */
export type OpenFate = {
  readonly as: "merged" | "split" | "removed";
  readonly into: readonly Key[];
  /** Where its words were found though no block was taken for its own: all of them, or most; else null. */
  readonly found: "whole" | "mostly" | null;
};

/** Says what became of each passage that no block bears any more. */
export function findFates(
  revision: Revision,
  states: Readonly<Record<SideName, SideState>>,
  keys: Keys,
): Map<PassageId, OpenFate> {
  const living = new Set<Key | undefined>([...keys.source, ...keys.translation]);
  const fates = new Map<PassageId, OpenFate>();
  const equals = findEqual(revision, states, keys, living);
  for (const id of oldOrder(revision)) {
    if (living.has(id)) continue;
    const merged = sides.flatMap((name) => keys[name][keys.lostTo[name].get(id) ?? -1] ?? []);
    if (merged.length > 0) {
      fates.set(id, { as: "merged", into: [...new Set(merged)], found: null });
      continue;
    }
    const equal = equals.get(id);
    const absorbed = equal ?? findAbsorbed(id, revision, states, keys);
    fates.set(
      id,
      absorbed === null
        ? { as: "removed", into: [], found: null }
        : { as: "merged", into: [absorbed], found: equal === undefined ? "mostly" : "whole" },
    );
  }
  const isMerged = (id: PassageId) => fates.get(id)?.as === "merged";
  // What was split off from it says more than words that are found elsewhere too.
  for (const [id, fate] of fates) {
    if (fate.as !== "removed" && fate.found !== "mostly") continue;
    const born = [...keys.from].flatMap(([key, from]) => (from === id && living.has(key) ? [key] : []));
    const heirs = (revision.heirs?.get(id) ?? []).filter((heir) => living.has(heir) || isMerged(heir));
    const into = [...new Set([...heirs, ...born])];
    if (into.length > 0) fates.set(id, { as: "split", into, found: null });
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

/** Passages of one block, and without it now, whose very words stand in one place under another's mark. */
function findEqual(
  revision: Revision,
  states: Readonly<Record<SideName, SideState>>,
  keys: Keys,
  living: ReadonlySet<Key | undefined>,
): Map<PassageId, Key> {
  const found = new Map<PassageId, Key>();
  for (const name of sides) {
    const blocks = new Map<PassageId, number>();
    for (const { id } of revision[name].old) blocks.set(id, (blocks.get(id) ?? 0) + 1);
    const gone = revision[name].old.filter(({ id }) => !living.has(id) && blocks.get(id) === 1);
    if (gone.length === 0) continue;
    const places = new Map<string, number[]>();
    for (const [index, { text }] of revision[name].fresh.entries()) {
      if (states[name].byFresh[index]?.how === "same") continue;
      const words = normalise(text);
      places.set(words, [...(places.get(words) ?? []), index]);
    }
    for (const { id, text } of gone) {
      const words = normalise(text);
      const [index, ...others] = places.get(words) ?? [];
      const key = keys[name][index ?? -1];
      if (key !== undefined && others.length === 0 && words.length >= leastEqualLength && !found.has(id))
        found.set(id, key);
    }
  }
  return found;
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
