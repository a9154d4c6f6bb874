import { carryIds } from "@/lib/revise/carry-ids";
import type { Fate, FreshBlock, Lodger, OldBlock } from "@/lib/revise/revision";
import { mintId } from "@/lib/passage/mint-id";
import type { PassageId } from "@/lib/passage/passage-id";

/** A text with the id of each paragraph, and the memory of all ids before: what a work and its ledger hold. */
export type Carrier = {
  readonly ids: readonly PassageId[];
  readonly paragraphs: readonly string[];
  readonly from: Map<PassageId, PassageId>;
  readonly retired: Map<PassageId, Fate>;
  /** Last words of retired passages. */
  readonly said: Map<PassageId, string>;
};

/** Where an id leads: paragraphs, exactly or by way of the ledger; or a removal, said so. */
export type Landing = { readonly paragraphs: ReadonlySet<number>; readonly isExact: boolean };

/** Enters a text. */
export function enter(paragraphs: readonly string[], random: (below: number) => number): Carrier {
  const taken = new Set<string>();
  const ids = paragraphs.map(() => {
    const id = mintId(taken, random);
    taken.add(id);
    return id;
  });
  return { ids, paragraphs, from: new Map(), retired: new Map(), said: new Map() };
}

/** Revises a text of one language alone, as the engine does. */
export function revise(before: Carrier, paragraphs: readonly string[], random: (below: number) => number): Carrier {
  const taken = new Set<string>([...before.ids, ...before.retired.keys()]);
  const old = before.paragraphs.flatMap((text, at): OldBlock[] =>
    before.ids[at] ? [{ id: before.ids[at], text }] : [],
  );
  const fresh = paragraphs.map((text): FreshBlock => ({ text, mark: null }));
  const carried = carryIds({
    source: { old, fresh, isRevised: true, unmarked: "opens" },
    translation: { old: [], fresh: [], isRevised: false, unmarked: "opens" },
    heirs: heirsOf(before),
    lodgers: lodgersOf(before),
    mint: () => {
      const id = mintId(taken, random);
      taken.add(id);
      return id;
    },
  });
  const from = new Map(before.from);
  for (const [id, { from: parent }] of carried.minted) if (parent) from.set(id, parent);
  const retired = new Map([...before.retired, ...carried.retired]);
  for (const [id, into] of carried.redirected) {
    const fate = retired.get(id);
    if (fate) retired.set(id, { ...fate, into: [into] });
  }
  const said = new Map(before.said);
  for (const id of carried.retired.keys())
    said.set(id, before.paragraphs.filter((_, at) => before.ids[at] === id).join("\n"));
  return {
    ids: carried.source.map(({ id }) => id),
    paragraphs,
    from,
    retired,
    said,
  };
}

/** Follows an id as a permalink does. */
export function land({ ids, retired }: Carrier, id: PassageId): Landing {
  const seen = new Set<PassageId>();
  let isExact = true;
  const waiting = [id];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const found = ids.flatMap((other, at) => (other === next ? [at] : []));
    if (found.length > 0) return { paragraphs: new Set(found), isExact };
    isExact = false;
    waiting.push(...(retired.get(next)?.into ?? []));
  }
  return { paragraphs: new Set(), isExact };
}

/** For each passage from which others were split off, the living ones they came to. */
function heirsOf(carrier: Carrier): Map<PassageId, PassageId[]> {
  const living = new Set(carrier.ids);
  const heirs = new Map<PassageId, PassageId[]>();
  for (const [child, parent] of carrier.from) {
    const found = followTo(living, carrier.retired, child);
    if (found !== parent && found) heirs.set(parent, [...(heirs.get(parent) ?? []), found]);
  }
  return heirs;
}

function lodgersOf(carrier: Carrier): Map<PassageId, Lodger[]> {
  const living = new Set(carrier.ids);
  const lodgers = new Map<PassageId, Lodger[]>();
  for (const id of carrier.retired.keys()) {
    const host = followTo(living, carrier.retired, id);
    if (host) lodgers.set(host, [...(lodgers.get(host) ?? []), { id, said: { source: carrier.said.get(id) ?? "" } }]);
  }
  return lodgers;
}

function followTo(living: ReadonlySet<PassageId>, retired: Carrier["retired"], id: PassageId): PassageId | null {
  const seen = new Set<PassageId>();
  const waiting = [id];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (living.has(next)) return next;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(retired.get(next)?.into ?? []));
  }
  return null;
}
