import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Bead } from "@/lib/align/alignment";

/** Lines of both sides that belong together, in order. */
export type Link = Pick<Bead, "source" | "translation">;

/** A document with its gold: Chinese and English lines, and the beads that annotators found. */
export type Document = {
  readonly name: string;
  /** Documents that are counted together: `mac`, `mac.para`. */
  readonly set: string;
  readonly chinese: readonly string[];
  readonly english: readonly string[];
  readonly gold: readonly Link[];
  /** The gold knows larger units only: neighbouring beads within one of them are joined before they are scored. */
  readonly isCoarse: boolean;
};

/** Reads `X.zh`, `X.en` and `X.gold` or `X.cgold` of a folder: a line a segment, a bead a line as `[0,1]:[0]`. */
export function readDocuments(folder: string): Document[] {
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8").replace(/\n$/, "").split("\n");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".zh"))
    .sort()
    .flatMap((file): Document[] => {
      const name = file.slice(0, -".zh".length);
      const gold = [`${name}.gold`, `${name}.cgold`].find((each) => existsSync(path.join(folder, each)));
      if (!gold) return [];
      return [
        {
          name,
          set: setOf(name),
          chinese: read(file),
          english: read(`${name}.en`),
          gold: read(gold).flatMap(parseBead),
          isCoarse: gold.endsWith(".cgold"),
        },
      ];
    });
}

function setOf(name: string): string {
  const [, set = name] = /^([a-z]+)/.exec(name) ?? [];
  return `${set}${name.includes("-gap") ? " gap" : ""}${name.endsWith(".para") ? " paragraphs" : ""}`;
}

/** Reads a bead as `duidu align --format beads` prints it. */
export function parseBead(line: string): Link[] {
  const [, source, translation] = /^\[([\d,]*)\]:\[([\d,]*)\]/.exec(line.trim()) ?? [];
  if (source === undefined || translation === undefined) return [];
  const numbers = (list: string) => (list === "" ? [] : list.split(",").map(Number));
  return [{ source: numbers(source), translation: numbers(translation) }];
}
