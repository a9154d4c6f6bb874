import type { Bead, Sentence } from "./alignment";

/** A link counts when this share of either paragraph takes part in it: less is a sentence that strayed. */
const leastShare = 0.09;

/** What makes passages of beads: how sure it is that a passage begins at two places, sentences before them in each text. */
export type Cuts = (source: number, translation: number) => number;

/**
 * Derives passages, paragraphs linked to paragraphs, from sentences linked to sentences: paragraphs that share enough
 * text are connected, and connected components are the passages. What is linked to nothing is a passage of its own.
 *
 * @param lengths - of each sentence, in any unit, source and translation
 * @param paragraphs - number of paragraphs of each text; each has a sentence
 */
export function derivePassages(
  beads: readonly Bead[],
  sentences: { readonly source: readonly Sentence[]; readonly translation: readonly Sentence[] },
  lengths: { readonly source: readonly number[]; readonly translation: readonly number[] },
  paragraphs: { readonly source: number; readonly translation: number },
  cuts: Cuts,
): Bead[] {
  const total = {
    source: massOf(sentences.source, lengths.source, paragraphs.source),
    translation: massOf(sentences.translation, lengths.translation, paragraphs.translation),
  };
  const shares = new Map<string, number>();
  const glue = new Map<string, number>();
  for (const bead of beads) {
    const sources = massIn(bead.source, sentences.source, lengths.source);
    const translations = massIn(bead.translation, sentences.translation, lengths.translation);
    const [all, allTranslated] = [sum(sources), sum(translations)];
    for (const [p, mass] of sources) {
      for (const [q, other] of translations) {
        const key = `${p} ${q}`;
        const share = Math.max(
          (mass * other) / allTranslated / (total.source[p] || 1),
          (other * mass) / all / (total.translation[q] || 1),
        );
        shares.set(key, (shares.get(key) ?? 0) + share);
        glue.set(key, Math.max(glue.get(key) ?? 0, bead.confidence));
      }
    }
  }
  const groups = new Groups(paragraphs.source + paragraphs.translation);
  for (const [key, share] of shares) {
    if (share < leastShare) continue;
    const [p = 0, q = 0] = key.split(" ").map(Number);
    groups.join(p, paragraphs.source + q);
  }
  return ordered(groups, paragraphs).map(({ source, translation }) => {
    const places = {
      source: bounds(source, sentences.source),
      translation: bounds(translation, sentences.translation),
    };
    const isAlone = source.length === 0 || translation.length === 0;
    const links = source.flatMap((p) => translation.flatMap((q) => glue.get(`${p} ${q}`) ?? []));
    const certain = isAlone
      ? aloneCertainty(beads, places)
      : Math.min(
          cuts(places.source[0], places.translation[0]),
          cuts(places.source[1], places.translation[1]),
          ...(links.length > 1 ? [Math.min(...links)] : []),
        );
    return { source, translation, confidence: certain };
  });
}

type Places = { readonly source: readonly [number, number]; readonly translation: readonly [number, number] };

/** A passage without counterpart is as sure as the least sure of the beads that leave its sentences alone. */
function aloneCertainty(beads: readonly Bead[], { source, translation }: Places): number {
  const within = (list: readonly number[], [from, to]: readonly [number, number]) =>
    list.some((each) => each >= from && each < to);
  const those = beads.filter((bead) => within(bead.source, source) || within(bead.translation, translation));
  return Math.min(1, ...those.map(({ confidence }) => confidence));
}

/** The sentences of a run of paragraphs: the first, and the one after the last. */
function bounds(paragraphs: readonly number[], sentences: readonly Sentence[]): [number, number] {
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (first === undefined || last === undefined) return [0, 0];
  return [lowerBound(sentences, first), lowerBound(sentences, last + 1)];
}

/** The first sentence of a paragraph or a later one. */
function lowerBound(sentences: readonly Sentence[], paragraph: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.paragraph ?? 0) < paragraph) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Groups in the order of both texts. Links can cross only where a paragraph was joined to two others round a third:
 * what lies within a group on one side, in between, joins it, so that passages never interleave.
 */
function ordered(groups: Groups, paragraphs: { readonly source: number; readonly translation: number }): Found[] {
  const found: Found[] = [];
  let [p, q] = [0, 0];
  while (p < paragraphs.source || q < paragraphs.translation) {
    const aloneSource = p < paragraphs.source && groups.isAlone(p);
    const aloneTranslation = q < paragraphs.translation && groups.isAlone(paragraphs.source + q);
    if (aloneSource) found.push({ source: [p++], translation: [] });
    else if (aloneTranslation) found.push({ source: [], translation: [q++] });
    else {
      // Everything up to the furthest member of any group that was entered.
      let [toP, toQ] = [p, q];
      let [seenP, seenQ] = [p, q];
      if (p < paragraphs.source) toP = p + 1;
      if (q < paragraphs.translation) toQ = q + 1;
      while (seenP < toP || seenQ < toQ) {
        const member = seenP < toP ? seenP++ : paragraphs.source + seenQ++;
        for (const other of groups.members(member)) {
          if (other < paragraphs.source) toP = Math.max(toP, other + 1);
          else toQ = Math.max(toQ, other - paragraphs.source + 1);
        }
      }
      found.push({ source: range(p, toP), translation: range(q, toQ) });
      [p, q] = [toP, toQ];
    }
  }
  return found;
}

type Found = { readonly source: readonly number[]; readonly translation: readonly number[] };

/** Disjoint sets of numbers. */
class Groups {
  readonly #parent: number[];
  #members: Map<number, number[]> | null = null;

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, at) => at);
  }

  join(a: number, b: number): void {
    this.#parent[this.#root(a)] = this.#root(b);
    this.#members = null;
  }

  isAlone(member: number): boolean {
    return this.members(member).length === 1;
  }

  members(member: number): readonly number[] {
    if (!this.#members) {
      this.#members = new Map();
      for (let each = 0; each < this.#parent.length; each++) {
        const root = this.#root(each);
        const list = this.#members.get(root);
        if (list) list.push(each);
        else this.#members.set(root, [each]);
      }
    }
    return this.#members.get(this.#root(member)) ?? [member];
  }

  #root(member: number): number {
    let root = member;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    for (let at = member; at !== root;) {
      const next = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }
}

function massOf(sentences: readonly Sentence[], lengths: readonly number[], paragraphs: number): Float64Array {
  const mass = new Float64Array(paragraphs);
  for (const [at, { paragraph }] of sentences.entries()) mass[paragraph] = (mass[paragraph] ?? 0) + (lengths[at] ?? 0);
  return mass;
}

function massIn(
  list: readonly number[],
  sentences: readonly Sentence[],
  lengths: readonly number[],
): Map<number, number> {
  const mass = new Map<number, number>();
  for (const at of list) {
    const paragraph = sentences[at]?.paragraph ?? 0;
    mass.set(paragraph, (mass.get(paragraph) ?? 0) + Math.max(1, lengths[at] ?? 0));
  }
  return mass;
}

function sum(mass: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const each of mass.values()) total += each;
  return total || 1;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
