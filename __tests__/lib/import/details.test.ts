import fc from "fast-check";
import { describeWork, isDay, proposeSlug, slugOf, type TextFacts, writeMetadata } from "@/lib/import/details";
import { workMetadata } from "@/lib/work/metadata";
import { isSlug } from "@/lib/work/load-work";
import { languages } from "@/lib/work/metadata";
import { readYaml } from "@/lib/work/read-yaml";

const facts = (more: Partial<TextFacts>): TextFacts => ({
  file: "texts/zh_draft.txt",
  language: "zh-Hans",
  found: {},
  heading: null,
  ...more,
});
const english = facts({ file: "en.md", language: "en", found: { title: "A Title: It's Long" } });

describe("a work's description", () => {
  it("takes what a person said before what the file says, and that before what can be read off it", () => {
    const titles = [
      describeWork(
        facts({ found: { title: "二" }, heading: "三" }),
        english,
        { title: { source: "一" } },
        "2025-01-01",
      ),
      describeWork(facts({ found: { title: "二" }, heading: "三" }), english, {}, "2025-01-01"),
      describeWork(facts({ heading: "三" }), english, {}, "2025-01-01"),
      describeWork(facts({}), english, {}, "2025-01-01"),
    ].map(({ metadata, missing }) => [metadata.source.title, missing.some(({ what }) => what === "title")]);
    expect(titles).toEqual([
      ["一", false],
      ["二", false],
      ["三", false],
      ["zh draft", true],
    ]);
  });

  it("says what nobody said", () => {
    const { metadata, missing } = describeWork(facts({ found: { title: "题" } }), english, {}, "2025-01-01");
    expect(metadata.date).toBe("2025-01-01");
    expect(missing.map(({ what, side }) => [what, side])).toEqual([
      ["rights", "source"],
      ["rights", "translation"],
      ["date", null],
    ]);
  });

  it("leaves out addresses and days that are none", () => {
    const found = { title: "题", origin: "javascript:alert(1)", date: "2025-02-30T00:00:00Z" };
    const { metadata } = describeWork(facts({ found }), english, {}, "2025-01-01");
    expect(metadata).toMatchObject({ date: "2025-01-01" });
    expect(metadata.origin).toBeUndefined();
  });

  it("names a work that is not translated yet by its own title", () => {
    const { metadata, missing } = describeWork(facts({ heading: "题" }), { language: "en" }, {}, "2025-01-01");
    expect(metadata.translation).toMatchObject({ language: "en", title: "题" });
    expect(missing).toContainEqual({ what: "title", side: "translation", instead: "题" });
  });

  it("says in every language that rights are not stated", () => {
    for (const language of languages)
      expect(describeWork(facts({ language }), english, {}, "2025-01-01").metadata.source.rights).toMatch(/\S/);
  });

  it("is read back from work.yaml, whatever the words are", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), fc.array(fc.string()), (title, publisher, byline) => {
        const { metadata } = describeWork(facts({ found: { title, publisher, byline } }), english, {}, "2025-01-01");
        const { value, problems } = readYaml(writeMetadata(metadata), "work.yaml", workMetadata, "work-malformed");
        expect(problems).toEqual([]);
        expect(value).toEqual(metadata);
      }),
    ));
});

describe("an address", () => {
  it.each([
    ["A Title: It's Long", "a-title-its-long"],
    ["Œuvres complètes, été 1923", "uvres-completes-ete-1923"],
    ["灯塔", null],
    ["en", null],
    ["A", null],
    ["—", null],
    ["word ".repeat(40), "word-word-word-word-word-word-word-word-word-word-word-word"],
  ])("of %j is %j", (title, slug) => expect(slugOf(title)).toBe(slug));

  it("is one, of any title", () =>
    fc.assert(
      fc.property(fc.string(), (title) => {
        const slug = slugOf(title);
        expect(slug === null || isSlug(slug)).toBe(true);
      }),
    ));

  it("is of the English title, else of a file's name", () => {
    const { metadata } = describeWork(facts({ heading: "灯塔" }), english, {}, "2025-01-01");
    expect(proposeSlug(metadata, ["a.md", "b.md"])).toBe("a-title-its-long");
    const chinese = describeWork(facts({ heading: "灯塔" }), { language: "en" }, {}, "2025-01-01").metadata;
    expect(proposeSlug(chinese, ["灯塔.txt", "the_lighthouse.txt"])).toBe("the-lighthouse");
    expect(proposeSlug(chinese, ["灯塔.txt"])).toBeNull();
  });
});

it.each([
  ["2024-02-29", true],
  ["2025-02-29", false],
  ["2025-4-1", false],
  ["yesterday", false],
])("%s is a day: %s", (day, is) => expect(isDay(day)).toBe(is));
