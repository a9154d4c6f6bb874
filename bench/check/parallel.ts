import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CheckContext, CheckedPassage, CheckedSide } from "@/lib/check/context";
import { segmentsOf } from "@/lib/check/segments";
import type { Block } from "@/lib/passage/block";
import type { PassageId } from "@/lib/passage/passage-id";

/** A document, and the ids of its passages that are one paragraph in each language. */
export type Document = {
  readonly name: string;
  readonly context: CheckContext;
  readonly oneToOne: ReadonlySet<string>;
};

/** Reads every `NAME.zh`, `NAME.en`, `NAME.gold` below a folder, a paragraph a line, `[zh lines]:[en lines]` a bead. */
export function readDocuments(folder: string): Document[] {
  const names = readdirSync(folder).flatMap((file) => /^(.+\.para)\.gold$/.exec(file)?.[1] ?? []);
  return names.sort().map((name) => contextOf(folder, name));
}

function contextOf(folder: string, name: string): Document {
  const linesOf = (ending: string) => readFileSync(path.join(folder, `${name}.${ending}`), "utf8").split("\n");
  const texts = { source: linesOf("zh"), translation: linesOf("en") };
  const oneToOne = new Set<string>();
  const passages = linesOf("gold").flatMap((bead, row): CheckedPassage[] => {
    const [, zh, en] = /^\[([\d,]*)\]:\[([\d,]*)\]$/.exec(bead) ?? [];
    if (zh === undefined || en === undefined) return [];
    const side = (kind: CheckedSide["side"], list: string) => {
      const lines = list === "" ? [] : list.split(",").map(Number);
      const paragraphs = lines.map((line) => ({ raw: texts[kind][line] ?? "", line: line + 1 }));
      return lines.length === 0 ? null : sideOf(kind, name, paragraphs);
    };
    const id = `b${String(row).padStart(4, "0")}` as PassageId;
    if (/^\d+$/.test(zh) && /^\d+$/.test(en)) oneToOne.add(id);
    return [{ id, source: side("source", zh), translation: side("translation", en) }];
  });
  const context = { slug: name, passages, glossary: [], isSetFullWidth: false, confidence: new Map() };
  return { name, context, oneToOne };
}

/** A side of a passage as it would be read from a file. */
export function sideOf(side: CheckedSide["side"], name: string, parts: CheckedSide["parts"]): CheckedSide {
  const language = side === "source" ? "zh-Hans" : "en";
  const blocks = parts.map(({ raw }): Block => ({ type: "paragraph", children: [{ type: "text", value: raw }] }));
  const text = parts.map(({ raw }) => raw).join("\n");
  return { side, language, file: `${name}.${language}`, blocks, text, segments: segmentsOf(blocks, new Map()), parts };
}
