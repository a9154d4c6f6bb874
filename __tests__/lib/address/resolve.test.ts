import fc from "fast-check";
import { checkOf } from "@/lib/address/check";
import { formatPassageRange } from "@/lib/address/passage-range";
import { resolvePassage, type Resolution } from "@/lib/address/resolve";
import type { LedgerEntry } from "@/lib/ledger/ledger";
import type { PassageId } from "@/lib/passage/passage-id";
import { fingerprint } from "@/lib/text/fingerprint";
import type { Passage, Work } from "@/lib/work/work";

const id = (text: string) => text as PassageId;
const ids = ["k7m2q", "p3x8d", "a2b3c", "z9y8x", "m4n5p"].map(id);
const sentences = [
  "渔人每天看两次潮水，一次在清晨，一次在黄昏。",
  "镇上的孩子不懂这些刻痕，只当是老人的记号。",
  "后来学校的先生来看，说这是一本书。",
  "如今木桩还在，共有二十三根，最旧的一根已经发黑。",
  "谁要是想知道从前的海，就去摸一摸它们。",
];

/** A work of those five passages. */
function workWith(entries: Record<string, LedgerEntry> = {}, texts: readonly string[] = sentences): Work {
  return {
    slug: "story",
    metadata: {
      source: { language: "zh-Hans", title: "故事", byline: [], rights: "公有领域" },
      translation: { language: "en", title: "A Story", byline: [], rights: "Public domain" },
      date: "2025-04-30",
      display: [],
      corrections: [],
      formerly: [],
    },
    passages: texts.map((text, at) => ({
      id: ids[at]!,
      number: at + 1,
      source: { blocks: [], text },
      translation: null,
    })),
    contents: [],
    glossary: [],
    ledger: new Map(Object.entries(entries).map(([key, entry]) => [id(key), entry])),
    footnotes: { source: new Map(), translation: new Map() },
    length: { source: { unit: "characters", count: 15 }, translation: { unit: "words", count: 0 } },
  };
}

type Retirement = NonNullable<LedgerEntry["retired"]>;

function retired(as: Retirement["as"], into: readonly string[] = [], more: Partial<Retirement> = {}): LedgerEntry {
  return {
    minted: "2025-01-01",
    retired: { as, date: "2025-06-01", ...(into.length && { into: into.map(id) }), ...more },
  };
}

/** Numbers of the passages found, after checking that they are a run; null where there are none. */
function numbers(found: Resolution): readonly number[] | null {
  if (!("passages" in found)) return null;
  expect(found.passages.at(0)).toBe(found.first);
  expect(found.passages.at(-1)).toBe(found.last);
  return found.passages.map(({ number }) => number);
}

function outcome(work: Work, segment: string): readonly [Resolution["kind"], readonly number[] | null] {
  const found = resolvePassage(work, segment);
  return [found.kind, numbers(found)];
}

describe("what stands in the text", () => {
  const work = workWith();
  it.each([
    ["k7m2q", [1]],
    ["m4n5p", [5]],
    ["p3x8d..z9y8x", [2, 3, 4]],
    ["z9y8x..p3x8d", [2, 3, 4]],
    ["a2b3c..a2b3c", [3]],
    ["k7m2q..m4n5p", [1, 2, 3, 4, 5]],
    ["k7m2q~AAAAAAAAAAA", [1]],
    ["k7m2q~cut", [1]],
  ])("is found by %s, exactly", (segment, expected) => expect(outcome(work, segment)).toEqual(["exact", expected]));

  it("is the same run from either end, whole and in order", () => {
    const anyPlace = fc.nat({ max: ids.length - 1 });
    fc.assert(
      fc.property(anyPlace, anyPlace, (one, other) => {
        const [a, b] = [ids[one]!, ids[other]!];
        const forwards = outcome(work, formatPassageRange({ first: a, last: b }));
        expect(outcome(work, formatPassageRange({ first: b, last: a }))).toEqual(forwards);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(forwards[1]).toEqual(work.passages.slice(low, high + 1).map(({ number }) => number));
      }),
    );
  });
});

describe("what was never there", () => {
  it.each(["q2q2q", "q2q2q..r2r2r", "K7M2Q", "k7m2q..", "", "第一段", "k7m2q..p3x8d..a2b3c", "q2q2q~short"])(
    "is unknown: %j",
    (segment) => expect(resolvePassage(workWith(), segment)).toEqual({ kind: "unknown", segment }),
  );
  it("is unknown in an empty work too", () =>
    expect(resolvePassage(workWith({}, []), "k7m2q")).toEqual({ kind: "unknown", segment: "k7m2q" }));
});

