/**
 * Mutates valid files of every format and reads them. `npx tsx bench/trials/fuzz-import.ts [count] [seed] [format]`.
 * It prints, for each format, how many were read, how many were refused, and what must not be: other errors, texts that do
 * not read back, reads of more than two seconds; and the slowest. It exits with 1 when there were any.
 */
import { isError } from "../../lib/problem/problem";
import { ImportRefused, type ImportedText } from "../../lib/import/imported-text";
import { parseRendering } from "../../lib/passage/parse-rendering";
import { readPair } from "../../lib/import/read-pair";
import { readText } from "../../lib/import/read-text";
import { mutate, random, samples } from "./import-samples";

const count = Number(process.argv[2] ?? 2_000);
const seed = Number(process.argv[3] ?? 20250430);
const only = process.argv[4];
const slow = 2_000;

function faultsOf({ markdown, file }: ImportedText): string[] {
  return parseRendering(markdown, file)
    .problems.filter(isError)
    .map(({ what }) => what);
}

const table: Record<string, Record<string, number | string>> = {};
let failed = false;
for (const { file, bytes, kind } of await samples()) {
  if (only && kind !== only) continue;
  const next = random(seed);
  const row = { read: 0, refused: 0, crashed: 0, unsound: 0, slow: 0, "slowest ms": 0 };
  for (let index = 0; index < count; index++) {
    const mutated = mutate(bytes, kind, next);
    const began = performance.now();
    try {
      const read = /^(?:tmx|tsv|csv|interleaved)$/.test(kind)
        ? await readPair(mutated, file)
        : await readText(mutated, file);
      const faults = "rows" in read ? [...faultsOf(read.source), ...faultsOf(read.translation)] : faultsOf(read);
      if (faults.length > 0) {
        row.unsound++;
        console.error(kind, index, faults[0]);
      } else row.read++;
    } catch (error) {
      if (error instanceof ImportRefused) row.refused++;
      else {
        row.crashed++;
        console.error(kind, index, error);
      }
    }
    const took = performance.now() - began;
    if (took > slow) row.slow++;
    row["slowest ms"] = Math.max(row["slowest ms"], Math.round(took));
  }
  table[kind] = row;
  failed ||= row.crashed + row.unsound + row.slow > 0;
}
console.table(table);
const { maxRSS } = process.resourceUsage();
console.log(`${count} of each, seed ${seed}; at most ${Math.round(maxRSS / 1024)} MiB in memory`);
process.exitCode = failed ? 1 : 0;
