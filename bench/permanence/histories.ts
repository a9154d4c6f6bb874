import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One text through its revisions, and what became of each paragraph from one to the next. */
export type History = {
  readonly name: string;
  readonly language: string;
  /** Paragraphs of each revision. */
  readonly revisions: readonly (readonly string[])[];
  /** For each step, the paragraphs of the next revision that each paragraph became; none where it is gone. 0-based. */
  readonly steps: readonly (readonly (readonly number[])[])[];
};

/**
 * Reads every history below a folder: `NAME/NNN.LANG.txt`, a paragraph between empty lines, and `NAME/steps.LANG.tsv` with
 * the columns from, to, from_paragraph, to_paragraphs, in which paragraphs count from 1 and `-` is none.
 */
export function readHistories(root: string): History[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    const folder = path.join(root, name);
    const files = readdirSync(folder).sort();
    const languages = files.flatMap((file) => /^steps\.(.+)\.tsv$/.exec(file)?.[1] ?? []);
    return languages.map((language): History => {
      const texts = files.filter((file) => file.endsWith(`.${language}.txt`));
      const revisions = texts.map((file) => paragraphsOf(readFileSync(path.join(folder, file), "utf8")));
      const order = new Map(texts.map((file, index) => [file.slice(0, -language.length - 5), index]));
      const steps = revisions.slice(1).map((_, step): number[][] => (revisions[step] ?? []).map(() => []));
      const [, ...lines] = readFileSync(path.join(folder, `steps.${language}.tsv`), "utf8")
        .trimEnd()
        .split("\n");
      for (const line of lines) {
        const [from = "", , paragraph = "", became = ""] = line.split("\t");
        const list = steps[order.get(from) ?? -1]?.[Number(paragraph) - 1];
        if (list && became !== "-") list.push(...became.split(/[ ,;+]+/).map((number) => Number(number) - 1));
      }
      return { name, language, revisions, steps };
    });
  });
}

/** Splits a plain text at its empty lines. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []);
}

/** Where a paragraph of one revision stands in a later one, by the reference answers. */
export function follow(history: History, from: number, paragraph: number, to: number): ReadonlySet<number> {
  let places = new Set([paragraph]);
  for (let step = from; step < to; step++)
    places = new Set([...places].flatMap((place) => history.steps[step]?.[place] ?? []));
  return places;
}
