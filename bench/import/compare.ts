import { diffChars } from "diff";
import { count, noCounts, scores } from "../align/score";
import { type Pair, type Side, sides, type Text } from "./documents";
import { wordsOfNotes, type WrittenSide, type WrittenWork } from "./read-side";

/** A passage by where its words stand in the text of the gold, white space not counted; `null` for a side that it has not. */
type Passage = Readonly<Record<Side, readonly [number, number] | null>>;

/** How a work that was imported compares with its gold. */
export type Comparison = {
  readonly found: number;
  readonly gold: number;
  /** Whether every passage of the gold has one block on each side. */
  readonly isOneToOne: boolean;
  /** Strict F1 (Sennrich & Volk 2010) of passages. */
  readonly f1: number;
  /** Passages of the gold in one language alone, and how many of them were left so. */
  readonly alone: number;
  readonly leftAlone: number;
  /** Words that are in the document and neither in the work nor reported as dropped, and the reverse. */
  readonly lost: readonly string[];
  readonly added: readonly string[];
  /** Passages found that are not in the gold, as the words on both sides. */
  readonly wrong: readonly (readonly [string, string])[];
};

type Blocks = WrittenSide["blocks"];

/**
 * Compares paragraphs by their words: formats divide and join blocks. Passages that a format divided on both sides within
 * blocks, as plain text divides lists, count as one.
 */
export function compare(pair: Pair, imported: WrittenWork): Comparison {
  const changes = {
    source: changesOf(pair, imported, "source"),
    translation: changesOf(pair, imported, "translation"),
  };
  const gold = passagesOf({ source: pair.source.blocks, translation: pair.translation.blocks }, (_, at) => at);
  const placed = passagesOf(imported, (side, at) => changes[side].place(at));
  const borders = { source: bordersOf(pair.source.blocks), translation: bordersOf(pair.translation.blocks) };
  const found = joinWithinBlocks(placed, borders);
  const units = unitsOf([...gold, ...found]);
  const links = (list: readonly Passage[]) =>
    list.map((passage) => ({
      source: units("source", passage.source),
      translation: units("translation", passage.translation),
    }));
  const counts = noCounts();
  const document = { name: pair.name, set: pair.name, chinese: [], english: [], gold: links(gold), isCoarse: false };
  count(document, links(found), counts);
  const names = new Set(gold.map(nameOf));
  const alone = gold.filter(isAlone);
  const foundNames = new Set(found.map(nameOf));
  const words = { source: wordsIn(pair.source.blocks), translation: wordsIn(pair.translation.blocks) };
  const shown = (side: Side, span: readonly [number, number] | null) => (span ? words[side].slice(...span) : "");
  return {
    found: found.length,
    gold: gold.length,
    isOneToOne: sides.every((side) => pair[side].blocks.every(({ opens }) => opens !== null)) && alone.length === 0,
    f1: scores(counts)[0],
    alone: alone.length,
    leftAlone: alone.filter((passage) => foundNames.has(nameOf(passage))).length,
    lost: sides.flatMap((side) => changes[side].lost),
    added: sides.flatMap((side) => changes[side].added),
    wrong: found
      .filter((passage) => !names.has(nameOf(passage)))
      .map((passage) => [shown("source", passage.source), shown("translation", passage.translation)]),
  };
}

