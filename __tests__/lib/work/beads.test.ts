import type { PassageId } from "@/lib/passage/passage-id";
import { beadsOf, type Beads, hashOfWords, loadBeads, readBeads, stringifyBeads } from "@/lib/work/beads";
import { temporaryContent } from "./temporary-works";

const { write } = temporaryContent();
const [one, two] = ["k7m2q", "p3x8d"] as PassageId[];
if (!one || !two) throw new Error();

const words = { source: "山高。水长。", translation: "The mountain is high, the water long." };
const beads: Beads = new Map([
  [two, { of: hashOfWords(words.source, words.translation), beads: [[2, 1, 0.9349]] }],
  [
    one,
    {
      of: "0123456789abcdef",
      beads: [
        [1, 0, 0.5],
        [1, 1, 1],
      ],
    },
  ],
]);

describe("beads.json", () => {
  it("has a passage on each line, in the order given, with two decimals", () =>
    expect(stringifyBeads(beads).split("\n")).toEqual([
      "{",
      `"p3x8d": {"of":"${hashOfWords(words.source, words.translation)}","beads":[[2,1,0.93]]},`,
      '"k7m2q": {"of":"0123456789abcdef","beads":[[1,0,0.5],[1,1,1]]}',
      "}",
      "",
    ]));

  it("reads back what was written", () => {
    const text = stringifyBeads(beads);
    const read = readBeads(text);
    expect(read && stringifyBeads(read)).toBe(text);
    expect(readBeads(stringifyBeads(new Map()))).toEqual(new Map());
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["no id", '{"k7m2o": {"of": "0123456789abcdef", "beads": []}}'],
    ["a hash that is none", '{"k7m2q": {"of": "1", "beads": []}}'],
    ["a bead of nothing", '{"k7m2q": {"of": "0123456789abcdef", "beads": [[0, 0, 1]]}}'],
    ["a negative number", '{"k7m2q": {"of": "0123456789abcdef", "beads": [[-1, 2, 1]]}}'],
    ["more than certainty", '{"k7m2q": {"of": "0123456789abcdef", "beads": [[1, 1, 1.1]]}}'],
  ])("is nothing where it has %s", (_, text) => expect(readBeads(text)).toBeNull());

  it("knows a passage by its words, and says nothing once they changed", () => {
    expect(beadsOf(beads, two, words)).toEqual([[2, 1, 0.9349]]);
    expect(beadsOf(beads, two, { ...words, source: "山高，水长。" })).toBeNull();
    expect(beadsOf(beads, two, { source: `${words.source}\n`, translation: words.translation })).toBeNull();
    expect(beadsOf(beads, "zzzzz" as PassageId, words)).toBeNull();
  });

  it("is not missed where it is not there, or damaged", async () => {
    expect(await loadBeads(write("none", {}))).toEqual(new Map());
    expect(await loadBeads(write("damaged", { "beads.json": '{"k7m2q":' }))).toEqual(new Map());
    expect((await loadBeads(write("whole", { "beads.json": stringifyBeads(beads) }))).size).toBe(2);
  });
});
