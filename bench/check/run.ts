import { runChecks } from "@/lib/check/checks";
import { formatProblem } from "@/lib/problem/problem";
import { readDocuments } from "./parallel";

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: npx tsx bench/check/run.ts DIR [--show] [--only NAME]");
  process.exit(2);
}
const only = flags.includes("--only") ? (flags[flags.indexOf("--only") + 1] ?? "") : "";

let [passages, alarms] = [0, 0];
const all = new Map<string, number>();
for (const { name, context, oneToOne } of readDocuments(folder).filter((one) => one.name.startsWith(only))) {
  // The others are there for what begins in one paragraph and ends in the next.
  const problems = runChecks(context).filter(({ passage = "" }) => oneToOne.has(passage));
  const codes = new Map<string, number>();
  for (const { code } of problems) {
    codes.set(code, (codes.get(code) ?? 0) + 1);
    all.set(code, (all.get(code) ?? 0) + 1);
  }
  passages += oneToOne.size;
  alarms += problems.length;
  console.log(row(name, oneToOne.size, problems.length, codes));
  if (flags.includes("--show")) for (const problem of problems) console.log(formatProblem(problem));
}
console.log(row("all", passages, alarms, all));

/** One line of the table: alarms per 200 passages, in all and by code. */
function row(name: string, count: number, found: number, codes: ReadonlyMap<string, number>): string {
  const rate = (number: number) => ((number * 200) / Math.max(1, count)).toFixed(2);
  const each = [...codes].sort().map(([code, number]) => `${code} ${rate(number)}`);
  return [name.padEnd(28), `${String(count).padStart(5)} passages`, rate(found).padStart(7), ...each].join("  ");
}
