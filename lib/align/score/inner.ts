import { endings } from "./marks-of-line";
import type { Structure } from "./structure";

/**
 * How much likelier than others a place between two lines of one text is to lie within a bead, in nats, by what is seen
 * there: how the line ends, whether a quotation closes, goes on or opens next, how long both lines are, and whether a
 * paragraph ends.
 */
export type InnerTables = {
  readonly ending: Float64Array;
  readonly closes: Float64Array;
  readonly opens: Float64Array;
  readonly inside: Float64Array;
  readonly length: Float64Array;
  readonly nextLength: Float64Array;
  readonly paragraph: Float64Array;
};

/** Lines by their length against the text's mean: up to a quarter, a half, the mean, one and a half, and longer. */
const lengthSteps = [0.25, 0.5, 1, 1.5];
const lengthClasses = lengthSteps.length + 1;

type Features = { readonly [name in keyof InnerTables]: Uint8Array };

const sizes: { readonly [name in keyof InnerTables]: number } = {
  ending: endings.length,
  closes: 2,
  opens: 2,
  inside: 2,
  length: lengthClasses,
  nextLength: lengthClasses,
  paragraph: 2,
};
const names = Object.keys(sizes) as (keyof InnerTables)[];

/** What is seen at the place after each line. @param lengths - before each line, summed */
export function innerFeatures({ marks, endsParagraph }: Structure, lengths: Float64Array): Features {
  const n = marks.length;
  const mean = (lengths[n] ?? 0) / Math.max(1, n);
  const classOf = (line: number) => {
    const length = (lengths[line + 1] ?? 0) - (lengths[line] ?? 0);
    const step = lengthSteps.findIndex((most) => length <= most * mean);
    return step < 0 ? lengthSteps.length : step;
  };
  const read = (of: (line: number) => number) => Uint8Array.from({ length: n }, (_, line) => of(line));
  return {
    ending: read((line) => marks[line]?.ending ?? 0),
    closes: read((line) => (marks[line]?.closes ? 1 : 0)),
    opens: read((line) => (marks[line + 1]?.opens ? 1 : 0)),
    inside: read((line) => (marks[line]?.isInside ? 1 : 0)),
    length: read(classOf),
    nextLength: read((line) => classOf(Math.min(n - 1, line + 1))),
    paragraph: read((line) => (endsParagraph?.[line] ? 1 : 0)),
  };
}

/** What each place costs or gains when it lies within a bead, summed before each line: the tables as independent clues. */
export function scoreInner(features: Features, tables: InnerTables, weight: number): Float64Array {
  const n = features.ending.length;
  const before = new Float64Array(n + 1);
  for (let line = 0; line < n; line++) {
    let sum = 0;
    for (const name of names) sum += tables[name][features[name][line] ?? 0] ?? 0;
    before[line + 1] = (before[line] ?? 0) + weight * sum;
  }
  return before;
}

/** A table counts for no more than this, in nats. */
const cap = 3;

/**
 * Learns the tables from beads.
 * @param isInner - whether the place after each line lies within a bead; null for lines that say nothing
 * @param weight - how many places the tables given count for
 */
export function learnInner(
  features: Features,
  isInner: readonly (boolean | null)[],
  before: InnerTables,
  weight: number,
): InnerTables {
  const all = [1, 1];
  for (const inner of isInner) if (inner !== null) all[inner ? 1 : 0] = (all[inner ? 1 : 0] ?? 0) + 1;
  const base = (all[1] ?? 1) / (all[0] ?? 1);
  const learn = (name: keyof InnerTables) => {
    const [outer, inner] = [new Float64Array(sizes[name]), new Float64Array(sizes[name])];
    for (const [line, is] of isInner.entries()) {
      const value = features[name][line] ?? 0;
      if (is === true) inner[value] = (inner[value] ?? 0) + 1;
      else if (is === false) outer[value] = (outer[value] ?? 0) + 1;
    }
    return before[name].map((prior, value) => {
      // Places that behave as the old table says: `weight` of them, shared out between within and between.
      const share = (base * Math.exp(prior)) / (1 + base * Math.exp(prior));
      const odds = ((inner[value] ?? 0) + weight * share) / ((outer[value] ?? 0) + weight * (1 - share));
      return Math.max(-cap, Math.min(cap, Math.log(odds / base)));
    });
  };
  return Object.fromEntries(names.map((name) => [name, learn(name)])) as InnerTables;
}
