import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Block, Footnote } from "@/lib/passage/block";
import { blocksText } from "@/lib/passage/plain-text";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { type Side, sides, type Text } from "./documents";

/** One side of a work as it was written. */
export type WrittenSide = {
  readonly blocks: readonly { readonly block: Block; readonly text: string; readonly opens: string | null }[];
  /** Words of the notes, in order. */
  readonly notes: readonly string[];
};

/** What importing made of files. */
export type Imported = Readonly<Record<Side, WrittenSide>> & {
  readonly dropped: Readonly<Record<Side, readonly { readonly why: string; readonly what: string }[]>>;
  readonly said: Readonly<Record<Side, readonly string[]>>;
  readonly ms: number;
};

type Report = Readonly<Record<Side, { dropped: { why: string; what: string }[]; notes: string[]; file: string }>>;

/** Imports files with the program, and reads the work back. */
export function importWork(files: readonly string[], slug: string, content: string): Imported {
  const began = performance.now();
  const output = duidu(["import", ...files, "--slug", slug, "--content", content, "--json"]);
  const ms = performance.now() - began;
  const report = JSON.parse(output) as Report;
  const read = (side: Side) => readSide(readFileSync(path.join(content, slug, report[side].file), "utf8"));
  return {
    source: read("source"),
    translation: read("translation"),
    dropped: { source: report.source.dropped, translation: report.translation.dropped },
    said: { source: report.source.notes, translation: report.translation.notes },
    ms,
  };
}

/** Runs the program; what it prints. */
export function duidu(args: readonly string[]): string {
  return execFileSync("node", ["cli/duidu.mjs", ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

export function readSide(markdown: string): WrittenSide {
  const { blocks, footnotes } = parseRendering(markdown, "");
  return {
    blocks: blocks.map(({ block, text, mark }) => ({ block, text, opens: mark })),
    notes: wordsOfNotes(footnotes),
  };
}

export function wordsOfNotes(footnotes: Text["footnotes"] | ReadonlyMap<string, Footnote>): string[] {
  return [...footnotes.values()].map(({ blocks }) => blocksText(blocks));
}

/** Pictures of a work that was written. */
export function countPictures(content: string, slug: string): number {
  try {
    return readdirSync(path.join(content, slug, "images")).length;
  } catch {
    return 0;
  }
}

export { sides };
