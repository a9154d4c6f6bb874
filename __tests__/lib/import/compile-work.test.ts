import fc from "fast-check";
import { loadLexicon } from "@/lib/align/lexicon/store";
import type { Lexicon } from "@/lib/align/lexicon/lexicon";
import { type CompiledWork, compileWork } from "@/lib/import/compile-work";
import { readLedger } from "@/lib/ledger/ledger";
import { parseRendering } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import { sentencesOf } from "@/lib/text/sentences";
import { beadsOf, readBeads } from "@/lib/work/beads";
import { joinPassages } from "@/lib/work/join-passages";

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await loadLexicon();
}, 60_000);

const today = "2025-04-30";
const zh = [
  "## 灯塔",
  "灯塔建在岛的最北端，守塔人已经在那里住了三十年。他记得每一条船的名字。",
  "---",
  "每天傍晚六点，他爬上二百级台阶，把灯点亮。",
  "后来电缆铺到了岛上。公司写信来，说灯以后会自己亮。",
  "他把信读了两遍，然后照常爬了上去。",
];
const en = [
  "## The Lighthouse",
  "The lighthouse stood at the northern tip of the island, and its keeper had lived there for thirty years. He remembered the name of every ship.",
  "---",
  "Every evening at six he climbed the two hundred steps and lit the lamp.",
  "Later a cable was laid to the island.",
  "The company wrote that from now on the lamp would light itself.",
  "He read the letter twice, and then climbed up as usual.",
];
const markdown = (blocks: readonly string[]) => (blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`);
const source = (blocks: readonly string[] = zh) => ({ language: "zh-Hans" as const, markdown: markdown(blocks) });
const translation = (blocks: readonly string[] = en) => ({ language: "en" as const, markdown: markdown(blocks) });

/** Ids in order, so that what is written can be foreseen. */
function counting(): (taken: ReadonlySet<string>) => PassageId {
  let at = 0;
  return () => `aaa${"abcdefghjk"[Math.floor(at / 8) % 10]}${"23456789"[at++ % 8]}` as PassageId;
}

const textOf = (work: CompiledWork, name: string) => work.files.find((file) => file.name === name)?.text ?? "";
const plain = (text: string) =>
  parseRendering(text, "")
    .blocks.map((block) => block.text)
    .join("\n")
    .replace(/\s+/g, " ")
    .trim();
const join = (work: CompiledWork) =>
  joinPassages(
    { blocks: parseRendering(textOf(work, "zh-Hans.md"), "").blocks, file: "zh-Hans.md" },
    { blocks: parseRendering(textOf(work, "en.md"), "").blocks, file: "en.md" },
    "work",
  );

describe("compiling two texts", () => {
  const compile = () =>
    compileWork({ source: source(), translation: translation() }, { lexicon, today, mint: counting() });

  it("marks the block that opens each passage, on both sides with one id, and changes no other byte", () => {
    const work = compile();
    expect(work.problems).toEqual([]);
    expect(textOf(work, "zh-Hans.md").replace(/ \^\w{5}$/gm, "")).toBe(markdown(zh));
    expect(textOf(work, "en.md").replace(/ \^\w{5}$/gm, "")).toBe(markdown(en));
    expect(textOf(work, "zh-Hans.md")).toMatch(/^## 灯塔 \^aaaa2\n/);
    expect(textOf(work, "en.md")).toMatch(/^## The Lighthouse \^aaaa2\n/);
  });

  it("puts two blocks beside the one that they translate, and a rule with the passage above it", () => {
    const work = compile();
    const shape = work.passages.map((passage) => [passage.source?.blocks ?? 0, passage.translation?.blocks ?? 0]);
    expect(shape).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
      [1, 2],
      [1, 1],
    ]);
    expect(textOf(work, "en.md")).toContain("laid to the island. ^aaaa5\n\nThe company wrote that");
  });

  it("says on which line each passage is in each file", () => {
    const work = compile();
    for (const { id, source: left, translation: right } of work.passages) {
      expect(textOf(work, "zh-Hans.md").split("\n")[(left?.line ?? 0) - 1]).toContain(`^${id}`);
      expect(textOf(work, "en.md").split("\n")[(right?.line ?? 0) - 1]).toContain(`^${id}`);
    }
  });

  it("enters every passage into the ledger, with the source that it was translated from", () => {
    const work = compile();
    const { ledger, problems } = readLedger(textOf(work, "ledger.json"), "ledger.json");
    expect(problems).toEqual([]);
    expect([...(ledger?.keys() ?? [])]).toEqual(work.passages.map(({ id }) => id).sort());
    for (const entry of ledger?.values() ?? [])
      expect(entry).toMatchObject({ minted: today, translatedFrom: expect.any(String) as string });
  });

  it("keeps linked sentences: as many as the passage has, in its words as a reader has them", () => {
    const work = compile();
    const beads = readBeads(textOf(work, "beads.json"));
    const { passages } = join(work);
    expect(beads?.size).toBe(passages.length);
    for (const { id, source: left, translation: right } of passages) {
      if (!left || !right) throw new Error("a passage stands alone");
      const linked = beads && beadsOf(beads, id, { source: left.text, translation: right.text });
      const sum = (at: 0 | 1) => linked?.reduce((total, bead) => total + bead[at], 0);
      expect(sum(0)).toBe(sentencesOf(left.text, "zh-Hans").length);
      expect(sum(1)).toBe(sentencesOf(right.text, "en").length);
    }
  });

  it("leaves a paragraph that has no counterpart alone, with an id on its side only", () => {
    const extra = "Translator’s afterword: a keeper of this name is recorded in the harbour books of another country.";
    const work = compileWork(
      { source: source(), translation: translation([...en, extra]) },
      { lexicon, today, mint: counting() },
    );
    const last = work.passages.at(-1);
    expect(last).toMatchObject({ source: null, translation: { blocks: 1, text: extra } });
    expect(textOf(work, "zh-Hans.md")).not.toContain(`^${last?.id}`);
    expect(join(work).passages).toHaveLength(6);
  });

  it("refuses what no page could show, and writes nothing then", () => {
    const deep = source([">".repeat(200) + " 深"]);
    const work = compileWork({ source: deep, translation: translation() }, { lexicon, today });
    expect(work.files).toEqual([]);
    expect(work.problems).toMatchObject([{ code: "nesting-too-deep", where: { file: "zh-Hans.md", line: 1 } }]);
  });
});

describe("compiling one text", () => {
  it("makes a passage of each block, and leaves the translation empty", () => {
    const work = compileWork({ source: source(), translation: translation([]) }, { today, mint: counting() });
    expect(textOf(work, "en.md")).toBe("");
    expect(work.passages).toHaveLength(5);
    expect(textOf(work, "beads.json")).toBe("{}\n");
    expect(join(work).problems).toEqual([]);
  });
});

describe("compiling rows that came aligned", () => {
  const rows = [
    { source: "一。二。", translation: "One. Two." },
    { source: "三。", translation: "" },
    { source: "", translation: "A note." },
    { source: "一。二。", translation: "One. Two." },
  ];
  const column = (side: "source" | "translation") => rows.flatMap((row) => (row[side] === "" ? [] : [row[side]]));

  it("takes them as they are, without a lexicon", () => {
    const work = compileWork(
      { source: source(column("source")), translation: translation(column("translation")) },
      { rows, today, mint: counting() },
    );
    expect(work.passages.map((passage) => [passage.source?.text ?? null, passage.translation?.text ?? null])).toEqual([
      ["一。二。", "One. Two."],
      ["三。", null],
      [null, "A note."],
      ["一。二。", "One. Two."],
    ]);
    expect(readBeads(textOf(work, "beads.json"))?.get(work.passages[0]?.id as PassageId)?.beads).toEqual([[2, 2, 1]]);
  });

  it("makes one passage of rows whose words became one block", () => {
    const items = [
      { source: "- 一", translation: "One" },
      { source: "- 二", translation: "Two" },
    ];
    const work = compileWork(
      { source: source(["- 一", "- 二"]), translation: translation(["One", "Two"]) },
      { rows: items, today },
    );
    expect(work.passages.map((passage) => [passage.source?.blocks, passage.translation?.blocks])).toEqual([[1, 2]]);
    expect(join(work).problems).toEqual([]);
  });
});

describe("nothing is lost", () => {
  const words = fc.constantFrom("船来了", "他点亮了灯", "信上说", "海很静", "二百级台阶", "没有人回答");
  const english = fc.constantFrom("the ship came in", "he lit the lamp", "the letter said", "the sea was calm");
  const sentence = <T extends string>(of: fc.Arbitrary<T>, between: string, end: string) =>
    fc.array(of, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(between) + end);
  const block = (of: fc.Arbitrary<string>) =>
    fc.oneof(
      { weight: 6, arbitrary: of },
      { weight: 1, arbitrary: of.map((text) => `## ${text}`) },
      {
        weight: 1,
        arbitrary: fc
          .array(of, { minLength: 1, maxLength: 3 })
          .map((items) => items.map((item) => `- ${item}`).join("\n")),
      },
      { weight: 1, arbitrary: of.map((text) => `> ${text}\n>\n> ${text}`) },
      { weight: 1, arbitrary: of.map((text) => `${text}\\\n${text}`) },
      { weight: 1, arbitrary: of.map((text) => `![${text}](images/a.png)`) },
      { weight: 1, arbitrary: of.map((text) => "```\n" + text + "\n" + text + "\n```") },
      { weight: 1, arbitrary: fc.constant("---") },
    );
  const text = (of: fc.Arbitrary<string>) => fc.array(block(of), { minLength: 1, maxLength: 8 });
  const chinese = sentence(words, "，", "。");
  const latin = sentence(english, ", ", ".");

  it("of the words of two texts, whatever answers to what", () =>
    fc.assert(
      fc.property(text(chinese), text(latin), (left, right) => {
        const work = compileWork({ source: source(left), translation: translation(right) }, { lexicon, today });
        expect(work.problems).toEqual([]);
        expect(plain(textOf(work, "zh-Hans.md"))).toBe(plain(markdown(left)));
        expect(plain(textOf(work, "en.md"))).toBe(plain(markdown(right)));
        const { problems } = join(work);
        expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(join(work).passages).toHaveLength(work.passages.length);
        // What a reader links by is found for every passage that is in both texts.
        const beads = readBeads(textOf(work, "beads.json"));
        for (const { id, source: one, translation: other } of join(work).passages) {
          if (!one || !other || !one.text || !other.text) continue;
          const linked = beads && beadsOf(beads, id, { source: one.text, translation: other.text });
          expect(linked?.reduce((sum, [n]) => sum + n, 0)).toBe(sentencesOf(one.text, "zh-Hans").length);
          expect(linked?.reduce((sum, [, m]) => sum + m, 0)).toBe(sentencesOf(other.text, "en").length);
        }
      }),
      { numRuns: 150 },
    ));
});
