import type { Document, Link } from "./documents";

/** Counts behind precision and recall, strict and lax; sums of several documents are pooled counts. */
export type Counts = {
  predicted: number;
  right: number;
  laxlyRight: number;
  gold: number;
  found: number;
  laxlyFound: number;
};

export const noCounts = (): Counts => ({ predicted: 0, right: 0, laxlyRight: 0, gold: 0, found: 0, laxlyFound: 0 });

/**
 * Compares beads with gold as Sennrich & Volk (2010) do: a bead is right strictly when the gold has the very same, laxly
 * when some line of it is linked in the gold to some line of its other side. Precision is over all beads, recall over the
 * gold's that have both sides.
 */
export function count(document: Document, beads: readonly Link[], into: Counts): void {
  const links = document.isCoarse ? joinWithin(document.gold, beads) : beads;
  const gold = new Set(document.gold.map(nameOf));
  const goldPairs = pairsOf(document.gold);
  const full = (link: Link) => link.source.length > 0 && link.translation.length > 0;
  const isLax = (link: Link, pairs: ReadonlySet<string>) =>
    link.source.some((a) => link.translation.some((b) => pairs.has(`${a} ${b}`)));
  const [names, pairs] = [new Set(links.map(nameOf)), pairsOf(links)];
  for (const link of links) {
    into.predicted++;
    if (gold.has(nameOf(link))) into.right++;
    if (gold.has(nameOf(link)) || isLax(link, goldPairs)) into.laxlyRight++;
  }
  for (const link of document.gold.filter(full)) {
    into.gold++;
    if (names.has(nameOf(link))) into.found++;
    if (names.has(nameOf(link)) || isLax(link, pairs)) into.laxlyFound++;
  }
}

/** F1, strict and lax. */
export function scores({ predicted, right, laxlyRight, gold, found, laxlyFound }: Counts): [number, number] {
  const f1 = (precision: number, recall: number) =>
    precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return [f1(right / predicted, found / gold), f1(laxlyRight / predicted, laxlyFound / gold)];
}

export function nameOf({ source, translation }: Link): string {
  return `${source.join()}:${translation.join()}`;
}

function pairsOf(links: readonly Link[]): Set<string> {
  return new Set(
    links.flatMap(({ source, translation }) => source.flatMap((a) => translation.map((b) => `${a} ${b}`))),
  );
}

/** Joins neighbouring beads while one gold bead holds them all. */
function joinWithin(gold: readonly Link[], beads: readonly Link[]): Link[] {
  const owners = { source: new Map<number, number>(), translation: new Map<number, number>() };
  for (const [at, link] of gold.entries()) {
    for (const line of link.source) owners.source.set(line, at);
    for (const line of link.translation) owners.translation.set(line, at);
  }
  const joined: { link: Link; owner: number | null }[] = [];
  for (const link of beads) {
    const within = new Set([
      ...link.source.map((line) => owners.source.get(line) ?? -1),
      ...link.translation.map((line) => owners.translation.get(line) ?? -1),
    ]);
    const owner = within.size === 1 ? ([...within][0] ?? null) : null;
    const last = joined.at(-1);
    if (last && owner !== null && last.owner === owner)
      last.link = {
        source: [...last.link.source, ...link.source],
        translation: [...last.link.translation, ...link.translation],
      };
    else joined.push({ link, owner });
  }
  return joined.map(({ link }) => link);
}
