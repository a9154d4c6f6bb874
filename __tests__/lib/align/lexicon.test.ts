import fc from "fast-check";
import { compileLexicon } from "@/lib/align/lexicon/compile";
import { englishStems } from "@/lib/align/lexicon/english-words";
import { glossWords } from "@/lib/align/lexicon/glosses";
import { buildTable, lookUp } from "@/lib/align/lexicon/hash-table";
import { hashWord } from "@/lib/align/lexicon/hash";
import { numberOf, openLexicon } from "@/lib/align/lexicon/lexicon";
import { readLexicon, writeLexicon } from "@/lib/align/lexicon/lexicon-bytes";
import { readChineseNumeral, readEnglishNumeral } from "@/lib/align/lexicon/numerals";
import { loadLexicon } from "@/lib/align/lexicon/store";
import { chineseTokens } from "@/lib/align/tokens/chinese";
import { englishTokens } from "@/lib/align/tokens/english";
import { findNames, nameTree } from "@/lib/align/tokens/pinyin-names";

describe("a gloss", () => {
  it.each([
    ["to look after; to tend", { look: 0.5, after: 0.5, tend: 1 }],
    ["(bound form) to lay out", { lai: 0.5, out: 0.5 }],
    ["surname Chen", { chen: 1 }],
    ["variant of 說|说[shuo1]", {}],
    ["see 朋友[peng2 you5]", {}],
    ["to", { to: 1 }],
    ["friend", { friend: 1 }],
  ])("%s", (sense, expected) => {
    const words = Object.fromEntries(glossWords(sense));
    const stems = Object.fromEntries(
      Object.entries(expected).map(([word, share]) => [word === "lai" ? englishStems("lay")[0] : word, share]),
    );
    expect(words).toEqual(stems);
  });
});

it.each([
  ["don't", ["do", "not"]],
  ["can’t", ["can", "not"]],
  ["I'm", ["i", "be"]],
  ["She'll", ["she", "will"]],
  ["went", ["go"]],
  ["dog's", ["dog"]],
])("%s is %j", (written, expected) => expect(englishStems(written)).toEqual(expected));

describe("numerals", () => {
  it.each([
    ["二十六", 26],
    ["十", 10],
    ["一百零五", 105],
    ["一九八四", 1984],
    ["三万五千", 35_000],
    ["两亿", 200_000_000],
    ["廿四", 24],
    ["一万亿", 1e12],
    ["一亿二千万", 120_000_000],
    ["三亿五千六百万", 356_000_000],
  ])("%s is %d", (text, value) => expect(readChineseNumeral(text)).toBe(value));

  it.each([
    ["twenty six men", { count: 2, value: 26 }],
    ["one hundred and five", { count: 4, value: 105 }],
    ["two million", { count: 2, value: 2_000_000 }],
    ["twelve", { count: 1, value: 12 }],
    ["one man", null],
    ["five six", null],
    ["men", null],
  ])("%s", (text, expected) => expect(readEnglishNumeral(text.split(" "), 0)).toEqual(expected));

  it("of both languages are the same word", () => {
    expect(englishTokens("She was twenty-six.").words).toContain("#26");
    expect(englishTokens("It cost 1,200 yuan.").words).toContain("#1200");
  });
});

it("a table finds each word by its number and nothing else", () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 8 }), { maxLength: 200 }), fc.string(), (words, other) => {
      const table = buildTable(words);
      for (const [number, word] of words.entries()) expect(lookUp(table, ...hashWord(word))).toBe(number);
      expect(lookUp(table, ...hashWord(other))).toBe(words.indexOf(other));
    }),
  ));

describe("the lexicon", () => {
  const lexicon = openLexicon(
    compileLexicon([
      ["朋友", "朋友", "peng2 you5", "friend"],
      ["女朋友", "女朋友", "nu:3 peng2 you5", ["girlfriend", "see 朋友"]],
      ["說", "说", "shuo1", ["to speak; to talk"]],
      ["陳", "陈", "Chen2", "surname Chen"],
      ["清", "清", "qing1", "clear"],
      ["揚", "扬", "yang2", "to raise"],
    ]),
  );
  const glosses = (headword: string) => {
    const number = numberOf(lexicon.headwords, headword);
    const stems = ["friend", "girlfriend", "speak", "talk", "chen"];
    const known = new Map(stems.map((stem) => [numberOf(lexicon.stems, englishStems(stem)[0] ?? ""), stem]));
    return [...lexicon.stem.subarray(lexicon.first[number], lexicon.first[number + 1])].map((stem) => known.get(stem));
  };

  it("knows a word in either script", () => {
    expect(glosses("說")).toEqual(expect.arrayContaining(["speak", "talk"]));
    expect(glosses("说")).toEqual(expect.arrayContaining(["speak", "talk"]));
    expect(numberOf(lexicon.headwords, "敌人")).toBe(-1);
  });

  it("finds every headword within a line, and cuts it into the longest", () => {
    const { headwords, cut } = chineseTokens("女朋友说OK", lexicon);
    expect(headwords.map(({ start, end }) => "女朋友说OK".slice(start, end))).toEqual(["女朋友", "朋友", "说"]);
    expect(cut).toEqual([numberOf(lexicon.headwords, "女朋友"), numberOf(lexicon.headwords, "说")]);
  });

  it("reads names that are written in pinyin", () => {
    const tree = nameTree(["qingyang", "chen", "london"], new Set(["qing", "yang", "chen", "peng"]));
    const found: [string, string][] = [];
    findNames("陈清扬来了", tree, lexicon.readings, (name, start, end) =>
      found.push([name, "陈清扬来了".slice(start, end)]),
    );
    expect(found).toEqual([
      ["chen", "陈"],
      ["qingyang", "清扬"],
    ]);
  });
});

it("the dictionary that is installed is compiled once and read back as it was", async () => {
  const lexicon = await loadLexicon();
  expect(await loadLexicon()).toBe(lexicon);
  for (const [headword, english] of [
    ["承认", "admit"],
    ["承認", "admit"],
    ["我们", "we"],
    ["高粱", "sorghum"],
  ] as const) {
    const number = numberOf(lexicon.headwords, headword);
    const stem = numberOf(lexicon.stems, englishStems(english)[0] ?? "");
    expect([...lexicon.stem.subarray(lexicon.first[number], lexicon.first[number + 1])]).toContain(stem);
  }
  expect(lexicon.readings.get("陈")).toEqual(["chen"]);
}, 60_000);

describe("the file of a lexicon", () => {
  const data = compileLexicon([
    ["朋友", "朋友", "peng2 you5", "friend"],
    ["說", "说", "shuo1", ["to speak; to talk"]],
  ]);
  // Read back from a file: a buffer of its own, aligned as Node aligns them.
  const bytes = (length?: number) => {
    const whole = writeLexicon(data);
    const copy = Buffer.from(new ArrayBuffer(length ?? whole.length));
    whole.copy(copy);
    return copy;
  };

  it("is read back as it was", () => expect(readLexicon(bytes())).toEqual(data));

  it("is none when it was cut short anywhere", () => {
    const { length } = writeLexicon(data);
    for (let short = 0; short < length - 4; short += 3) expect(readLexicon(bytes(short))).toBeNull();
  });
});
