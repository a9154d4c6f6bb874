import type { Block } from "@/lib/passage/block";
import { findForbidden } from "@/lib/text/decode";
import type { Language } from "@/lib/work/metadata";
import { detectLanguage } from "./detect-language";
import { type Dropped, type ImportedPair, type ImportedText, ImportRefused } from "./imported-text";
import { chapterLevel } from "./formats/chapter-line";
import { writeBlock } from "./write/write-blocks";

/** Two texts as a reader found them, row by row, as plain words. */
export type PairDraft = {
  readonly rows: readonly { readonly source: string; readonly translation: string }[];
  readonly languages: { readonly source: Language | null; readonly translation: Language | null };
  readonly dropped: readonly Dropped[];
  readonly notes: readonly string[];
};

/** Writes both texts as Markdown, a block for each row. */
export function finishPair(draft: PairDraft, origin: Pick<ImportedText, "file" | "format" | "encoding">): ImportedPair {
  const levels = draft.rows.map(levelOf);
  const highest = levels.reduce<number>((least, level) => Math.min(least, level ?? 4), 4);
  const rows = draft.rows
    .map(({ source, translation }, index) => {
      const level = levels[index] ?? null;
      const depth = level === null ? null : level - highest === 0 ? 2 : level - highest === 1 ? 3 : 4;
      return { source: writeWords(source, depth), translation: writeWords(translation, depth) };
    })
    .filter(({ source, translation }) => source !== "" || translation !== "");
  if (rows.length === 0) {
    const what = "There are no words in this file.";
    throw new ImportRefused(origin.file, null, what, "Choose the file that holds both texts.");
  }
  const side = (name: "source" | "translation"): ImportedText => {
    const blocks = rows.map((row) => row[name]).filter((markdown) => markdown !== "");
    const markdown = blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
    const language = draft.languages[name] ?? detectLanguage(markdown);
    const { dropped, notes } = draft;
    return { ...origin, markdown, metadata: language ? { language } : {}, pictures: [], dropped, notes };
  };
  return { source: side("source"), translation: side("translation"), rows };
}

/** A heading on one side alone would not read as one beside its translation. */
function levelOf({ source, translation }: PairDraft["rows"][number]): 2 | 3 | 4 | null {
  const sides = [source, translation].filter((words) => words.trim() !== "").map(chapterLevel);
  return sides.includes(null) ? null : (sides[0] ?? null);
}

/** A row is one block, whatever lines its cell has. */
function writeWords(words: string, depth: 2 | 3 | 4 | null): string {
  let clean = words;
  for (let found = findForbidden(clean); found; found = findForbidden(clean)) clean = clean.replaceAll(found.sign, "");
  const value = clean.replace(/\s*\n\s*/g, "\n").trim();
  if (value === "") return "";
  const children = [{ type: "text", value } as const];
  const block: Block = depth === null ? { type: "paragraph", children } : { type: "heading", depth, children };
  return writeBlock(block).markdown.join("\n\n");
}
