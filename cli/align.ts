import { readFile as read } from "node:fs/promises";
import { parseArgs } from "node:util";
import { alignSegments } from "@/lib/align/align-segments";
import { alignTexts } from "@/lib/align/align-texts";
import type { Bead } from "@/lib/align/alignment";
import type { Lexicon } from "@/lib/align/lexicon/lexicon";
import { loadLexicon } from "@/lib/align/lexicon/store";
import { matchedWords } from "@/lib/align/matched-words";
import type { Parts } from "@/lib/align/search/evidence";
import { decodeBytes } from "@/lib/import/decode-bytes";
import { detectLanguages } from "@/lib/import/detect-language";
import { isHan } from "@/lib/text/is-han";
import { paragraphsOf } from "@/lib/text/paragraphs";
import type { Command } from "./main";

const segmentKinds = ["line", "sentence", "paragraph"] as const;
const formats = ["beads", "json", "tsv"] as const;

/** Segments of both texts, their beads, and what spoke for each. */
type Aligned = {
  readonly languages: readonly [string, string];
  readonly source: readonly string[];
  readonly translation: readonly string[];
  readonly beads: readonly Bead[];
  readonly explain: ((bead: number) => Parts) | null;
};

/** `duidu align`: prints which segments of two files are each other's translation. */
export const align: Command = {
  usage: "align [--segments line|sentence|paragraph] [--format beads|json|tsv] [--explain] <text> <translation>",
  summary: [
    "Prints which parts of two plain texts are each other's translation, and how sure that is, 0 to 1; writes nothing.",
    "Segments are paragraphs unless you say otherwise: sentences, or lines as they stand. `beads` prints them by number",
    "from 0, as [0,1]:[0]. --explain adds what spoke for each: shape, words, lengths, punctuation, in nats.",
  ].join("\n      "),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        segments: { type: "string", default: "paragraph" },
        format: { type: "string", default: "tsv" },
        explain: { type: "boolean", default: false },
      },
      allowPositionals: true,
    });
    const segments = oneOf(values.segments, segmentKinds, "--segments");
    const format = oneOf(values.format, formats, "--format");
    const [one, other, ...rest] = positionals;
    if (one === undefined || other === undefined || rest.length > 0)
      throw new Error("name two files: a text and its translation");
    const texts = [await readFile(one), await readFile(other)] as const;
    const lexicon = await loadLexicon();
    const aligned = alignAs(segments, texts, lexicon);
    process.stdout.write(print(aligned, format, values.explain, lexicon));
    return 0;
  },
};

function oneOf<T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((each) => each === value);
  if (!found) throw new Error(`${option} is one of ${allowed.join(", ")}, not ${JSON.stringify(value)}`);
  return found;
}

async function readFile(file: string): Promise<string> {
  const bytes = await read(file).catch((cause: unknown) => {
    throw new Error(`${file} cannot be read (${cause instanceof Error ? cause.message : String(cause)})`);
  });
  if (bytes.length === 0) return "";
  const { text, notes } = decodeBytes(bytes, file);
  for (const note of notes) console.error(`${file}: ${note}`);
  return text;
}

function alignAs(
  segments: (typeof segmentKinds)[number],
  [source, translation]: readonly [string, string],
  lexicon: Lexicon,
): Aligned {
  const languages = detectLanguages(source, translation);
  if (segments === "line") {
    const sides = [linesOf(source), linesOf(translation)] as const;
    const { beads, explain } = alignSegments(
      { language: languages[0], texts: sides[0] },
      { language: languages[1], texts: sides[1] },
      lexicon,
    );
    return { languages, source: sides[0], translation: sides[1], beads, explain };
  }
  const paragraphs = [source, translation].map((text, side) => ({
    language: languages[side] ?? "en",
    paragraphs: paragraphsOf(text).map((each) => ({ text: each, kind: "paragraph" as const })),
  }));
  const [a, b] = paragraphs;
  if (!a || !b) throw new RangeError("Two texts are aligned.");
  const found = alignTexts(a, b, lexicon);
  if (segments === "paragraph") {
    const [texts, others] = [a, b].map((side) => side.paragraphs.map(({ text }) => text));
    return { languages, source: texts ?? [], translation: others ?? [], beads: found.passages, explain: null };
  }
  const sentences = (side: typeof a, spans: typeof found.sentences.source) =>
    spans.map(({ paragraph, start, end }) => side.paragraphs[paragraph]?.text.slice(start, end) ?? "");
  return {
    languages,
    source: sentences(a, found.sentences.source),
    translation: sentences(b, found.sentences.translation),
    beads: found.beads,
    explain: found.explain,
  };
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

function print(
  { languages, source, translation, beads, explain }: Aligned,
  format: (typeof formats)[number],
  isExplained: boolean,
  lexicon: Lexicon,
): string {
  const textOf = (segments: readonly string[], list: readonly number[]) =>
    list.map((at) => segments[at] ?? "").join(" ");
  const rows = beads.map((bead, at) => {
    const texts = [textOf(source, bead.source), textOf(translation, bead.translation)] as const;
    const [chinese, english] = isHan(languages[0]) ? texts : [texts[1], texts[0]];
    const why = isExplained ? { ...explain?.(at), matched: matchedWords(chinese, english, lexicon, 8) } : null;
    return { bead, texts, why };
  });
  if (format === "json") {
    const list = rows.map(({ bead, why }) => ({ ...bead, confidence: round(bead.confidence), ...(why && { why }) }));
    return `${JSON.stringify({ languages, source, translation, beads: list }, null, 1)}\n`;
  }
  return rows
    .map(({ bead, texts, why }) => {
      const fields =
        format === "beads"
          ? [`[${bead.source.join(",")}]:[${bead.translation.join(",")}]`, ...(why ? [round(bead.confidence)] : [])]
          : [...texts.map((text) => text.replace(/\s+/g, " ")), round(bead.confidence)];
      return `${[...fields, ...(why ? [sayWhy(why)] : [])].join("\t")}\n`;
    })
    .join("");
}

type Why = Partial<Parts> & { readonly matched: ReturnType<typeof matchedWords> };

function sayWhy({ matched, ...parts }: Why): string {
  const sums = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : `${name} ${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`,
  );
  const words = matched.map(({ chinese, english }) => `${chinese} ${english}`).join(", ");
  return [...sums, ...(words ? [`matched: ${words}`] : [])].join("; ");
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
