import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A passage and its translation, known to belong together. */
export type Bead = { readonly where: string; readonly chinese: string; readonly english: string };

/**
 * Reads a folder of `X.zh`, `X.en` and `X.gold` or `X.cgold`: lines of text, and which lines belong together
 * (`[0,1]:[0]`). Of paragraphs (`X.para.gold`) only beads of one to one are taken; of sentences all, joined.
 */
export function readBeads(folder: string): Map<string, Bead[]> {
  const works = new Map<string, Bead[]>();
  for (const file of readdirSync(folder).sort()) {
    const [, name, gold] = /^(.*)\.(c?gold)$/.exec(file) ?? [];
    if (!name || !gold) continue;
    const lines = (ending: string) => readFileSync(join(folder, `${name}.${ending}`), "utf8").split("\n");
    const [chinese, english] = [lines("zh"), lines("en")];
    const beads = lines(gold).flatMap((line, index) => {
      const [, ours = "", theirs = ""] = /^\[([\d, ]*)\]:\[([\d, ]*)\]$/.exec(line.trim()) ?? [];
      const text = (of: string[], at: string, by: string) =>
        at === ""
          ? ""
          : at
              .split(",")
              .map((one) => of[Number(one)] ?? "")
              .join(by);
      const [zh, en] = [text(chinese, ours, ""), text(english, theirs, " ")];
      if (!zh || !en || (name.endsWith(".para") && /,/.test(ours + theirs))) return [];
      return [{ where: `${name}:${index + 1}`, chinese: zh, english: en }];
    });
    works.set(name, beads);
  }
  return works;
}
