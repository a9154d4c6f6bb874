import fc from "fast-check";
import { formatPassageRange, parsePassageRange, type PassageRange } from "@/lib/address/passage-range";
import { checkOf } from "@/lib/address/check";
import { idDigits, idLetters, isPassageId, type PassageId } from "@/lib/passage/passage-id";

const anyId = fc
  .tuple(
    fc.constantFrom(...idLetters),
    fc.string({ unit: fc.constantFrom(...idLetters, ...idDigits), minLength: 4, maxLength: 4 }),
  )
  .map(([letter, rest]) => letter + rest)
  .filter((text): text is PassageId => isPassageId(text));
const anyCheck = fc.string().map((text) => checkOf({ source: { blocks: [], text }, translation: null }));
const anyRange: fc.Arbitrary<PassageRange> = fc
  .record({ first: anyId, last: anyId, firstCheck: fc.option(anyCheck), lastCheck: fc.option(anyCheck) })
  .map(({ first, last, firstCheck, lastCheck }) => ({
    first,
    last,
    ...(firstCheck && { firstCheck }),
    ...(lastCheck && first !== last && { lastCheck }),
  }));

it("reads one passage as a range of one", () =>
  expect(parsePassageRange("k7m2q")).toEqual({ first: "k7m2q", last: "k7m2q" }));

it("reads both ends, in the order written", () =>
  expect(parsePassageRange("p3x8d..k7m2q")).toEqual({ first: "p3x8d", last: "k7m2q" }));

it("reads the check of each end, and leaves out one that is spoilt", () => {
  const [one, other] = ["tides", "潮汐"].map((text) => checkOf({ source: { blocks: [], text }, translation: null }));
  expect(parsePassageRange(`k7m2q~${one}`)).toEqual({ first: "k7m2q", last: "k7m2q", firstCheck: one });
  expect(parsePassageRange(`k7m2q~${one}..p3x8d~${other}`)).toEqual({
    first: "k7m2q",
    last: "p3x8d",
    firstCheck: one,
    lastCheck: other,
  });
  expect(parsePassageRange(`k7m2q..p3x8d~${other}`)).toEqual({ first: "k7m2q", last: "p3x8d", lastCheck: other });
  for (const cut of ["k7m2q~", "k7m2q~abc", `k7m2q~${one}x`])
    expect(parsePassageRange(cut)).toEqual({ first: "k7m2q", last: "k7m2q" });
});

it.each([
  "",
  "~",
  "~AAAAAAAAAAA",
  "k7m2q~AAAAAAAAAAA~AAAAAAAAAAA",
  "..",
  "k7m2q..",
  "..k7m2q",
  "k7m2q.p3x8d",
  "k7m2q...p3x8d",
  "k7m2q..p3x8d..n4v6c",
  "K7M2Q",
  "k7m2o",
  "k7m2",
  "7k7m2",
  "k7m2q ",
  "k7m2q\n",
  "k7m2q-p3x8d",
  "第12段",
  "%6b7m2q",
])("refuses %j", (segment) => expect(parsePassageRange(segment)).toBeNull());

it("reads back every range that formatPassageRange writes", () =>
  fc.assert(fc.property(anyRange, (range) => expect(parsePassageRange(formatPassageRange(range))).toEqual(range))));

it("writes nothing that an address would have to escape", () =>
  fc.assert(
    fc.property(anyRange, (range) => {
      const segment = formatPassageRange(range);
      expect(encodeURIComponent(segment)).toBe(segment);
    }),
  ));

it("never throws, whatever is typed", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (segment) => {
      const range = parsePassageRange(segment);
      if (range) expect(parsePassageRange(formatPassageRange(range))).toEqual(range);
    }),
  ));
