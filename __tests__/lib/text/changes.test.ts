import fc from "fast-check";
import { changesBetween, type Change } from "@/lib/text/changes";

const without = (kind: Change["kind"], changes: readonly Change[]) =>
  changes
    .filter((change) => change.kind !== kind)
    .map(({ words }) => words)
    .join("");

it("shows what changed by whole words", () =>
  expect(changesBetween("The oldest post is black.", "The oldest post is grey.", "en")).toEqual([
    { kind: "same", words: "The oldest post is " },
    { kind: "removed", words: "black" },
    { kind: "added", words: "grey" },
    { kind: "same", words: "." },
  ]));

it("knows the words of Chinese", () =>
  expect(changesBetween("最旧的木桩已经发黑。", "最旧的木桩已经腐烂。", "zh-Hans")).toEqual([
    { kind: "same", words: "最旧的木桩已经" },
    { kind: "removed", words: "发黑" },
    { kind: "added", words: "腐烂" },
    { kind: "same", words: "。" },
  ]));

it("gives back both texts, whatever they are", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (then, now) => {
      const changes = changesBetween(then, now, "zh-Hans");
      expect(without("removed", changes)).toBe(now);
      expect(without("added", changes)).toBe(then);
    }),
  ));

it.each([400, 900, 20_000])("calls a text of %d words that was written anew just that, in little time", (count) => {
  const text = (letter: string) => Array.from({ length: count }, (_, at) => letter + at).join(" ");
  const start = performance.now();
  expect(changesBetween(text("a"), text("b"), "en")).toEqual([
    { kind: "removed", words: text("a") },
    { kind: "added", words: text("b") },
  ]);
  expect(performance.now() - start).toBeLessThan(3000);
});
