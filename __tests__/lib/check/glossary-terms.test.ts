import path from "node:path";
import { temporaryContent } from "@/__tests__/lib/work/temporary-works";
import { readContext } from "@/lib/check/read-context";
import { suggestTerms } from "@/lib/check/suggest-terms";
import { englishForms, hasForm, readEnglish, termsIn } from "@/lib/check/terms";
import { appendTerms } from "@/lib/check/write-glossary";
import { loadWork } from "@/lib/work/load-work";
import { texts, workOf } from "./checked-work";

const { write } = temporaryContent();

describe("a rendering", () => {
  it.each([
    ["the Wall Street Journal", "said the Journal", true],
    ["Satya Nadella", "Nadella’s plan", true],
    ["artificial general intelligence (AGI)", "AGI is near", true],
    ["artificial general intelligence (AGI)", "a general, artificial intelligence", true],
    ["“the blip”", "they call it “the blip.”", true],
    ["large model", "the largest of all models", false],
    ["reasoning model", "two reasoning models", true],
    ["exclusivity clause", "the clauses", false],
    ["Oracle", "an oracle spoke", true],
    ["Musk", "the dusk", false],
  ])("%s in %j: %s", (en, text, expected) =>
    expect(englishForms({ zh: "x", en }).some((form) => hasForm(readEnglish(text), form))).toBe(expected),
  );

  it("may be one of several", () => expect(englishForms({ zh: "x", en: "a", also: ["b"] })).toEqual(["a", "b"]));
});

it("finds the longest term, by whole words, whatever dot stands in a name", () => {
  const terms = ["阿尔特曼", "萨姆・阿尔特曼", "大会", "AI"].map((zh) => ({ zh, en: "x" }));
  expect(termsIn("萨姆·阿尔特曼在人民大会堂，用OpenAI。", terms).map(({ zh }) => zh)).toEqual(["萨姆・阿尔特曼"]);
});

describe("suggestions", () => {
  async function suggest(...rows: readonly (readonly [string, string])[]) {
    const folder = write(`suggest-${Math.random()}/work`, workOf(texts(...rows)));
    const { work } = await loadWork(folder, "content/work");
    const context = work && (await readContext(path.dirname(folder), work, "content/work"));
    return context ? suggestTerms(context).map(({ zh, en, kind }) => [zh, en, kind]) : null;
  }

  it("are names that keep to the same passages", async () =>
    expect(
      await suggest(
        ["昨天微软说可以。", "Yesterday Microsoft agreed."],
        ["山高。", "The mountain is high."],
        ["所以微软不走。", "So Microsoft stays."],
        ["纳德拉同意微软的话。", "Nadella agrees with Microsoft."],
        ["今天纳德拉来。", "Today Nadella comes."],
      ),
    ).toEqual([
      ["微软", "Microsoft", "name"],
      ["纳德拉", "Nadella", "name"],
    ]));

  it("are names that the text gives in both scripts, and titles", async () =>
    expect(
      await suggest(
        ["专栏作家乔安娜・斯特恩(Joanna Stern)在《华尔街日报》。", "Joanna Stern of the Wall Street Journal."],
        ["据《华尔街日报》报道。", "So says the Wall Street Journal."],
      ),
    ).toEqual([
      ["《华尔街日报》", "Wall Street Journal", "title"],
      ["乔安娜・斯特恩", "Joanna Stern", "gloss"],
    ]));
});

describe("appending", () => {
  it("keeps comments and what is there", () =>
    expect(
      appendTerms("# Names.\nterms:\n  # First.\n  - { zh: 山, en: mountain }\n  - zh: 水\n    en: water # wet\n", [
        { zh: "《高》", en: "On: High" },
      ]),
    ).toBe(
      '# Names.\nterms:\n  # First.\n  - { zh: 山, en: mountain }\n  - zh: 水\n    en: water # wet\n  - { zh: 《高》, en: "On: High" }\n',
    ));
  it.each(["", "terms: []\n"])("begins a glossary in %j", (text) =>
    expect(appendTerms(text, [{ zh: "山", en: "mountain" }])).toBe("terms:\n  - { zh: 山, en: mountain }\n"),
  );
  it.each(["terms: 3\n", "- a\n", "{ a: ["])("leaves %j as it is", (text) => expect(appendTerms(text, [])).toBeNull());
});
