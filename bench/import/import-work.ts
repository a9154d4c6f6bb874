import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Side } from "./documents";
import { readSide, type WrittenWork } from "./read-side";

/** What importing made of files. */
export type Imported = WrittenWork & {
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
