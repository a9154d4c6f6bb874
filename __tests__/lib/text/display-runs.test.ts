import fc from "fast-check";
import { describeRuns, undoRuns } from "@/lib/text/display-runs";
import { typeset } from "@/lib/text/typeset";

/** Text in which half-width and full-width marks meet Chinese and Latin letters. */
const mixed = fc.string({ unit: fc.constantFrom(..."山水OpenAI12 ,:;?!()，：；？！（）・·。“”\n🏔"), maxLength: 60 });

it.each([
  ["nothing was changed", "山高，水长。", "山高，水长。", null],
  ["every mark was changed", "山,水:长", "山，水：长", ""],
  ["the first was typed full-width", "山，水,长", "山，水，长", "0 1"],
  ["the last was typed full-width", "山,水，", "山，水，", "1"],
  ["one between changed ones was not", "a,b，c,d", "a，b，c，d", "1 1"],
])("says it when %s", (_, typed, shown, runs) => {
  expect(describeRuns(typed, shown)).toBe(runs);
});

it("gives back what was typed, whatever was typed", () =>
  fc.assert(
    fc.property(mixed, (typed) => {
      const shown = typeset(typed);
      expect(undoRuns(describeRuns(typed, shown))(shown)).toBe(typed);
    }),
  ));

it("gives it back in pieces, wherever the pieces end", () =>
  fc.assert(
    fc.property(mixed, fc.array(fc.nat({ max: 60 })), (typed, cuts) => {
      const shown = typeset(typed);
      const undo = undoRuns(describeRuns(typed, shown));
      const ends = [0, ...cuts.filter((cut) => cut <= shown.length).sort((a, b) => a - b), shown.length];
      const pieces = ends.slice(1).map((end, at) => undo(shown.slice(ends[at], end)));
      expect(pieces.join("")).toBe(typed);
    }),
  ));

it("needs a few characters for a long text that was typed evenly", () => {
  const typed = "山,水:长;".repeat(1000);
  expect(describeRuns(typed, typeset(typed))).toBe("");
});
