import { isPassageId, type PassageId } from "@/lib/passage/passage-id";
import { type Revision, type SideName, type SideRevision, sides } from "./revision";
import type { SideState } from "./side";

/** A passage before new ones have their ids: an id, or `+` and a number. */
export type Key = string;

/** The passage of each new block, while it is being found. */
export type Keys = {
  readonly source: (Key | undefined)[];
  readonly translation: (Key | undefined)[];
  /** New passages that were split from another. */
  readonly from: Map<Key, Key>;
  /** Passages that lost their place on a side to another's block: which block. */
  readonly lostTo: Readonly<Record<SideName, Map<PassageId, number>>>;
  readonly next: () => Key;
};

/** Finds the passage of each new block by the links of both sides. */
export function assignKeys(revision: Revision, states: Readonly<Record<SideName, SideState>>): Keys {
  let count = 0;
  const keys: Keys = {
    source: new Array<Key | undefined>(revision.source.fresh.length).fill(undefined),
    translation: new Array<Key | undefined>(revision.translation.fresh.length).fill(undefined),
    from: new Map(),
    lostTo: { source: new Map(), translation: new Map() },
    next: () => `+${count++}`,
  };
  for (const name of sides) giveLinked(keys, name, revision[name], states[name]);
  divideSplits(keys, revision, states);
  for (const name of sides) {
    keepTogether(keys, name, revision[name]);
    giveRest(keys, name, revision[name]);
  }
  pairNew(keys);
  for (const name of sides) joinMerged(keys, name, revision);
  return keys;
}

/** A linked block belongs to the passage of its old block; of several, to that of the longest, or as its mark says. */
function giveLinked(keys: Keys, name: SideName, { old, fresh }: SideRevision, state: SideState): void {
  for (const [index, { mark }] of fresh.entries()) {
    const olds = state.byFresh[index]?.old ?? [];
    const longest = [...olds].sort((a, b) => lengthOf(old[b]) - lengthOf(old[a]) || a - b)[0];
    const owner = mark === "new" ? keys.next() : (mark ?? old[longest ?? -1]?.id);
    keys[name][index] = owner;
    for (const at of olds) {
      const id = old[at]?.id;
      if (id && id !== owner) keys.lostTo[name].set(id, index);
    }
  }
}

/**
 * A passage that became several blocks stays one where the other language still has one text beside it: both parts are
 * that text's counterpart. Else the id goes to the largest part, and the others become passages split from it.
 */
function divideSplits(keys: Keys, revision: Revision, states: Readonly<Record<SideName, SideState>>): void {
  const splits = new Map<Key, Partial<Record<SideName, readonly number[]>>>();
  for (const name of sides) {
    const { old } = revision[name];
    for (const [index, made] of states[name].byOld.entries()) {
      const id = old[index]?.id;
      if (!id || !made || made.fresh.length < 2 || made.old.length !== 1) continue;
      // A passage of several blocks is no one paragraph that was divided.
      if (old[index - 1]?.id === id || old[index + 1]?.id === id) continue;
      splits.set(id, { ...splits.get(id), [name]: made.fresh });
    }
  }
  for (const [id, parts] of splits) {
    const shapes = sides.map((name) => parts[name]?.length ?? (keys[name].includes(id) ? 1 : 0));
    const count = Math.max(...shapes);
    if (shapes.some((shape) => shape !== 0 && shape !== count)) continue;
    const shares = Array.from({ length: count }, (_, part) =>
      sides.reduce((sum, name) => sum + shareOf(revision[name], parts[name], part, id), 0),
    );
    const largest = shares.indexOf(Math.max(...shares));
    for (let part = 0; part < count; part++) {
      if (part === largest) continue;
      const key = keys.next();
      keys.from.set(key, id);
      for (const name of sides) {
        const index = parts[name]?.[part];
        if (index !== undefined) keys[name][index] = key;
      }
    }
  }
}

function shareOf({ fresh }: SideRevision, parts: readonly number[] | undefined, part: number, id: Key): number {
  const index = parts?.[part];
  if (!parts || index === undefined) return 0;
  if (fresh[index]?.mark === id) return 10;
  const all = parts.reduce((sum, at) => sum + lengthOf(fresh[at]), 0);
  return lengthOf(fresh[index]) / Math.max(1, all);
}