describe("what the ledger has moved", () => {
  const work = workWith({
    mrgdq: retired("merged", ["p3x8d"]),
    twcem: retired("merged", ["mrgdq"]),
    spqtq: retired("split", ["z9y8x", "m4n5p"]),
    hafgg: retired("split", ["gnegn", "m4n5p"]),
    gnegn: retired("removed", [], { near: id("k7m2q") }),
    mvedq: retired("moved", ["a2b3c"]),
  });
  it.each([
    ["mrgdq", "merged", "p3x8d", [2], []],
    ["twcem", "merged", "p3x8d", [2], []],
    ["spqtq", "split", "z9y8x", [4], ["m4n5p"]],
    ["hafgg", "split", "m4n5p", [5], []],
    ["mvedq", "moved", "a2b3c", [3], []],
    ["k7m2q..mvedq", "moved", "k7m2q..a2b3c", [1, 2, 3], []],
    ["mvedq..mrgdq", "moved", "p3x8d..a2b3c", [2, 3], []],
    ["mrgdq..p3x8d", "merged", "p3x8d", [2], []],
    ["a2b3c..spqtq", "split", "a2b3c..z9y8x", [3, 4], ["m4n5p"]],
  ])("leads %s on (%s) to %s", (segment, how, to, expected, others) => {
    const found = resolvePassage(work, segment);
    expect(found).toMatchObject({ kind: "moved", how, from: segment });
    expect(numbers(found)).toEqual(expected);
    if (found.kind !== "moved") return;
    expect(formatPassageRange(found.to)).toBe(to);
    expect(found.others.map((other) => other.id)).toEqual(others);
  });

  it("is followed through 60 steps, and no further than 64", () => {
    const chain = (length: number) => {
      const name = (at: number) => `c${"abcdefgh"[at >> 3]}${"abcdefgh"[at & 7]}22`;
      const entries = Array.from({ length }, (_, at) => [
        name(at),
        retired("merged", [at + 1 === length ? "k7m2q" : name(at + 1)]),
      ]);
      return resolvePassage(workWith(Object.fromEntries(entries)), name(0)).kind;
    };
    expect(chain(60)).toBe("moved");
    expect(chain(64)).toBe("removed");
  });

  it("hangs nobody where it leads in circles", () => {
    const circle = workWith({ aaaaa: retired("merged", ["bbbbb"]), bbbbb: retired("merged", ["aaaaa"]) });
    expect(resolvePassage(circle, "aaaaa").kind).toBe("removed");
  });
});

describe("what is gone", () => {
  const work = workWith({
    gneaa: retired("removed", [], { near: id("a2b3c"), said: { source: "旧" } }),
    gnebb: retired("removed", [], { near: id("mvedq") }),
    gnecc: retired("merged", ["gneaa"]),
    gnedd: retired("removed"),
    mvedq: retired("moved", ["m4n5p"]),
  });
  it.each([
    ["gneaa", 3],
    ["gnebb", 5],
    ["gnecc", 3],
    ["gnedd", null],
    ["gneaa..gneaa", 3],
    ["q2q2q..gneaa", 3],
  ])("is remembered: %s, near %s", (segment, near) => {
    const found = resolvePassage(work, segment);
    expect(found.kind).toBe("removed");
    expect(found.kind === "removed" && [found.near?.number ?? null, found.date]).toEqual([near, "2025-06-01"]);
  });

  it("is remembered at both ends of a range of which nothing is left", () => {
    const found = resolvePassage(work, "gneaa..gnecc");
    expect(found).toMatchObject({ kind: "removed", id: "gneaa", others: [{ id: "gnecc" }] });
  });

  it.each([
    ["k7m2q..gneaa", [1, 2], "gneaa"],
    ["gneaa..k7m2q", [1, 2], "gneaa"],
    ["gneaa..m4n5p", [3, 4, 5], "gneaa"],
    ["k7m2q..gnebb", [1, 2, 3, 4, 5], "gnebb"],
    ["k7m2q..gnedd", [1], "gnedd"],
    ["k7m2q..q2q2q", [1], "q2q2q"],
    ["q2q2q..k7m2q", [1], "q2q2q"],
    ["gneaa..gnebb", [3, 4, 5], "gneaa..gnebb"],
  ])("leaves of the range %s what stands", (segment, expected, lost) => {
    const found = resolvePassage(work, segment);
    expect(found).toMatchObject({ kind: "partial", lost });
    expect(numbers(found)).toEqual(expected);
  });

  it.each([
    ["k7m2q..gneaa", true],
    ["k7m2q..zzzzz", false],
    ["zzzzz..k7m2q", false],
  ])("tells of the range %s whether its lost end was ever there", (segment, wasHere) =>
    expect(resolvePassage(work, segment)).toMatchObject({ kind: "partial", wasHere }),
  );
});

