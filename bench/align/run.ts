import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { alignSegments } from "@/lib/align/align-segments";
import type { Bead } from "@/lib/align/alignment";
import { loadLexicon } from "@/lib/align/lexicon/store";
import { type Document, type Link, readDocuments } from "./documents";
import { galeChurch } from "./gale-church";
import { hasHunalign, hunalign } from "./hunalign";
import { count, type Counts, nameOf, noCounts, scores } from "./score";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: npx tsx bench/align/run.ts DIR");
  process.exit(2);
}
const documents = readDocuments(folder);
const lexicon = await loadLexicon();
const ours = ({ chinese, english }: Document) =>
  alignSegments({ language: "zh-Hans", texts: chinese }, { language: "en", texts: english }, lexicon).beads;
const aligners: Record<string, (document: Document) => readonly Link[]> = {
  "Gale-Church": ({ chinese, english }) => galeChurch(chinese, english),
  ...(hasHunalign() && { hunalign: ({ chinese, english }) => hunalign(chinese, english, lexicon) }),
  duidu: ours,
};

console.log(
  `strict F1 / lax F1\n\n${"".padEnd(20)}${Object.keys(aligners)
    .map((name) => name.padStart(18))
    .join("")}`,
);
const sure: { confidence: number; right: boolean }[] = [];
for (const set of new Set(documents.map((document) => document.set))) {
  const cells = Object.entries(aligners).map(([name, align]) => {
    const counts: Counts = noCounts();
    for (const document of documents.filter((each) => each.set === set)) {
      const beads = align(document);
      count(document, beads, counts);
      if (name === "duidu" && !document.isCoarse) judge(document, beads as readonly Bead[]);
    }
    const [strict, lax] = scores(counts);
    return `${strict.toFixed(3)} / ${lax.toFixed(3)}`.padStart(18);
  });
  console.log(set.padEnd(20) + cells.join(""));
}
sure.sort((a, b) => a.confidence - b.confidence);
const wrong = (list: typeof sure) => list.filter(({ right }) => !right).length;
const low = sure.slice(0, Math.round(sure.length / 5));
console.log(`\nwrong beads among the fifth that is least sure: ${((100 * wrong(low)) / wrong(sure)).toFixed(0)} %`);

console.log("\nlines zh + en      load     time   processor   lines/s   memory");
const joined = { chinese: [] as string[], english: [] as string[] };
const plain = documents.filter(({ name }) => !name.endsWith(".para"));
while (joined.chinese.length < 40_000)
  for (const { chinese, english } of plain) {
    joined.chinese.push(...chinese);
    joined.english.push(...english);
  }
for (const lines of [100, 1000, 4000, 13_000, 40_000]) measure(lines);

function judge(document: Document, beads: readonly Bead[]): void {
  const gold = new Set(document.gold.map(nameOf));
  for (const bead of beads) sure.push({ confidence: bead.confidence, right: gold.has(nameOf(bead)) });
}

/** The first lines of the documents one after the other, as one text, in a process of its own. */
function measure(lines: number): void {
  const place = mkdtempSync(path.join(tmpdir(), "duidu-bench-"));
  try {
    const files = [joined.chinese, joined.english].map((side, at) => {
      const file = path.join(place, `${at}`);
      const share = at === 0 ? lines : Math.round((lines * joined.english.length) / joined.chinese.length);
      writeFileSync(file, `${side.slice(0, share).join("\n")}\n`);
      return file;
    });
    const program = fileURLToPath(new URL("book.ts", import.meta.url));
    const { stdout, stderr } = spawnSync("npx", ["tsx", program, ...files], { encoding: "utf8" });
    if (stdout === "") throw new Error(stderr);
    const { loadMs, ms, cpuMs, maxMiB } = JSON.parse(stdout) as Record<string, number>;
    const both = lines + Math.round((lines * joined.english.length) / joined.chinese.length);
    console.log(
      `${String(both).padStart(13)}${`${loadMs?.toFixed(0)} ms`.padStart(10)}${`${ms?.toFixed(0)} ms`.padStart(9)}` +
        `${`${cpuMs?.toFixed(0)} ms`.padStart(12)}${((1000 * both) / (cpuMs ?? 1)).toFixed(0).padStart(10)}` +
        `${`${maxMiB?.toFixed(0)} MiB`.padStart(9)}`,
    );
  } finally {
    rmSync(place, { recursive: true });
  }
}
