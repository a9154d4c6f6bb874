import { readFileSync } from "node:fs";
import type { Block, Footnote } from "@/lib/passage/block";
import { parseRendering } from "@/lib/passage/parse-rendering";

export type Side = "source" | "translation";
export const sides = ["source", "translation"] as const;

/** A text with its marks, and what a file says of it. */
export type Text = {
  readonly language: "zh-Hans" | "zh-Hant" | "en";
  readonly title: string;
  readonly author: string;
  /** As it stands in the folder, with its marks. */
  readonly markdown: string;
  /** Blocks in order; `opens` is the passage that a block opens, `null` where it continues the one above. */
  readonly blocks: readonly { readonly block: Block; readonly text: string; readonly opens: string | null }[];
  readonly footnotes: ReadonlyMap<string, Footnote>;
};

/** A document of `pairs/`, source and translation. */
export type Pair = { readonly name: string } & Readonly<Record<Side, Text>>;

type About = { readonly language: Text["language"]; readonly title: string; readonly author: string };

/** What the texts are called. The first is the source. */
const about: Readonly<Record<string, readonly [About, About]>> = {
  tale: [zh("渡口的铃", "苏见林"), en("The Ferryman's Bell", "Su Jianlin")],
  essay: [zh("修表铺", "陆知远"), en("The Watch Repairer's", "Lu Zhiyuan")],
  news: [zh("云岭大桥通车", "沈一舟"), en("Yunling Bridge Opens", "Shen Yizhou")],
  howto: [en("A Weather Station From an Old Laptop", "Mara Lindqvist"), zh("用旧电脑做气象站", "玛拉")],
  letter: [{ ...zh("山腰來信", "季蓉"), language: "zh-Hant" }, en("A Letter From the Hillside", "Ji Rong")],
  verse: [zh("漏雨集", "温白石"), en("Poems From Under a Leaking Roof", "Wen Baishi")],
  minutes: [zh("业主委员会会议纪要", "裴小鹿"), en("Minutes of the Owners' Committee", "Pei Xiaolu")],
  recipes: [zh("外婆的碗", "谷雨声"), en("My Grandmother's Bowls", "Gu Yusheng")],
  interview: [zh("画等高线的人", "邢远"), en("The Man Who Drew Contours", "Xing Yuan")],
  museum: [zh("盐业博物馆导览", "盐港中学"), en("A Guide to the Salt Museum", "Salt Harbour High School")],
};

function zh(title: string, author: string): About {
  return { language: "zh-Hans", title, author };
}

function en(title: string, author: string): About {
  return { language: "en", title, author };
}

export const pairNames: readonly string[] = Object.keys(about);

/** Reads a document and its gold: the marks that both files bear. */
export function readDocument(name: string): Pair {
  const [source, translation] = about[name] ?? [];
  if (!source || !translation) throw new Error(`there is no document ${name}`);
  return { name, source: readSide(name, source), translation: readSide(name, translation) };
}

function readSide(name: string, said: About): Text {
  const file = new URL(`pairs/${name}/${said.language.slice(0, 2)}.md`, import.meta.url);
  const markdown = readFileSync(file, "utf8");
  const { blocks, footnotes, problems } = parseRendering(markdown, file.pathname);
  const [problem] = problems;
  if (problem) throw new Error(`${file.pathname}:${problem.where.line}: ${problem.what}`);
  return {
    ...said,
    markdown,
    blocks: blocks.map(({ block, text, mark }) => ({ block, text, opens: mark })),
    footnotes,
  };
}
