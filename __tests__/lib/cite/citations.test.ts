import { citationForms, citationsOf, type CitationForm } from "@/lib/cite/citations";
import { loadLibrary } from "@/lib/work/library";

const library = loadLibrary("content");
const reading = { site: "Duidu", day: "2026-11-25" };

async function cite(slug: string, side: "source" | "translation"): Promise<Record<CitationForm, string>> {
  const work = (await library).works.find((each) => each.slug === slug);
  if (!work) throw new Error(`There is no work ${slug}.`);
  const url = `https://duidu.example/en/${slug}/y9tv5`;
  const site = side === "source" ? "对读" : "Duidu";
  const citations = citationsOf(work, side, { ...reading, site, url, key: `${slug}-y9tv5` });
  expect(citations.map(({ form }) => form)).toEqual([...citationForms]);
  return Object.fromEntries(citations.map(({ form, text }) => [form, text])) as Record<CitationForm, string>;
}

const works = ["guide", "openai-microsoft-rift"].flatMap((slug) =>
  (["source", "translation"] as const).map((side) => [slug, side] as const),
);

it.each(works)("cites %s, its %s, in six forms, each with its title and permalink", async (slug, side) => {
  const { metadata } = (await library).works.find((each) => each.slug === slug)!;
  for (const [form, text] of Object.entries(await cite(slug, side))) {
    expect([form, text]).toEqual([form, expect.stringContaining(`https://duidu.example/en/${slug}/y9tv5`)]);
    expect([form, text]).toEqual([form, expect.stringContaining(metadata.date.slice(0, 4))]);
    // BibTeX braces words that keep their capitals, and titles within titles change their marks.
    const bare = (words: string) => words.replace(/[{}〈〉《》‘’“”\\]/g, "");
    expect([form, bare(text)]).toEqual([form, expect.stringContaining(bare(metadata[side].title))]);
    expect(text).not.toMatch(/undefined|null|\[object|&#|<\/?\w/);
  }
});

const rift = {
  zh: "OpenAI微软陷入决裂危机:算力供应、新模型发布节奏、技术路线成三大分歧点",
  en: "OpenAI and Microsoft near a rupture, split over computing power, the pace of model releases and the technical path",
  url: "https://duidu.example/en/openai-microsoft-rift/y9tv5",
};

it("keeps the conventions of each form, in Chinese", async () => {
  const { plain, chicago, apa, gb7714 } = await cite("openai-microsoft-rift", "source");
  expect(plain).toBe(`金碧辉：《${rift.zh}》，智东西，2025年4月30日，${rift.url}`);
  expect(chicago).toBe(`金碧辉. “${rift.zh}.” Edited by 程茜. 对读, 智东西, April 30, 2025. ${rift.url}.`);
  expect(apa).toBe(`金碧辉. (2025, April 30). ${rift.zh} (程茜, Ed.). 智东西. 对读. ${rift.url}`);
  expect(gb7714).toBe(`金碧辉. ${rift.zh}[EB/OL]. 智东西. (2025-04-30)[2026-11-25]. ${rift.url}.`);
});

it("keeps the conventions of each form, in English", async () => {
  const { plain, chicago, apa, gb7714 } = await cite("openai-microsoft-rift", "translation");
  expect(plain).toBe(`Jin Bihui, “${rift.en},” Zhidongxi, April 30, 2025, ${rift.url}`);
  expect(chicago).toBe(`Jin Bihui. “${rift.en}.” Edited by Cheng Qian. Duidu, Zhidongxi, April 30, 2025. ${rift.url}.`);
  expect(apa).toBe(
    `Jin Bihui. (2025, April 30). ${rift.en} (Cheng Qian, Ed.). Zhidongxi. Duidu. ${rift.url} (Original work published as ${rift.zh})`,
  );
  expect(gb7714).toBe(`Jin Bihui. ${rift.en}[EB/OL]. Zhidongxi. (2025-04-30)[2026-11-25]. ${rift.url}.`);
});

it("keeps Chinese in BibTeX, and gives each passage an entry of its own", async () => {
  const { bibtex } = await cite("openai-microsoft-rift", "source");
  expect(bibtex).toMatch(/^@misc\{openaimicrosoftrifty9tv5,/);
  expect(bibtex).toContain("author = {{金碧辉}}");
  expect(bibtex).toContain(`title = {${rift.zh}}`);
});

it("writes CSL-JSON that other programs read", async () => {
  const [record] = JSON.parse((await cite("openai-microsoft-rift", "translation"))["csl-json"]) as object[];
  expect(record).toMatchObject({
    type: "webpage",
    author: [{ literal: "Jin Bihui" }],
    editor: [{ literal: "Cheng Qian" }],
    issued: { "date-parts": [[2025, 4, 30]] },
    "original-title": rift.zh,
    language: "en",
  });
});

it("sets a title within a title in other marks", async () => {
  expect((await cite("guide", "source")).plain).toContain("《〈对读〉读者指南》");
});
