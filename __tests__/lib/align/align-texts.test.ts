import fc from "fast-check";
import { alignTexts } from "@/lib/align/align-texts";
import type { AlignableText, Alignment, Bead } from "@/lib/align/alignment";
import type { Lexicon } from "@/lib/align/lexicon/lexicon";
import { loadLexicon } from "@/lib/align/lexicon/store";
import { readWork } from "./works";

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await loadLexicon();
}, 60_000);

const article = readWork("openai-microsoft-rift");
const nameOf = ({ source, translation }: Pick<Bead, "source" | "translation">) => `${source}:${translation}`;
const names = (beads: readonly Pick<Bead, "source" | "translation">[]) => beads.map(nameOf);

/** Every sentence is in one bead and every paragraph in one passage, in order. */
function expectWhole(
  { sentences, beads, passages }: Alignment,
  source: AlignableText,
  translation: AlignableText,
): void {
  const upTo = (length: number) => Array.from({ length }, (_, at) => at);
  expect(beads.flatMap((bead) => bead.source)).toEqual(upTo(sentences.source.length));
  expect(beads.flatMap((bead) => bead.translation)).toEqual(upTo(sentences.translation.length));
  expect(passages.flatMap((passage) => passage.source)).toEqual(upTo(source.paragraphs.length));
  expect(passages.flatMap((passage) => passage.translation)).toEqual(upTo(translation.paragraphs.length));
  for (const { source: one, translation: other, confidence } of [...beads, ...passages]) {
    expect(one.length + other.length).toBeGreaterThan(0);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
}

it.each(["openai-microsoft-rift", "guide"])("finds the passages that people made in %s", (slug) => {
  const work = readWork(slug);
  const { passages } = alignTexts(work.source, work.translation, lexicon);
  const found = new Set(names(passages));
  const missed = names(work.passages).filter((name) => !found.has(name));
  expect(missed.length).toBeLessThanOrEqual(0.03 * work.passages.length);
});

it("gives the same for the same, and the mirror image for sides that are swapped", () => {
  const [once, again] = [1, 2].map(() => alignTexts(article.source, article.translation, lexicon));
  expect(names(again?.beads ?? [])).toEqual(names(once?.beads ?? []));
  const swapped = alignTexts(article.translation, article.source, lexicon);
  expect(swapped.beads.map(({ source, translation }) => `${translation}:${source}`)).toEqual(names(once?.beads ?? []));
});

it("leaves a missing stretch without counterpart, and finds the rest", () => {
  const [from, to] = [12, 27];
  const paragraphs = article.translation.paragraphs.filter((_, at) => at < from || at >= to);
  const { passages } = alignTexts(article.source, { ...article.translation, paragraphs }, lexicon);
  const gone = new Set(
    article.passages.flatMap((each) => (each.translation.some((at) => at >= from && at < to) ? each.source : [])),
  );
  const alone = passages.flatMap((each) => (each.translation.length === 0 ? each.source : []));
  expect(alone.filter((at) => gone.has(at)).length).toBeGreaterThanOrEqual(0.9 * gone.size);
  expect(alone.filter((at) => !gone.has(at)).length).toBeLessThanOrEqual(1);
});

it("leaves what was added without counterpart", () => {
  const added = "注：本网站不对上述内容负责，转载须经书面许可。";
  const paragraphs = article.source.paragraphs.flatMap((each, at) =>
    at === 20 ? [each, { text: added, kind: "paragraph" as const }] : [each],
  );
  const { passages } = alignTexts({ ...article.source, paragraphs }, article.translation, lexicon);
  expect(passages.find(({ source }) => source.includes(21))).toMatchObject({ source: [21], translation: [] });
});

it("joins paragraphs that the translator divided, and divides none that he joined", () => {
  const split = article.translation.paragraphs.flatMap((each) => {
    const [, head, tail] = /^(.{80,}?[.”"]) (.{80,})$/s.exec(each.text) ?? [];
    return head && tail ? [head, tail].map((text) => ({ ...each, text })) : [each];
  });
  expect(split.length).toBeGreaterThan(article.translation.paragraphs.length + 10);
  const { passages } = alignTexts(article.source, { ...article.translation, paragraphs: split }, lexicon);
  const single = passages.filter(({ source }) => source.length === 1);
  expect(single.length).toBeGreaterThanOrEqual(0.95 * article.source.paragraphs.length);
});

it("finds sections that stand in another order", () => {
  const P = article.translation.paragraphs;
  const paragraphs = [...P.slice(0, 10), ...P.slice(25, 40), ...P.slice(10, 25), ...P.slice(40)];
  const { passages, beads, explain } = alignTexts(article.source, { ...article.translation, paragraphs }, lexicon);
  const place = new Map(paragraphs.map((each, at) => [each.text, at]));
  const placeOf = (at: number) => place.get(P[at]?.text ?? "") ?? -1;
  const expected = article.passages.map(({ source, translation }) => `${source}:${translation.map(placeOf)}`);
  const found = new Set(names(passages));
  expect(expected.filter((name) => !found.has(name)).length).toBeLessThanOrEqual(2);
  const numbers = beads.flatMap(({ translation }) => translation);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: numbers.length }, (_, at) => at));
  expect(beads.every((_, at) => Number.isFinite(explain(at).shape))).toBe(true);
});

