import { carry, side } from "./revisions";

const a = "渡口的石阶旧了，雨天踩上去是温的。";
const b = "船夫姓何，左手的小指少了一截，是年轻时被缆绳绞掉的。";
const c = "他从不说起这件事，问的人多了，便只说河里有鱼吃过它。";
const d = "对岸有一棵歪脖子柳树，孩子们把名字刻在树皮上，一年年长大。";
const e = "后来修了桥，渡船停在滩上，木板缝里长出草来。";
const [A, B, C, D, E] = [
  "The stone steps of the ferry are worn, and warm underfoot in the rain.",
  "The boatman is called He; half of his left little finger was taken by a rope when he was young.",
  "He never speaks of it, and tells those who ask that a fish in the river ate it.",
  "A crooked willow stands on the far bank, and children carve their names into its bark.",
  "Then the bridge was built; the boat lies on the shoal and grass grows between its planks.",
];
const before = [`${a} ^aaaaa`, `${b} ^bbbbb`, `${c} ^ccccc`, `${d} ^ddddd`, `${e} ^eeeee`];
const translated = [`${A} ^aaaaa`, `${B} ^bbbbb`, `${C} ^ccccc`, `${D} ^ddddd`, `${E} ^eeeee`];
const all = "aaaaa bbbbb ccccc ddddd eeeee";

/** Revises the source alone, beside the translation as it stands. */
const revised = (...after: string[]) => carry(side(before, after), side(translated));
/** Revises a text that has no other. */
const alone = (...after: string[]) => carry(side(before, after), side([]));

it.each<[string, string[], string]>([
  ["nothing changed", [a, b, c, d, e], all],
  ["punctuation, width and spaces", [a.replace("，", ","), b, ` ${c}`, d.replace("。", "！"), e], all],
  ["a sentence was edited", [a, b.replace("年轻时", "二十岁上"), c, d, e], all],
  [
    "a passage came in between",
    [a, "桥头新开了一家面馆，老板是外地人。", b, c, d, e],
    "aaaaa zaaaa bbbbb ccccc ddddd eeeee",
  ],
  ["a passage moved", [d, a, b, c, e], "ddddd aaaaa bbbbb ccccc eeeee"],
  ["a passage moved and was edited", [d.replace("歪脖子", "老"), a, b, c, e], "ddddd aaaaa bbbbb ccccc eeeee"],
  ["one passage was rewritten where it stood", [a, b, "谁也不知道那年夏天究竟出了什么事情呢。", d, e], all],
])("keeps the ids when %s", (_, after, expected) => {
  expect(revised(...after).shown.source).toBe(expected);
  expect(alone(...after).shown.source).toBe(expected);
});

it("believes a mark more than any likeness", () => {
  const { shown, retired } = carry(
    side(before, [`${b} ^aaaaa`, `${a} ^bbbbb`, `${c} ^ccccc`, d, `${e} ^eeeee`]),
    side([]),
  );
  expect(shown.source).toBe(all);
  expect(retired.size).toBe(0);
});

it("retires a passage whose mark and words went together in a text with marks, though new words stand there", () => {
  const other = "量子计算机能在几小时之内分解大整数，这是另外一回事。";
  const { shown, retired } = carry(
    side(before, before.with(2, other)),
    side(translated, translated.with(2, "Quantum computers factor great integers, which is another story.")),
  );
  expect(shown.source).toBe("aaaaa bbbbb · ddddd eeeee");
  expect([...retired]).toEqual([["ccccc", { as: "removed", near: "ddddd" }]]);
});

it("finds a passage whose mark was lost, and lets an unknown block without one continue the passage above", () => {
  const { shown } = carry(
    side(before, [`${a} ^aaaaa`, b, "另起一段的话。", `${c} ^ccccc`, d, `${e} ^eeeee`]),
    side([]),
  );
  expect(shown.source).toBe("aaaaa bbbbb · ccccc ddddd eeeee");
});