/** The blocks of a passage stand together: what was torn from it becomes a passage of its own, split from it. */
function keepTogether(keys: Keys, name: SideName, { fresh }: SideRevision): void {
  const list = keys[name];
  for (let index = 1; index + 1 < list.length; index++) {
    // A block put into the middle of a passage is part of it.
    if (list[index] === undefined && list[index - 1] !== undefined && fresh[index]?.mark === null) {
      let after = index + 1;
      while (after < list.length && list[after] === undefined) after++;
      if (list[after] === list[index - 1]) list.fill(list[index - 1], index, after);
      else index = after;
    }
  }
  type Run = { readonly start: number; end: number };
  const runs = new Map<Key, Run[]>();
  for (const [index, key] of list.entries()) {
    if (key === undefined) continue;
    const known = runs.get(key);
    const last = known?.at(-1);
    if (last?.end === index) last.end = index + 1;
    else if (known) known.push({ start: index, end: index + 1 });
    else runs.set(key, [{ start: index, end: index + 1 }]);
  }
  const weigh = (key: Key, { start, end }: Run) =>
    fresh.slice(start, end).reduce((sum, block) => sum + lengthOf(block) + (block.mark === key ? 1e9 : 0), 0);
  for (const [key, found] of runs) {
    if (found.length < 2) continue;
    const [, ...torn] = found.toSorted((a, b) => weigh(key, b) - weigh(key, a) || a.start - b.start);
    for (const { start, end } of torn) {
      const own = keys.next();
      keys.from.set(own, key);
      list.fill(own, start, end);
    }
  }
}

/** What is like nothing before continues the passage above or is a passage of its own. */
function giveRest(keys: Keys, name: SideName, { unmarked }: SideRevision): void {
  const list = keys[name];
  for (const [index, key] of list.entries()) {
    if (key !== undefined) continue;
    const above = list[index - 1];
    list[index] = unmarked === "continues" && above !== undefined ? above : keys.next();
  }
}

/**
 * The k-th new passage between the same two passages is one passage in both texts. Where passages that stand in one text
 * alone wait there too, and each text has equally many, they are paired with what is new in the other: a translation
 * that came later.
 */
function pairNew(keys: Keys): void {
  const translated = new Set(keys.translation);
  const inBoth = new Set(keys.source.filter((key) => key !== undefined && translated.has(key)));
  const gaps = { source: waitingIn(keys, "source", inBoth), translation: waitingIn(keys, "translation", inBoth) };
  const renamed = new Map<Key, Key>();
  for (const [place, waiting] of gaps.source) {
    const others = gaps.translation.get(place) ?? [];
    const isEven = waiting.length === others.length;
    const [left, right] = isEven ? [waiting, others] : [waiting.filter(isNew), others.filter(isNew)];
    for (const [rank, key] of left.entries()) {
      const other = right[rank];
      if (other === undefined) break;
      if (isNew(other)) renamed.set(other, key);
      else if (isNew(key)) renamed.set(key, other);
    }
  }
  for (const name of sides) {
    const list = keys[name];
    for (const [index, key] of list.entries()) if (key !== undefined) list[index] = renamed.get(key) ?? key;
  }
  for (const [key, from] of keys.from) keys.from.set(key, renamed.get(from) ?? from);
}

/** The passages of one text alone by their place: the passages of both texts before and after. */
function waitingIn(keys: Keys, name: SideName, inBoth: ReadonlySet<Key | undefined>): Map<string, Key[]> {
  const list = keys[name];
  const gaps = new Map<string, Key[]>();
  let before = "";
  let waiting: Key[] = [];
  const close = (after: string) => {
    gaps.set(`${before} ${after}`, waiting);
    waiting = [];
    before = after;
  };
  for (const [index, key] of list.entries()) {
    if (key === undefined || key === list[index - 1]) continue;
    if (inBoth.has(key)) close(key);
    else if (!keys.from.has(key)) waiting.push(key);
  }
  close("");
  return gaps;
}

function isNew(key: Key): boolean {
  return !isPassageId(key);
}

/**
 * Two passages that became one block on one side become one passage where they stand together on the other side too:
 * two blocks beside one. A mark written for this revision keeps them apart.
 */
function joinMerged(keys: Keys, name: SideName, revision: Revision): void {
  const other = name === "source" ? "translation" : "source";
  const { fresh, isRevised } = revision[other];
  const list = keys[other];
  for (const [id, index] of keys.lostTo[name]) {
    const owner = keys[name][index];
    if (owner === undefined || keys[name].includes(id)) continue;
    const start = list.indexOf(id);
    const end = list.lastIndexOf(id) + 1;
    if (start < 0 || (isRevised && fresh.slice(start, end).some(({ mark }) => mark === id))) continue;
    if (list[start - 1] === owner || list[end] === owner) list.fill(owner, start, end);
  }
}

function lengthOf(block: { readonly text: string } | undefined): number {
  return block?.text.length ?? 0;
}
