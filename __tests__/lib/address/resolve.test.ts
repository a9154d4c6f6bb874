import fc from "fast-check";
import { formatPassageRange } from "@/lib/address/passage-range";
import { resolvePassage } from "@/lib/address/resolve";
import { isPassageId, type PassageId } from "@/lib/passage/passage-id";
import type { Work } from "@/lib/work/work";

const ids = ["k7m2q", "p3x8d", "a2b3c", "z9y8x", "m4n5p"].filter((id): id is PassageId => isPassageId(id));

const work: Work = {
  slug: "story",
  metadata: {
    source: { language: "zh-Hans", title: "故事", byline: [], rights: "公有领域" },
    translation: { language: "en", title: "A Story", byline: [], rights: "Public domain" },
    date: "2025-04-30",
    display: [],
    corrections: [],
    formerly: [],
  },
  passages: ids.map((id, at) => ({
    id,
    number: at + 1,
    source: { blocks: [], text: `第${at + 1}段` },
    translation: null,
  })),
  contents: [],
  glossary: [],
  ledger: new Map(),
  footnotes: { source: new Map(), translation: new Map() },
  length: { source: { unit: "characters", count: 15 }, translation: { unit: "words", count: 0 } },
};

function numbers(segment: string): readonly number[] | null {
  const found = resolvePassage(work, segment);
  if (found.kind !== "exact") return null;
  expect(found.passages.at(0)).toBe(found.first);
  expect(found.passages.at(-1)).toBe(found.last);
  return found.passages.map(({ number }) => number);
}

it.each([
  ["k7m2q", [1]],
  ["m4n5p", [5]],
  ["p3x8d..z9y8x", [2, 3, 4]],
  ["z9y8x..p3x8d", [2, 3, 4]],
  ["a2b3c..a2b3c", [3]],
  ["k7m2q..m4n5p", [1, 2, 3, 4, 5]],
])("finds %s", (segment, expected) => expect(numbers(segment)).toEqual(expected));

it.each([
  "q2q2q",
  "k7m2q..q2q2q",
  "q2q2q..k7m2q",
  "q2q2q..r2r2r",
  "K7M2Q",
  "k7m2q..",
  "",
  "第一段",
  "k7m2q..p3x8d..a2b3c",
])("does not know %j, and says which", (segment) =>
  expect(resolvePassage(work, segment)).toEqual({ kind: "unknown", segment }),
);

it("knows nothing of an empty work", () =>
  expect(resolvePassage({ ...work, passages: [] }, "k7m2q")).toEqual({ kind: "unknown", segment: "k7m2q" }));

it("finds the same run from either end, whole and in order", () => {
  const anyPlace = fc.nat({ max: ids.length - 1 });
  fc.assert(
    fc.property(anyPlace, anyPlace, (one, other) => {
      const ends = [work.passages[one]!.id, work.passages[other]!.id] as const;
      const forwards = numbers(formatPassageRange({ first: ends[0], last: ends[1] }));
      expect(numbers(formatPassageRange({ first: ends[1], last: ends[0] }))).toEqual(forwards);
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(forwards).toEqual(work.passages.slice(low, high + 1).map(({ number }) => number));
    }),
  );
});
