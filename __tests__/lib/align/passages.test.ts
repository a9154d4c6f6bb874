import fc from "fast-check";
import type { Bead, Sentence } from "@/lib/align/alignment";
import { derivePassages } from "@/lib/align/passages";

/** Paragraphs by the number of their sentences, all of one length. */
function sentences(counts: readonly number[]): Sentence[] {
  return counts.flatMap((count, paragraph) => Array.from({ length: count }, () => ({ paragraph, start: 0, end: 10 })));
}

function derive(source: readonly number[], translation: readonly number[], beads: readonly Bead[]) {
  const both = { source: sentences(source), translation: sentences(translation) };
  const lengths = { source: both.source.map(() => 10), translation: both.translation.map(() => 10) };
  return derivePassages(beads, both, lengths, { source: source.length, translation: translation.length }, () => 0.9);
}

const bead = (source: readonly number[], translation: readonly number[], confidence = 0.8): Bead => ({
  source,
  translation,
  confidence,
});
const shown = (passages: readonly Bead[]) => passages.map(({ source, translation }) => `${source}:${translation}`);

it.each([
  ["paragraphs side by side", [2, 1], [2, 1], [bead([0], [0]), bead([1], [1]), bead([2], [2])], ["0:0", "1:1"]],
  ["a paragraph that was divided", [2], [1, 1], [bead([0], [0]), bead([1], [1])], ["0:0,1"]],
  ["two that became one", [1, 1], [2], [bead([0], [0]), bead([1], [1])], ["0,1:0"]],
  [
    "a paragraph that began in the one before",
    [3, 3],
    [4, 2],
    [0, 1, 2, 3, 4, 5].map((at) => bead([at], [at])),
    ["0,1:0,1"],
  ],
  ["one without counterpart", [1, 1], [1], [bead([0], [0]), bead([1], [])], ["0:0", "1:"]],
  ["one that was added", [1], [1, 1], [bead([], [0]), bead([0], [1])], [":0", "0:1"]],
  [
    "a sentence that strayed",
    [12, 12],
    [11, 13],
    [
      ...Array.from({ length: 11 }, (_, at) => bead([at], [at])),
      bead([11], [11]),
      ...Array.from({ length: 12 }, (_, at) => bead([at + 12], [at + 12])),
    ],
    ["0:0", "1:1"],
  ],
])("%s", (_, source, translation, beads, expected) =>
  expect(shown(derive(source, translation, beads))).toEqual(expected),
);

it("is no surer of a passage than of the weakest link that holds it together", () => {
  const [passage] = derive([2], [1, 1], [bead([0], [0], 0.9), bead([1], [1], 0.3)]);
  expect(passage?.confidence).toBe(0.3);
});

const counts = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 });
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

it("puts every paragraph into one passage, in order, whatever the beads", () =>
  fc.assert(
    fc.property(counts, counts, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (source, translation, random) => {
      const [n, m] = [sum(source), sum(translation)];
      const beads: Bead[] = [];
      for (let [i, j] = [0, 0]; i < n || j < m;) {
        const a = Math.min(n - i, random.next().value ?? 0);
        const b = a === 0 && i < n ? Math.min(m - j, 1) : Math.min(m - j, random.next().value ?? 0);
        if (a + b === 0) {
          if (i < n) beads.push(bead([i++], []));
          else beads.push(bead([], [j++]));
          continue;
        }
        beads.push(bead(range(i, i + a), range(j, j + b)));
        [i, j] = [i + a, j + b];
      }
      const passages = derive(source, translation, beads);
      expect(passages.flatMap((each) => each.source)).toEqual(range(0, source.length));
      expect(passages.flatMap((each) => each.translation)).toEqual(range(0, translation.length));
    }),
  ));

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
