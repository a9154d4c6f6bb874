import { readFileSync } from "node:fs";
import { alignSegments } from "@/lib/align/align-segments";
import { loadLexicon } from "@/lib/align/lexicon/store";

/** Aligns two files line by line in a process of its own, and prints what that took as JSON. */
const [source = "", translation = ""] = process.argv.slice(2);
const lines = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");
const [chinese, english] = [lines(source), lines(translation)];
let [start, cpu] = [performance.now(), process.cpuUsage()];
const lexicon = await loadLexicon();
const loadMs = performance.now() - start;
[start, cpu] = [performance.now(), process.cpuUsage()];
const { beads } = alignSegments({ language: "zh-Hans", texts: chinese }, { language: "en", texts: english }, lexicon);
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    loadMs,
    ms: performance.now() - start,
    cpuMs: (user + system) / 1000,
    maxMiB: process.resourceUsage().maxRSS / 1024,
    beads: beads.length,
  }),
);
