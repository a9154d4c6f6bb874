import { runChecks } from "@/lib/check/checks";
import { formatProblem } from "@/lib/problem/problem";
import { faults } from "./faults";
import { type Document, readDocuments, sideOf } from "./parallel";

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: npx tsx bench/check/run.ts DIR [--show] [--only NAME] [--planted]");
  process.exit(2);
}
const only = flags.includes("--only") ? (flags[flags.indexOf("--only") + 1] ?? "") : "";

const documents = readDocuments(folder).filter((one) => one.name.startsWith(only));
if (flags.includes("--planted")) {
  for (const fault of faults) {
    const [found, planted] = documents
      .map((document) => plant(document, fault))
      .reduce(([a, b], [c, d]) => [a + c, b + d]);
    console.log(`${fault.name.padEnd(44)}  ${String(found).padStart(4)} of ${String(planted).padStart(4)}`);
  }
  process.exit(0);
}

let [passages, alarms] = [0, 0];
const all = new Map<string, number>();
for (const { name, context, oneToOne } of documents) {
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

/** Plants a fault in one passage after another. @returns how many were found, and of how many */
function plant(
  { name, context, oneToOne }: Document,
  { codes, plant: change }: (typeof faults)[number],
): [number, number] {
  let [found, planted] = [0, 0];
  for (const { id, source, translation } of context.passages) {
    if (!oneToOne.has(id) || !source || !translation) continue;
    const after = change(source.text, translation.text);
    if (!after) continue;
    const line = { source: source.parts[0]?.line ?? 1, translation: translation.parts[0]?.line ?? 1 };
    const faulty = {
      id,
      source: sideOf("source", name, [{ raw: after[0], line: line.source }]),
      translation: sideOf("translation", name, [{ raw: after[1], line: line.translation }]),
    };
    const passages = context.passages.map((passage) => (passage.id === id ? faulty : passage));
    planted++;
    const isFound = ({ code, passage }: { code: string; passage?: string }) => codes.includes(code) && passage === id;
    if (runChecks({ ...context, passages }).some(isFound)) found++;
  }
  return [found, planted];
}
