import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compare, type Comparison } from "./compare";
import { type Pair, pairNames, readDocument, sides } from "./documents";
import { type File, type PairFormatName, type TextFormatName, textFormats, writePairAs, writeTextAs } from "./formats";
import { duidu, type Imported, importWork } from "./import-work";
import { shapeLost } from "./shape";

/** Formats that know headings, emphasis, links, lists, quotes, verse, notes and pictures. */
const rich: readonly string[] = ["markdown", "html", "docx", "epub"] satisfies TextFormatName[];

type Formats = PairFormatName | readonly [TextFormatName, TextFormatName];

/** Each document in formats of its own; documents that come aligned are tried with the aligner too. */
const trials: readonly (readonly [string, Formats])[] = [
  ["tale", ["gb18030", "pages"]],
  ["essay", ["markdown", "docx"]],
  ["news", "tmx"],
  ["howto", ["markdown", "html"]],
  ["letter", ["big5", "docx"]],
  ["verse", ["epub", "utf-16"]],
  ["minutes", "csv"],
  ["recipes", ["docx", "epub"]],
  ["interview", "interleaved"],
  ["museum", ["epub", "html"]],
  ["news", ["html", "utf-16"]],
  ["minutes", ["docx", "pages"]],
  ["interview", ["gb18030", "html"]],
];

/** `--all`: every document in every format that can hold it, one format for both sides. */
const everything = pairNames.flatMap((name) => {
  const { source, translation } = readDocument(name);
  const hasNotes = source.footnotes.size + translation.footnotes.size > 0;
  const own = { gb18030: source.language !== "zh-Hant", big5: source.language === "zh-Hant" };
  return (Object.keys(textFormats) as TextFormatName[])
    .filter((format) => (hasNotes ? rich.includes(format) : (own[format as keyof typeof own] ?? true)))
    .map((format) => [name, [format, format]] as const);
});

const shows = process.argv.includes("--show");
const place = mkdtempSync(path.join(tmpdir(), "duidu-import-"));
const content = path.join(place, "content");
mkdirSync(content);
let missed = 0;
const details: string[] = [];
try {
  console.log(
    `${"document".padEnd(11)}${"formats".padEnd(19)}${"found / gold".padStart(13)}${"F1".padStart(7)}${"alone".padStart(7)}${"lost".padStart(6)}${"more".padStart(6)}${"ms".padStart(6)}  dropped`,
  );
  for (const [at, [name, formats]] of (process.argv.includes("--all") ? everything : trials).entries()) {
    const pair = readDocument(name);
    const slug = `${name}-${at + 1}`;
    const files = await writeFiles(pair, formats, path.join(place, slug));
    const imported = importWork(files, slug, content);
    report(pair, formats, slug, imported, compare(pair, imported));
  }
  check();
} finally {
  rmSync(place, { recursive: true, force: true });
}
for (const line of details) console.log(line);
process.exitCode = missed > 0 ? 1 : 0;

async function writeFiles(pair: Pair, formats: Formats, folder: string): Promise<string[]> {
  const save = ({ name, bytes }: File) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return file;
  };
  if (typeof formats === "string") return [save(writePairAs(formats, pair))];
  const saved: string[] = [];
  for (const [at, side] of sides.entries()) {
    const { file, beside } = await writeTextAs(formats[at as 0 | 1], pair[side]);
    beside.forEach(save);
    saved.push(save(file));
  }
  return saved;
}

function report(pair: Pair, formats: Formats, slug: string, imported: Imported, found: Comparison): void {
  const { f1, alone, leftAlone, lost, added, wrong } = found;
  const shape =
    typeof formats === "string"
      ? []
      : sides.flatMap((side, at) => (rich.includes(formats[at as 0 | 1]) ? shapeLost(pair, imported, side) : []));
  const faults = [
    f1 < (found.isOneToOne ? 0.98 : 0.95) && "F1",
    alone > 0 && leftAlone / alone < 0.9 && "alone",
    lost.length > 0 && "lost",
    added.length > 0 && "more",
    shape.length > 0 && "shape",
  ].filter((fault) => fault !== false);
  missed += faults.length;
  const length = (parts: readonly string[]) => String(parts.join("").length).padStart(6);
  const named = typeof formats === "string" ? formats : formats.join(", ");
  console.log(
    `${pair.name.padEnd(11)}${named.padEnd(19)}${`${found.found} / ${found.gold}`.padStart(13)}${f1.toFixed(3).padStart(7)}${(alone > 0 ? `${leftAlone}/${alone}` : "–").padStart(7)}${length(lost)}${length(added)}${imported.ms.toFixed(0).padStart(6)}  ${droppedIn(imported)}${faults.length > 0 ? `  ← ${faults.join(", ")}` : ""}`,
  );
  const list = (what: string, parts: readonly string[]) => parts.map((part) => `  ${what}: ${part.slice(0, 160)}`);
  const lines = [
    ...wrong.map(
      (sides) =>
        `  wrong: ${sides.map((side) => (side.length > 60 ? `${side.slice(0, 40)}…${side.slice(-20)}` : side)).join("  |  ")}`,
    ),
    ...list("lost", lost),
    ...list("more", added),
    ...list("shape", shape),
    ...(shows
      ? sides.flatMap((side) => [
          ...list(
            `${side} dropped`,
            imported.dropped[side].map(({ why, what }) => `${why}: ${what}`),
          ),
          ...list(`${side} note`, imported.said[side]),
        ])
      : []),
  ];
  if (lines.length > 0) details.push(`\n${slug}`, ...lines);
}

function droppedIn({ dropped }: Imported): string {
  const counts = new Map<string, number>();
  for (const side of sides) for (const { why } of dropped[side]) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, times]) => `${times} ${why}`).join(", ") || "–";
}

/** The check of the works that were written must find no fault; its warnings are for people. */
function check(): void {
  try {
    const said = duidu(["check", "--content", content]);
    if (shows) console.log(`\n${said}`);
  } catch (cause) {
    missed++;
    const { stdout, stderr } = cause as { stdout?: string; stderr?: string };
    console.log(`\nThe check fails:\n${stdout ?? ""}${stderr ?? ""}`);
  }
}