it("gives a split passage's id to the larger part, and the other a new one that says where it is from", () => {
  const [first, second] = [d.slice(0, 9), d.slice(9)];
  const { shown, minted, retired } = alone(a, b, c, first, second, e);
  expect(shown.source).toBe("aaaaa bbbbb ccccc zaaaa ddddd eeeee");
  expect([...minted]).toEqual([["zaaaa", { from: "ddddd" }]]);
  expect(retired.size).toBe(0);
});

it("keeps a split passage one where the other language still has one paragraph beside it", () =>
  expect(revised(a, b, c, d.slice(0, 9), d.slice(9), e).shown).toEqual({
    source: "aaaaa bbbbb ccccc ddddd · eeeee",
    translation: all,
  }));

it("gives both parts the same ids in both languages when both were split", () => {
  const { shown } = carry(
    side(before, [a, b, c, d.slice(0, 9), d.slice(9), e]),
    side(translated, [
      A ?? "",
      B ?? "",
      C ?? "",
      "A crooked willow stands on the far bank,",
      "and children carve their names into its bark.",
      E ?? "",
    ]),
  );
  expect(shown.source).toBe(shown.translation);
  expect(shown.source.split(" ")).toHaveLength(6);
});

it("retires the smaller of two merged passages into the larger", () => {
  const { shown, retired } = alone(a + b, c, d, e);
  expect(shown.source).toBe("bbbbb ccccc ddddd eeeee");
  expect([...retired]).toEqual([["aaaaa", { as: "merged", into: ["bbbbb"] }]]);
});

it("puts both translations beside a merged source, unless a mark keeps them apart", () => {
  expect(revised(a + b, c, d, e).shown).toEqual({
    source: "bbbbb ccccc ddddd eeeee",
    translation: "bbbbb · ccccc ddddd eeeee",
  });
  const marked = carry(side(before, [a + b, c, d, e]), side(translated, translated));
  expect(marked.shown.translation).toBe(all);
  expect(marked.retired.size).toBe(0);
});

it("retires a removed passage with the living one that follows it, or the last", () => {
  expect([...alone(a, b, d, e).retired]).toEqual([["ccccc", { as: "removed", near: "ddddd" }]]);
  expect([...alone(a, b, c, d).retired]).toEqual([["eeeee", { as: "removed", near: "ddddd" }]]);
});

it("keeps a passage that one language still has", () => {
  const { shown, retired, decisions } = revised(a, b, d, e);
  expect(shown).toEqual({ source: "aaaaa bbbbb ddddd eeeee", translation: all });
  expect(retired.size).toBe(0);
  expect(decisions).toContainEqual(expect.objectContaining({ id: "ccccc", kind: "alone", side: "source" }));
});

it("takes the other language's word for a text translated anew", () => {
  const anew = ["One.", "Quite another sentence.", "Nothing like it was.", "Here are birds.", "And an end of things."];
  const { shown, decisions } = carry(side(before), side(translated, anew));
  expect(shown.translation).toBe(all);
  expect(decisions.filter(({ kind }) => kind === "rewritten")).toHaveLength(5);
});

it("says that what rests on its place alone is uncertain", () => {
  const { decisions } = alone(a, b, "谁也不知道那年夏天究竟出了什么事情呢。", d, e);
  const doubtful = decisions.filter(({ confidence }) => confidence < 0.6);
  expect(doubtful).toMatchObject([{ id: "ccccc", kind: "rewritten" }]);
});

it("pairs what is new in both languages at the same place", () => {
  const { shown } = carry(
    side(before, [a, b, "桥头新开了一家面馆。", c, d, e]),
    side(translated, [A ?? "", B ?? "", "A noodle shop opened by the bridge.", C ?? "", D ?? "", E ?? ""]),
  );
  expect(shown.source).toBe("aaaaa bbbbb zaaaa ccccc ddddd eeeee");
  expect(shown.translation).toBe(shown.source);
});

it("keeps the blocks of a passage together, also round what was put between them", () => {
  const of = [`${a} ^aaaaa`, b, `${c} ^ccccc`, d];
  expect(carry(side(of, [a, "一句插进来的话，谁也没见过。", b, c, d]), side([])).shown.source).toBe(
    "aaaaa · · ccccc ·",
  );
  expect(carry(side(of, [a, c, d, b]), side([])).shown.source).toBe("zaaaa ccccc · aaaaa");
});

