import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A passage and its translation, known to belong together. */
export type Bead = { readonly where: string; readonly chinese: string; readonly english: string };

/** Reads the beads of one paragraph to one paragraph of a folder with `X.para.zh`, `X.para.en` and `X.para.gold`. */
export function readBeads(folder: string): Map<string, Bead[]> {
  const works = new Map<string, Bead[]>();
  for (const file of readdirSync(folder).sort()) {
    const name = /^(.*)\.para\.gold$/.exec(file)?.[1];
    if (!name) continue;
    const lines = (ending: string) => readFileSync(join(folder, `${name}.para.${ending}`), "utf8").split("\n");
    const [chinese, english] = [lines("zh"), lines("en")];
    const beads = lines("gold").flatMap((line, index) => {
      const found = /^\[(\d+)\]:\[(\d+)\]$/.exec(line.trim());
      if (!found) return [];
      const [zh, en] = [chinese[Number(found[1])], english[Number(found[2])]];
      return zh && en ? [{ where: `${name}:${index + 1}`, chinese: zh, english: en }] : [];
    });
    works.set(name, beads);
  }
  return works;
}
