import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Lexicon, numberOf } from "@/lib/align/lexicon/lexicon";
import { chineseTokens } from "@/lib/align/tokens/chinese";
import { englishTokens } from "@/lib/align/tokens/english";
import type { Link } from "./documents";

/** Whether the program `hunalign` is installed. */
export function hasHunalign(): boolean {
  return spawnSync("hunalign", [], { stdio: "ignore" }).error === undefined;
}

/** Aligns with hunalign (Varga et al. 2005), given the tokens and the dictionary that ours has. */
export function hunalign(chinese: readonly string[], english: readonly string[], lexicon: Lexicon): Link[] {
  const folder = mkdtempSync(path.join(tmpdir(), "duidu-hunalign-"));
  try {
    const words = new Map<number | string, string>();
    const zh = chinese.map((line) => {
      const { headwords } = chineseTokens(line, lexicon);
      for (const { number, start, end } of headwords) words.set(number, line.slice(start, end));
      return chineseTokens(line, lexicon)
        .cut.map((token) => words.get(token) ?? token)
        .join(" ");
    });
    const en = english.map((line) => englishTokens(line).words.join(" "));
    const used = new Set(en.join(" ").split(" "));
    const stems = new Map<number, string>();
    for (const word of used) {
      const found = numberOf(lexicon.stems, word);
      if (found >= 0) stems.set(found, word);
    }
    const entries: string[] = [];
    for (const [number, word] of words) {
      if (typeof number !== "number") continue;
      for (let at = lexicon.first[number] ?? 0; at < (lexicon.first[number + 1] ?? 0); at++) {
        const stem = stems.get(lexicon.stem[at] ?? -1);
        if (stem) entries.push(`${stem} @ ${word}`);
      }
    }
    const write = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    const { stdout } = spawnSync(
      "hunalign",
      [write("dict", `${entries.join("\n")}\n`), write("zh", `${zh.join("\n")}\n`), write("en", `${en.join("\n")}\n`)],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    return fromLadder(stdout, chinese.length, english.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A rung says how many lines of each text lie before it. */
function fromLadder(text: string, n: number, m: number): Link[] {
  const rungs = text.split("\n").flatMap((line): [number, number][] => {
    const [i, j] = line.split("\t").map(Number);
    return i !== undefined && j !== undefined && line.includes("\t") ? [[i, j]] : [];
  });
  const links: Link[] = [];
  let [fromI, fromJ] = [0, 0];
  for (const [i, j] of [...rungs, [n, m] as const]) {
    const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
    const link = { source: range(fromI, i), translation: range(fromJ, j) };
    if (link.source.length + link.translation.length > 0) links.push(link);
    [fromI, fromJ] = [i, j];
  }
  return links;
}
