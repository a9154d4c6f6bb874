import { isPassageId, type PassageId } from "@/lib/passage/passage-id";
import { compareSides } from "./compare-sides";
import { decide } from "./decide";
import { findFates, oldOrder } from "./fates";
import { followLodgers } from "./lodgers";
import { assignKeys, type Key } from "./keys";
import type { Carried, Fate, Placed, Revision } from "./revision";

/**
 * Carries the ids of a work over to new versions of its texts, so that a link to a passage finds it again.
 *
 * In this order: marks win; unique equal texts in order are anchors, and grow over equal neighbours; what lies between is
 * aligned by similarity (edits, splits, merges); what is left is looked for elsewhere; then what kept its place and lost
 * its words is kept where the other language vouches for it, or where it stands clearly alone. A passage lives as long
 * as either language has a block of it. Every other passage retires, and says what became of it.
 *
 * Pure: the same revision and the same minted ids give the same outcome.
 */
export function carryIds(revision: Revision): Carried {
  const states = compareSides(revision);
  const keys = assignKeys(revision, states);
  const fates = findFates(revision, states, keys);
  const ids = new Map<Key, PassageId>();
  const minted = new Map<PassageId, { from?: PassageId }>();
  const idOf = (key: Key): PassageId => {
    if (isPassageId(key)) return key;
    const known = ids.get(key);
    if (known) return known;
    const id = revision.mint();
    ids.set(key, id);
    const from = keys.from.get(key);
    minted.set(id, from === undefined ? {} : { from: idOf(from) });
    return id;
  };
  const place = (list: readonly (Key | undefined)[]): Placed[] =>
    list.flatMap((key, index) => (key === undefined ? [] : { id: idOf(key), opens: key !== list[index - 1] }));
  const placed = { source: place(keys.source), translation: place(keys.translation) };
  const redirected = new Map([...followLodgers(revision, keys)].map(([id, key]) => [id, idOf(key)]));
  const living = new Set([...placed.source, ...placed.translation].map(({ id }) => id));
  const order = oldOrder(revision);
  const near = neighbours(order, living);
  const retired = new Map<PassageId, Fate>();
  for (const [id, { as, into }] of fates) {
    // Where no old passage is left, the first of the new ones is the nearest.
    const next = near.get(id) ?? placed.source[0]?.id ?? placed.translation[0]?.id;
    if (as === "removed") retired.set(id, next === undefined ? { as } : { as, near: next });
    else retired.set(id, { as, into: into.map(idOf) });
  }
  return {
    ...placed,
    minted,
    retired,
    redirected,
    decisions: decide(revision, states, placed, minted, retired, fates),
  };
}

/** For each passage the living one that follows it, else the one before. */
function neighbours(order: readonly PassageId[], living: ReadonlySet<PassageId>): Map<PassageId, PassageId> {
  const near = new Map<PassageId, PassageId>();
  for (const list of [order, order.toReversed()]) {
    let last: PassageId | undefined;
    for (const id of list.toReversed()) {
      if (living.has(id)) last = id;
      else if (last !== undefined && !near.has(id)) near.set(id, last);
    }
  }
  return near;
}
