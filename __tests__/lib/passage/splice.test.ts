import fc from "fast-check";
import { applySplices, type Splice } from "@/lib/passage/splice";
import { anyUnits } from "./arbitraries";

describe("applySplices", () => {
  it.each<[string, string, Splice[], string]>([
    ["replaces", "one two three", [{ start: 4, end: 7, insert: "2" }], "one 2 three"],
    ["inserts", "ab", [{ start: 1, end: 1, insert: "-" }], "a-b"],
    ["deletes", "abc", [{ start: 0, end: 2, insert: "" }], "c"],
    [
      "works at both ends",
      "b",
      [
        { start: 1, end: 1, insert: "c" },
        { start: 0, end: 0, insert: "a" },
      ],
      "abc",
    ],
    [
      "keeps two insertions at one place in the order given",
      "x",
      [
        { start: 1, end: 1, insert: "1" },
        { start: 1, end: 1, insert: "2" },
      ],
      "x12",
    ],
    ["does nothing without splices", "山\r\n", [], "山\r\n"],
  ])("%s", (_, text, splices, expected) => expect(applySplices(text, splices)).toBe(expected));

  it("leaves everything between the splices as it is, in whatever order they are given", () => {
    const anyPieces = fc.array(fc.record({ kept: anyUnits, replaced: anyUnits, insert: anyUnits }), { maxLength: 6 });
    const anyOrder = fc.array(fc.nat(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(anyPieces, anyUnits, anyOrder, (parts, rest, order) => {
        let at = 0;
        const splices = parts.map(({ kept, replaced, insert }) => {
          const start = at + kept.length;
          at = start + replaced.length;
          return { start, end: at, insert, empty: start === at };
        });
        // Two insertions at one place have an order of their own, so only splices that replace something change places.
        const shuffled = splices.some(({ empty }) => empty)
          ? splices
          : splices
              .map((splice, index) => ({ splice, key: order[index] ?? 0 }))
              .sort((a, b) => a.key - b.key)
              .map(({ splice }) => splice);
        const text = parts.map(({ kept, replaced }) => kept + replaced).join("") + rest;
        expect(applySplices(text, shuffled)).toBe(parts.map(({ kept, insert }) => kept + insert).join("") + rest);
      }),
    );
  });
});