describe("what only its words can tell", () => {
  const words = (text: string): LedgerEntry => ({ minted: "2025-01-01", source: fingerprint(text) });

  it("is found where the text lost the mark and the ledger has the words", () =>
    expect(outcome(workWith({ wrdsq: words(sentences[2]!.replace("先生", "老师")) }), "wrdsq")).toEqual([
      "found",
      [3],
    ]));

  it("is gone where no passage says anything like it", () =>
    expect(outcome(workWith({ wrdsq: words("股票大涨，市值突破万亿美元。") }), "wrdsq")).toEqual(["removed", null]));

  it("is not guessed between two passages that say nearly the same", () => {
    const texts = [...sentences.slice(0, 3), "她站在码头上，什么也没有说。", "我站在码头上，什么也没有说。"];
    expect(outcome(workWith({ wrdsq: words("他站在码头上，什么也没有说。") }, texts), "wrdsq")[0]).toBe("removed");
  });

  it("is the first of equal passages: they are no rivals", () => {
    const texts = [...sentences.slice(0, 3), "他什么也没有说。", "他什么也没有说。"];
    expect(outcome(workWith({ wrdsq: words("他什么也没有说。") }, texts), "wrdsq")).toEqual(["found", [4]]);
  });

  it("is found by a link's check where the ledger was lost", () => {
    const check = (at: number) => checkOf({ source: { blocks: [], text: sentences[at]! }, translation: null });
    expect(outcome(workWith(), `q2q2q~${check(3)}`)).toEqual(["found", [4]]);
    expect(outcome(workWith(), `q2q2q~${check(1)}..r2r2r~${check(3)}`)).toEqual(["found", [2, 3, 4]]);
    expect(outcome(workWith(), `k7m2q..r2r2r~${check(1)}`)).toEqual(["found", [1, 2]]);
  });

  it("is not found by the check of other words", () => {
    const check = checkOf({ source: { blocks: [], text: "股票大涨，市值突破万亿美元。" }, translation: null });
    expect(outcome(workWith(), `q2q2q~${check}`)).toEqual(["unknown", null]);
  });
});

describe("whatever the ledger says", () => {
  const strangers = ["qaaaa", "qbbbb", "qcccc", "qdddd", "qeeee", "qffff"];
  const anyId = fc.constantFrom(...ids, ...strangers, "qzzzz");
  const anyEntry: fc.Arbitrary<LedgerEntry> = fc.record(
    {
      minted: fc.constant("2025-01-01"),
      source: fc.constantFrom(...sentences, "别的话。").map(fingerprint),
      retired: fc.record(
        {
          as: fc.constantFrom("merged" as const, "split" as const, "moved" as const, "removed" as const),
          date: fc.constant("2025-06-01"),
          into: fc.array(anyId.map(id), { maxLength: 3 }),
          near: anyId.map(id),
        },
        { requiredKeys: ["as", "date"] },
      ),
    },
    { requiredKeys: ["minted"] },
  );
  const anyWork = fc
    .array(anyEntry, { minLength: strangers.length, maxLength: strangers.length })
    .map((entries) => workWith(Object.fromEntries(strangers.map((name, at) => [name, entries[at]!]))));
  const anyCheck = fc
    .constantFrom(...sentences, "别的话。")
    .map((text) => checkOf({ source: { blocks: [], text }, translation: null }) as string);
  const anyEnd = fc.tuple(anyId, fc.option(anyCheck)).map(([name, check]) => (check ? `${name}~${check}` : name));
  const anySegment = fc.oneof(
    anyEnd,
    fc.tuple(anyEnd, anyEnd).map((ends) => ends.join("..")),
  );

  it("finds again exactly what was found: resolving is done at once", () =>
    fc.assert(
      fc.property(anyWork, anySegment, (work, segment) => {
        const found = resolvePassage(work, segment);
        if (!("passages" in found)) return;
        const again = resolvePassage(work, formatPassageRange({ first: found.first.id, last: found.last.id }));
        expect(again.kind).toBe("exact");
        expect(numbers(again)).toEqual(numbers(found));
      }),
      { numRuns: 1000 },
    ));

  it("never calls unknown what the ledger knows, nor exact what is not in the text", () =>
    fc.assert(
      fc.property(anyWork, anyId, (work, name) => {
        const { kind } = resolvePassage(work, name);
        const isLiving = work.passages.some((passage: Passage) => passage.id === name);
        expect(kind === "exact").toBe(isLiving);
        expect(kind === "unknown").toBe(!isLiving && !work.ledger.has(id(name)));
      }),
      { numRuns: 1000 },
    ));

  it("never throws, whatever is typed", () =>
    fc.assert(
      fc.property(anyWork, fc.string({ unit: "binary" }), (work, segment) => void resolvePassage(work, segment)),
    ));
});
