import type { InnerTables } from "./score/inner";
import type { LearnSettings } from "./score/learn-words";
import type { WordSettings } from "./score/lexical";
import { endings } from "./score/marks-of-line";
import type { StructureTables, StructureWeights } from "./score/structure";

/** Everything about the aligner that is a number. Scores are in nats. */
export type Settings = {
  readonly passes: number;
  /** Half the width of the band of the first pass, and of the later ones, in lines. */
  readonly margin: number;
  readonly narrow: number;
  readonly words: WordSettings & {
    /** How much words count. */
    readonly weight: number;
    /** How much the source's words count beside the translation's. */
    readonly backward: number;
    /** What each token costs that is in a bead with both sides: among many, some match by chance. */
    readonly unmatched: number;
  };
  readonly length: {
    readonly weight: number;
    /** Most that a length can cost, before the weight. */
    readonly cap: number;
    /** Variance of the translation's length for each character of it. */
    readonly spread: number;
  };
  readonly shapes: {
    /** How many beads the usual shares of the shapes count for when those of a text are learned. */
    readonly priorWeight: number;
    /** Words say nothing of a line that stands alone, and much of others: this makes up for it. */
    readonly alone: number;
    /** The same where paragraphs are known: whole ones are left out and added more readily than sentences. */
    readonly aloneAmongParagraphs: number;
    /** Log probability that another line stands alone beside one that does. */
    readonly nextAlone: number;
  };
  readonly structure: {
    readonly weights: StructureWeights;
    readonly tables: StructureTables;
    readonly priorWeight: number;
  };
  readonly inner: {
    readonly weight: number;
    readonly source: InnerTables;
    readonly translation: InnerTables;
    readonly priorWeight: number;
  };
  readonly learn: LearnSettings;
  /** Scores are divided by this where probabilities are made of them. */
  readonly temperature: number;
};

/** A table for two marks that tend to come together. */
function together(same: number, differs: number): Float64Array {
  return Float64Array.of(same * 0.2, -differs, -differs, same);
}

/** Lines tend to end alike; most end in a full stop, so that says least. */
const alike = Float64Array.from({ length: endings.length ** 2 }, (_, place) => {
  const [source, translation] = [Math.floor(place / endings.length), place % endings.length];
  if (source !== translation) return -0.7;
  return source === 0 ? 0.2 : 1.2;
});

/**
 * Chosen on the development set of the bench (`bench/align`), by the probability that the aligner gives to the beads that
 * annotators found, and looked at document by document. The tables are rounded: each text teaches its own.
 */
export const settings: Settings = {
  passes: 2,
  margin: 10,
  narrow: 6,
  words: { weight: 0.684, backward: 0.67, unmatched: 0.08, odds: 0.07, rarity: 0.7, dilution: 0.5 },
  length: { weight: 0.78, cap: 16.8, spread: 4 },
  shapes: { priorWeight: 500, alone: 1.5, aloneAmongParagraphs: 3.2, nextAlone: -0.8 },
  structure: {
    weights: { ending: 0.2, opens: 0.9, closes: 0.8, inside: 0.15, paragraph: 0.6 },
    tables: {
      ending: alike,
      opens: together(0.8, 0.7),
      closes: together(0.8, 0.5),
      inside: together(0.6, 0.6),
      paragraph: together(1, 0.7),
    },
    priorWeight: 3,
  },
  inner: {
    weight: 0.45,
    source: {
      ending: Float64Array.of(0, -0.4, 0.6, -0.5, -0.5, 0.3, 0),
      closes: Float64Array.of(0, -0.1),
      opens: Float64Array.of(0.05, -2),
      inside: Float64Array.of(0.1, -0.2),
      length: Float64Array.of(0.6, 0.5, 0, -0.3, -0.4),
      nextLength: Float64Array.of(0.6, 0.2, 0, 0, -0.2),
      paragraph: Float64Array.of(0, -1),
    },
    translation: {
      ending: Float64Array.of(0.1, -1, -0.1, -0.5, -0.5, 0.3, 0),
      closes: Float64Array.of(0.2, -2),
      opens: Float64Array.of(0, 0),
      inside: Float64Array.of(0, 0.6),
      length: Float64Array.of(0.3, 0.3, 0, -0.3, -0.5),
      nextLength: Float64Array.of(0.4, 0.3, -0.1, -0.3, -0.3),
      paragraph: Float64Array.of(0, -1),
    },
    priorWeight: 40,
  },
  learn: { discount: 1.755, least: 4, trust: 7, mostShare: 0.5 },
  temperature: 1.2,
};
