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
  const rows = draft.rows
    .map(({ source, translation }) => {
      // A heading on one side alone would not read as one beside its translation.
      const isHeading = [source, translation].every((words) => words === "" || chapterLevel(words) !== null);
      return { source: writeWords(source, isHeading), translation: writeWords(translation, isHeading) };
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

/** A row is one block, whatever lines its cell has. */
function writeWords(words: string, isHeading: boolean): string {
  let clean = words;
  for (let found = findForbidden(clean); found; found = findForbidden(clean)) clean = clean.replaceAll(found.sign, "");
  const value = clean.replace(/\s*\n\s*/g, "\n").trim();
  if (value === "") return "";
  const children = [{ type: "text", value } as const];
  const level = isHeading ? chapterLevel(value) : null;
  const block: Block = level === null ? { type: "paragraph", children } : { type: "heading", depth: level, children };
  return writeBlock(block).markdown.join("\n\n");
}