/** What is in one text and not in the other, and where a place of the work is in the gold. */
function changesOf(pair: Pair, imported: WrittenWork, side: Side) {
  const [was, is] = [wordsIn(pair[side].blocks), wordsIn(imported[side].blocks)];
  const dropped = imported.dropped[side].map(({ what }) => bare(what).replace(/…$/, ""));
  const isReported = (words: string) =>
    dropped.some((what) => what !== "" && (what.includes(words) || words.includes(what)));
  const lost: string[] = [];
  const added: string[] = [];
  // Places in the work at which the gold has more or less words, and by how much from there on.
  const shifts: { from: number; by: number }[] = [];
  let [at, by] = [0, 0];
  for (const part of was === is ? [] : diffChars(was, is)) {
    if (part.removed) {
      if (!isReported(part.value)) lost.push(part.value);
      by += part.value.length;
    } else if (part.added) {
      added.push(part.value);
      at += part.value.length;
      by -= part.value.length;
    } else {
      shifts.push({ from: at, by });
      at += part.value.length;
    }
  }
  const [notes, kept] = [wordsOfNotes(pair[side].footnotes), imported[side].notes].map((list) => list.map(bare));
  lost.push(...(notes ?? []).filter((note) => !kept?.includes(note) && !isReported(note)));
  added.push(...(kept ?? []).filter((note) => !notes?.includes(note)));
  const place = (offset: number) => offset + (shifts.findLast(({ from }) => from <= offset)?.by ?? 0);
  return { lost, added, place };
}

/** Passages in the order of both texts, by the ids that blocks open. */
function passagesOf(
  blocks: Readonly<Record<Side, Blocks | { blocks: Blocks }>>,
  place: (side: Side, at: number) => number,
): Passage[] {
  const spans = { source: new Map<string, [number, number]>(), translation: new Map<string, [number, number]>() };
  for (const side of sides) {
    const own = blocks[side];
    let [at, open] = [0, ""];
    for (const { text, opens } of "blocks" in own ? own.blocks : own) {
      open = opens ?? open;
      const end = at + bare(text).length;
      const span = spans[side].get(open);
      spans[side].set(open, [span?.[0] ?? place(side, at), place(side, end)]);
      at = end;
    }
  }
  const ids = [...spans.source.keys(), ...[...spans.translation.keys()].filter((id) => !spans.source.has(id))];
  return ids.map((id) => ({ source: spans.source.get(id) ?? null, translation: spans.translation.get(id) ?? null }));
}

/** Where blocks of a text begin. */
function bordersOf(blocks: Blocks): ReadonlySet<number> {
  const borders = new Set<number>([0]);
  let at = 0;
  for (const { text } of blocks) borders.add((at += bare(text).length));
  return borders;
}

function joinWithinBlocks(
  passages: readonly Passage[],
  borders: Readonly<Record<Side, ReadonlySet<number>>>,
): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    const [source, translation] = [passage.source, passage.translation];
    if (
      source &&
      translation &&
      last?.source &&
      last.translation &&
      !borders.source.has(source[0]) &&
      !borders.translation.has(translation[0]) &&
      last.source[1] === source[0] &&
      last.translation[1] === translation[0]
    ) {
      joined[joined.length - 1] = {
        source: [last.source[0], source[1]],
        translation: [last.translation[0], translation[1]],
      };
    } else joined.push(passage);
  }
  return joined;
}

/** Numbers the stretches between any two borders of passages, so that passages can be compared as lists of them. */
function unitsOf(passages: readonly Passage[]): (side: Side, span: readonly [number, number] | null) => number[] {
  const cuts = {
    source: [...new Set(passages.flatMap(({ source }) => source ?? []))].sort((a, b) => a - b),
    translation: [...new Set(passages.flatMap(({ translation }) => translation ?? []))].sort((a, b) => a - b),
  };
  return (side, span) => {
    if (!span) return [];
    const [from, to] = span.map((place) => cuts[side].indexOf(place));
    return Array.from({ length: Math.max(0, (to ?? 0) - (from ?? 0)) }, (_, at) => (from ?? 0) + at);
  };
}

function isAlone({ source, translation }: Passage): boolean {
  return source === null || translation === null;
}

function nameOf({ source, translation }: Passage): string {
  return `${source?.join() ?? ""}:${translation?.join() ?? ""}`;
}

function wordsIn(blocks: Blocks | Text["blocks"]): string {
  return blocks.map(({ text }) => bare(text)).join("");
}

function bare(words: string): string {
  return words.replace(/\s+/g, "");
}