it("leads a removed passage's links to what was split off from it", () => {
  const { retired } = carry(side([`${a} ^aaaaa`, `${b} ^bbbbb`], [b]), side([]), {
    heirs: new Map([[first(a, before), [first(b, before)]]]),
  });
  expect([...retired.values()]).toEqual([{ as: "split", into: ["bbbbb"] }]);
});

it("leads a merged passage's links to its words when they are split off again", () => {
  const [host, guest] = [first(b, before), first(a, before)];
  const { redirected, minted } = carry(side([`${a + b} ^bbbbb`, `${c} ^ccccc`], [a, b, c]), side([]), {
    lodgers: new Map([[host, [{ id: guest, said: { source: a } }]]]),
  });
  expect([...redirected]).toEqual([[guest, [...minted.keys()][0]]]);
});

it("leads to the words of a passage that a person put under another's mark, and is certain of it", () => {
  // The translation stood alone as ccccc; now its block bears the mark of the source, aaaaa.
  const short = "Cold tea is bitter, but somebody likes it.";
  const { retired, decisions } = carry(
    side([`${a} ^aaaaa`, `${b} ^bbbbb`]),
    side([`${short} ^ccccc`, `${B} ^bbbbb`], [`${short} ^aaaaa`, `${B} ^bbbbb`]),
  );
  expect([...retired]).toEqual([["ccccc", { as: "merged", into: ["aaaaa"] }]]);
  expect(decisions.find(({ id }) => id === "ccccc")).toMatchObject({ kind: "absorbed", confidence: 1 });
});

it("does not take a passage of two blocks for found because one of them is", () => {
  const [one, two] = ["Cold tea is bitter, but somebody likes it.", "The kettle has been off the stove since noon."];
  const { decisions } = carry(
    side([`${a} ^aaaaa`, `${b} ^bbbbb`]),
    side([`${one} ^ccccc`, `${two}`, `${B} ^bbbbb`], [`${one} ^aaaaa`, `${B} ^bbbbb`]),
  );
  expect(decisions.find(({ id }) => id === "ccccc")?.confidence ?? 0).toBeLessThan(1);
});

describe("a translation that comes later", () => {
  it.each([
    ["marked as new", [`${A} ^aaaaa`, `${B} ^new`, `${C} ^ccccc`], "aaaaa bbbbb ccccc"],
    ["of two passages", [`${A} ^aaaaa`, `${B} ^new`, `${C} ^ccccc`, `${D} ^new`, `${E} ^new`], all],
    ["without marks", [A, B, C], "aaaaa bbbbb ccccc"],
  ])("joins the passage that waits in its place: %s", (_, after, expected) => {
    const { shown, minted } = carry(side(before), side([`${A} ^aaaaa`, `${C} ^ccccc`], after));
    expect(shown.translation).toBe(expected);
    expect([...minted]).toEqual([]);
  });
  it("joins none where there are more of them than passages that wait", () => {
    const after = [`${A} ^aaaaa`, `${B} ^new`, "A stranger came. ^new", `${C} ^ccccc`];
    const { shown, minted } = carry(side(before), side([`${A} ^aaaaa`, `${C} ^ccccc`], after));
    expect(shown.translation).toBe("aaaaa zaaaa zaaab ccccc");
    expect(minted.size).toBe(2);
  });
  it("joins a source that comes later in the same way", () => {
    const { shown } = carry(side([`${a} ^aaaaa`], [`${a} ^aaaaa`, `${b} ^new`]), side(translated.slice(0, 2)));
    expect(shown.source).toBe("aaaaa bbbbb");
  });
});

it("does not pair what a person has ruled out", () => {
  const edited = [a, b.replace("年轻时", "二十岁上"), c, d, e];
  const ruledOut = { source: new Set(["1 1"]), translation: new Set<string>() };
  expect(carry(side(before, edited), side([]), { ruledOut }).shown.source).toBe("aaaaa zaaaa ccccc ddddd eeeee");
});

function first(text: string, marked: readonly string[]) {
  const id = side(marked).old.find((block) => block.text === text)?.id;
  if (!id) throw new Error("The test names no passage.");
  return id;
}
