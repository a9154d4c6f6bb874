import fc from "fast-check";
import { breakLines, type Box, type Line } from "@/lib/card/break-lines";

const box = (width: number, more: Partial<Box> = {}): Box => ({
  width,
  gap: 0,
  trimStart: 0,
  trimEnd: 0,
  endsInWord: false,
  endsPhrase: false,
  ...more,
});
const widthOf = (boxes: readonly Box[], { first, last }: Line) =>
  boxes.slice(first, last + 1).reduce((sum, each, at) => sum + each.width + (first + at < last ? each.gap : 0), 0);

const anyBoxes = fc.array(
  fc.record({
    width: fc.double({ min: 0.1, max: 6, noNaN: true }),
    gap: fc.constantFrom(0, 0.25),
    trimStart: fc.constantFrom(0, 0.05),
    trimEnd: fc.constantFrom(0, 0.05),
    endsInWord: fc.boolean(),
    endsPhrase: fc.boolean(),
  }),
  { maxLength: 60 },
);

describe.each([false, true])("breaking lines (balanced: %s)", (isBalanced) => {
  it("puts every box on one line, in order, and none over the measure that could be elsewhere", () => {
    fc.assert(
      fc.property(anyBoxes, fc.double({ min: 1, max: 20, noNaN: true }), (boxes, measure) => {
        const lines = breakLines(boxes, measure, isBalanced);
        expect(lines.flatMap(({ first, last }) => boxes.slice(first, last + 1))).toEqual(boxes);
        for (const line of lines) {
          if (line.first < line.last) expect(widthOf(boxes, line)).toBeLessThanOrEqual(measure + 0.1 + 1e-9);
        }
      }),
    );
  });
});

it("keeps a lone character from the last line where it can", () => {
  const boxes = Array.from({ length: 21 }, () => box(1));
  const lines = breakLines(boxes, 10);
  expect(lines.map(({ first, last }) => last - first + 1).at(-1)).toBeGreaterThan(1);
});

it("makes the lines of a title equally long, with no more of them", () => {
  const boxes = Array.from({ length: 12 }, () => box(1));
  const lengths = (isBalanced: boolean) => breakLines(boxes, 10, isBalanced).map(({ first, last }) => last - first + 1);
  expect(lengths(true)).toEqual([6, 6]);
  expect(lengths(false)).toHaveLength(2);
});

it("breaks a title after its punctuation rather than in the middle", () => {
  const boxes = Array.from({ length: 12 }, (_, at) => box(1, { endsPhrase: at === 6 }));
  expect(breakLines(boxes, 10, true)[0]).toEqual({ first: 0, last: 6 });
});

it("breaks inside a word only where lines would be much less even", () => {
  const boxes = Array.from({ length: 24 }, (_, at) => box(1, { endsInWord: at === 11 }));
  expect(breakLines(boxes, 20, true)).toHaveLength(2);
  expect(breakLines(boxes, 20, true)[0]?.last).not.toBe(11);
});
