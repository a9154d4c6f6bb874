import type { Bead } from "./alignment";
import type { Lexicon } from "./lexicon/lexicon";
import { innerFeatures, learnInner, scoreInner } from "./score/inner";
import { learnWords } from "./score/learn-words";
import { scoreLengths, measureLengths, ratioOf } from "./score/lengths";
import { scoreWords } from "./score/lexical";
import { readLines } from "./score/lines";
import { marksOfLines } from "./score/marks-of-line";
import { learnStructure, scoreStructure, type Structure } from "./score/structure";
import { findAnchors } from "./search/anchors";
import { bandAround } from "./search/band";
import { isAlone, learnPriors, usualPriors } from "./search/bead-types";
import { type Evidence, type Parts, partsOf, scoreBeads } from "./search/evidence";
import { innerPlaces, rangesOf, type Step } from "./search/path";
import { bestPath } from "./search/best-path";
import { posteriors } from "./search/posterior";
import { type Settings, settings as usual } from "./settings";

/** The lines of a text, sentences as a rule, and what is known of each. */
export type SideLines = {
  readonly texts: readonly string[];
  /** What each line is part of: `heading`, `list` …; null where nothing is known. */
  readonly kinds: readonly string[] | null;
  /** Whether each line is the last of its paragraph; null where nothing is known of paragraphs. */
  readonly endsParagraph: readonly boolean[] | null;
};

/** Lines linked to lines. Every line is in exactly one bead, in order. */
export type AlignedLines = {
  readonly beads: readonly Bead[];
  /** How probable it is that a bead begins after so many lines of each text. */
  readonly cut: (chinese: number, english: number) => number;
  /** What spoke for a bead, by its index. */
  readonly explain: (bead: number) => Parts;
};

/** Told how far the work has come, 0 to 1. */
export type Progress = (share: number) => void;

/**
 * Aligns the lines of a Chinese text with those of an English one. Two passes: the first in a wide band round lines that
 * share rare words, with what is known of the two languages; the second in a narrow band round the first, with what the
 * first taught of these two texts: their words, how often each shape of bead is found, and how lengths and punctuation
 * answer each other.
 */
export function alignLines(
  chinese: SideLines,
  english: SideLines,
  lexicon: Lexicon,
  settings: Settings = usual,
  progress: Progress = () => undefined,
): AlignedLines {
  const [n, m] = [chinese.texts.length, english.texts.length];
  const dictionary = readLines(chinese, english, lexicon);
  progress(0.2);
  const sides = [structureOf(chinese), structureOf(english)] as const;
  const lengths = measureLengths(chinese.texts, english.texts);
  const places = {
    source: innerFeatures(sides[0], lengths.source),
    translation: innerFeatures(sides[1], lengths.translation),
  };
  const shapes = {
    ...settings.shapes,
    alone: chinese.endsParagraph ? settings.shapes.aloneAmongParagraphs : settings.shapes.alone,
  };
  let known = {
    lines: dictionary,
    band: bandAround(findAnchors(dictionary), n, m, settings.margin),
    tables: settings.structure.tables,
    inner: { source: settings.inner.source, translation: settings.inner.translation },
    priors: usualPriors(shapes),
    ratio: lengths.ratio,
  };
  for (let pass = 1; ; pass++) {
    const evidence: Evidence = {
      band: known.band,
      words: scoreWords(known.lines, known.band, settings.words),
      weights: settings.words,
      structure: scoreStructure(...sides, known.band, known.tables, settings.structure.weights),
      inner: {
        source: scoreInner(places.source, known.inner.source, settings.inner.weight),
        translation: scoreInner(places.translation, known.inner.translation, settings.inner.weight),
      },
      priors: known.priors,
      nextAlone: settings.shapes.nextAlone,
      lengths,
      lengthScore: scoreLengths(known.ratio, settings.length),
    };
    progress(0.2 + (0.8 * (pass - 0.5)) / settings.passes);
    const scores = scoreBeads(evidence);
    const path = bestPath(evidence, scores);
    progress(0.2 + (0.8 * pass) / settings.passes);
    if (pass === settings.passes) {
      const { beads, cut } = posteriors(evidence, scores, path, settings.temperature);
      return {
        beads: path.map((step, at) => beadOf(step, beads[at] ?? 0)),
        cut,
        explain: (bead) => partsOf(evidence, path[bead] ?? { i: 0, j: 0, type: 0 }),
      };
    }
    const full = path.filter(({ type }) => !isAlone(type)).map(rangesOf);
    const learnPlaces = (side: "source" | "translation", lines: number) =>
      learnInner(places[side], innerPlaces(path, lines, side), settings.inner[side], settings.inner.priorWeight);
    known = {
      lines: learnWords(dictionary, full, settings.learn),
      band: bandAround(path, n, m, settings.narrow),
      tables: learnStructure(...sides, full, settings.structure.tables, settings.structure.priorWeight),
      inner: { source: learnPlaces("source", n), translation: learnPlaces("translation", m) },
      priors: learnPriors(path, shapes),
      ratio: ratioOf(full, lengths),
    };
  }
}

function structureOf({ texts, endsParagraph }: SideLines): Structure {
  return { marks: marksOfLines(texts), endsParagraph };
}

function beadOf(step: Step, confidence: number): Bead {
  const { source, translation } = rangesOf(step);
  const list = ([from, to]: readonly [number, number]) => Array.from({ length: to - from }, (_, at) => from + at);
  return { source: list(source), translation: list(translation), confidence };
}
