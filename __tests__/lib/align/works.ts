import { readFileSync } from "node:fs";
import path from "node:path";
import type { AlignableText, Paragraph } from "@/lib/align/alignment";
import { parseRendering } from "@/lib/passage/parse-rendering";

const content = path.join(__dirname, "../../../content");

/** The texts of a work of this repository, and by its marks which paragraphs are a passage: a gold that people made. */
export function readWork(slug: string): {
  source: AlignableText;
  translation: AlignableText;
  passages: { source: number[]; translation: number[] }[];
} {
  const [source, translation] = ["zh-Hans", "en"].map((language) => {
    const file = path.join(content, slug, `${language}.md`);
    const blocks = parseRendering(readFileSync(file, "utf8"), file).blocks;
    const paragraphs = blocks.map(({ block, text }): Paragraph => ({ text, kind: kindOf(block.type) }));
    const owners: string[] = [];
    for (const { mark } of blocks) owners.push(mark ?? owners.at(-1) ?? "");
    return { text: { language, paragraphs }, owners };
  });
  if (!source || !translation) throw new Error(`${slug} has two texts.`);
  const ids = [...new Set([...source.owners, ...translation.owners])];
  const of = (owners: readonly string[], id: string) => owners.flatMap((owner, at) => (owner === id ? [at] : []));
  return {
    source: source.text,
    translation: translation.text,
    passages: ids.map((id) => ({ source: of(source.owners, id), translation: of(translation.owners, id) })),
  };
}

function kindOf(type: string): Paragraph["kind"] {
  return type === "heading" || type === "quote" || type === "list" || type === "figure" ? type : "paragraph";
}