it("is less sure where two paragraphs changed places than elsewhere", () => {
  const paragraphs = [...article.translation.paragraphs];
  const [one, other] = [paragraphs[15], paragraphs[25]];
  if (one && other) [paragraphs[15], paragraphs[25]] = [other, one];
  const { passages } = alignTexts(article.source, { ...article.translation, paragraphs }, lexicon);
  const mean = (list: readonly Bead[]) => list.reduce((sum, { confidence }) => sum + confidence, 0) / list.length;
  const touched = passages.filter(({ translation }) => translation.includes(15) || translation.includes(25));
  expect(mean(touched)).toBeLessThan(mean(passages.filter((each) => !touched.includes(each))));
});

const zh = [
  "山高。",
  "水长。",
  "他说：“走吧！”",
  "第二章",
  "雨下了三天，河水涨到了2.5米。",
  "？",
  "一九八四年的冬天",
  "",
];
const en = [
  "Hills.",
  "Water is long.",
  '"Let us go," he said.',
  "Chapter Two",
  "It rained for 3 days.",
  "?",
  "",
  "No.",
];
const text = (language: string, lines: readonly string[]) =>
  fc
    .array(fc.constantFrom(...lines), { maxLength: 14 })
    .map((list): AlignableText => ({ language, paragraphs: list.map((each) => ({ text: each, kind: "paragraph" })) }));

it("covers both texts once and in order, whatever they are", () =>
  fc.assert(
    fc.property(text("zh-Hans", zh), text("en", en), (source, translation) =>
      expectWhole(alignTexts(source, translation, lexicon), source, translation),
    ),
    { numRuns: 150 },
  ));

it.each([
  [0, 0],
  [0, 3],
  [3, 0],
  [1, 150],
  [150, 1],
  [2, 400],
])("bears texts of %d and %d paragraphs", (a, b) => {
  const many = (language: string, lines: readonly string[], count: number): AlignableText => ({
    language,
    paragraphs: Array.from({ length: count }, (_, at) => ({ text: lines[at % lines.length] ?? "", kind: "paragraph" })),
  });
  const [source, translation] = [many("zh-Hans", zh, a), many("en", en, b)];
  expectWhole(alignTexts(source, translation, lexicon), source, translation);
});

it.each([
  ["zh-Hans", "zh-Hant"],
  ["en", "en"],
])("refuses a text in %s with another in %s", (one, other) =>
  expect(() => alignTexts({ language: one, paragraphs: [] }, { language: other, paragraphs: [] }, lexicon)).toThrow(
    "one language",
  ),
);
