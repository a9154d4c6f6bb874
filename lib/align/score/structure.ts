import type { Band } from "../search/band";
import type { Ranges } from "../search/path";
import { endings, type LineMarks } from "./marks-of-line";

/** What the structure of two lines side by side says, as tables of nats: how much more often than by chance they meet. */
export type StructureTables = {
  /** Ending of the source's line by ending of the translation's. */
  readonly ending: Float64Array;
  /** 2 x 2, none and both: quotation mark at the start; at the end; a quotation still open; end of a paragraph. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly inside: Float64Array;
  readonly paragraph: Float64Array;
};

/** Everything that lines tell beside their words and lengths. */
export type Structure = {
  readonly marks: readonly LineMarks[];
  /** Whether a line is the last of its paragraph; null where nothing is known of paragraphs. */
  readonly endsParagraph: readonly boolean[] | null;
};

/** A pair of lines that end, or begin, together. */
type Meeting = { readonly source: number; readonly translation: number };

/** A table counts for no more than this, in nats, whatever a text seems to show. */
const cap = 2.5;

/**
 * Learns the tables from beads: how often two marks meet against how often they would by chance, smoothed with the tables
 * given, which count as much as `weight` beads.
 */
export function learnStructure(
  source: Structure,
  translation: Structure,
  beads: readonly Ranges[],
  before: StructureTables,
  weight: number,
): StructureTables {
  const starts = beads.map((bead) => ({ source: bead.source[0], translation: bead.translation[0] }));
  const ends = beads.map((bead) => ({ source: bead.source[1] - 1, translation: bead.translation[1] - 1 }));
  const table = (
    meetings: readonly Meeting[],
    size: number,
    read: (structure: Structure, line: number) => number,
    old: Float64Array,
  ) => {
    const joint = new Float64Array(size * size);
    const [rows, columns] = [new Float64Array(size), new Float64Array(size)];
    for (const meeting of meetings) {
      const [a, b] = [read(source, meeting.source), read(translation, meeting.translation)];
      joint[a * size + b] = (joint[a * size + b] ?? 0) + 1;
      rows[a] = (rows[a] ?? 0) + 1;
      columns[b] = (columns[b] ?? 0) + 1;
    }
    const n = Math.max(1, meetings.length);
    return old.map((prior, place) => {
      const expected = ((rows[Math.floor(place / size)] ?? 0) * (columns[place % size] ?? 0)) / n;
      // Pseudo-beads that behave as the old table says.
      const learned = Math.log(
        ((joint[place] ?? 0) + smooth(expected, weight) * Math.exp(prior)) / (expected + smooth(expected, weight)),
      );
      return Math.max(-cap, Math.min(cap, Number.isFinite(learned) ? learned : prior));
    });
  };
  return {
    ending: table(ends, endings.length, endingOf, before.ending),
    opens: table(starts, 2, opensAt, before.opens),
    closes: table(ends, 2, closesAt, before.closes),
    inside: table(ends, 2, insideAt, before.inside),
    paragraph: table(ends, 2, paragraphAt, before.paragraph),
  };
}

function smooth(expected: number, weight: number): number {
  return expected === 0 ? 1 : Math.min(weight, Math.max(1, expected));
}

const endingOf = ({ marks }: Structure, line: number) => marks[line]?.ending ?? 0;
const opensAt = ({ marks }: Structure, line: number) => (marks[line]?.opens ? 1 : 0);
const closesAt = ({ marks }: Structure, line: number) => (marks[line]?.closes ? 1 : 0);
const insideAt = ({ marks }: Structure, line: number) => (marks[line]?.isInside ? 1 : 0);
const paragraphAt = ({ endsParagraph }: Structure, line: number) => (endsParagraph?.[line] ? 1 : 0);

/** Scores of each cell of a band: for a bead that begins after it, and for one that ends before it. */
export type StructureScores = { readonly start: Float32Array; readonly end: Float32Array };

/** How much each table counts: they are not independent, and the texts of a genre agree in some more than in others. */
export type StructureWeights = { readonly [name in keyof StructureTables]: number };

export function scoreStructure(
  source: Structure,
  translation: Structure,
  band: Band,
  tables: StructureTables,
  weights: StructureWeights,
): StructureScores {
  const cells = band.first.at(-1) ?? 0;
  const [start, end] = [new Float32Array(cells), new Float32Array(cells)];
  const [n, m] = [source.marks.length, translation.marks.length];
  const hasParagraphs = source.endsParagraph !== null && translation.endsParagraph !== null;
  const kinds = endings.length;
  for (let i = 0; i <= n; i++) {
    const low = band.low[i] ?? 0;
    for (let j = low; j <= (band.high[i] ?? 0); j++) {
      const cell = (band.first[i] ?? 0) + j - low;
      if (i < n && j < m)
        start[cell] = weights.opens * (tables.opens[opensAt(source, i) * 2 + opensAt(translation, j)] ?? 0);
      if (i === 0 || j === 0) continue;
      const [a, b] = [i - 1, j - 1];
      let sum =
        weights.ending * (tables.ending[endingOf(source, a) * kinds + endingOf(translation, b)] ?? 0) +
        weights.closes * (tables.closes[closesAt(source, a) * 2 + closesAt(translation, b)] ?? 0) +
        weights.inside * (tables.inside[insideAt(source, a) * 2 + insideAt(translation, b)] ?? 0);
      if (hasParagraphs)
        sum += weights.paragraph * (tables.paragraph[paragraphAt(source, a) * 2 + paragraphAt(translation, b)] ?? 0);
      end[cell] = sum;
    }
  }
  return { start, end };
}
