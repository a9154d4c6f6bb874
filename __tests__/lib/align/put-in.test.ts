import type { Bead } from "@/lib/align/alignment";
import { type ExplainedAlignment, putIn } from "@/lib/align/put-in";

const bead = (source: readonly number[], translation: readonly number[]): Bead => ({
  source,
  translation,
  confidence: 1,
});
const parts = (shape: number) => ({ shape, words: 0, lengths: 0, marks: 0, inner: 0 });

/** Paragraphs of two sentences each. */
function alignment(paragraphs: number, beads: readonly Bead[], passages: readonly Bead[], first: number) {
  const sentences = Array.from({ length: paragraphs * 2 }, (_, at) => ({ paragraph: at >> 1, start: 0, end: 1 }));
  const explain = (at: number) => parts(first + at);
  return { sentences: { source: sentences, translation: sentences }, beads, passages, explain } as ExplainedAlignment;
}

// The second source paragraph is the third of the translation; a bead of the first reaches into each.
const whole = alignment(
  3,
  [bead([0], [0]), bead([1, 2], [1]), bead([3], []), bead([4], [2]), bead([5], [3, 4]), bead([], [5])],
  [bead([0], [0]), bead([1], []), bead([2], [1]), bead([], [2])],
  0,
);
const aligned = alignment(1, [bead([0], [0]), bead([1], [1])], [bead([0], [0])], 100);
const found = putIn(whole, { source: { from: 1, to: 2 }, translation: { from: 2, to: 3 }, aligned });
const named = (beads: readonly Bead[]) => beads.map(({ source, translation }) => `${source}:${translation}`);

it("puts a section that moved in its place in the source, and leaves no sentence out that reaches into it", () => {
  expect(named(found.beads)).toEqual(["0:0", "1:1", "2:4", "3:5", "4:2", "5:3"]);
  expect(named(found.passages)).toEqual(["0:0", "1:2", "2:1"]);
});

it("explains each bead as the alignment did that it came from", () =>
  expect(found.beads.map((_, at) => found.explain(at).shape)).toEqual([0, 1, 100, 101, 3, 4]));
