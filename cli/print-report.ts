import type { Report, ReportLine } from "@/lib/revise/report";
import { count } from "./arguments";

/** What a kind of decision is called, and the order in which kinds are summed up. */
const words: readonly (readonly [ReportLine["kind"], string])[] = [
  ["edited", "edited"],
  ["same", "under its mark, with other words"],
  ["moved", "moved"],
  ["rewritten", "rewritten in place"],
  ["split", "split"],
  ["merged", "merged"],
  ["absorbed", "absorbed"],
  ["removed", "gone"],
  ["alone", "left in one language"],
  ["new", "new"],
  ["continues", "added to the passage above"],
];

/**
 * Prints a report for people: each decision that is more than an edit, each uncertain one, then the sums.
 *
 * @param names - the texts' file names by side
 * @param all - prints plain edits too
 */
export function formatReport(
  report: Report,
  names: Readonly<Record<"source" | "translation", string>>,
  all = false,
): string {
  const lines = report.lines
    .filter(({ kind, isCertain }) => all || !isCertain || (kind !== "edited" && kind !== "same"))
    .map((line) => formatLine(line, names));
  const sums = words.flatMap(([kind, name]) => {
    const number = new Set(report.lines.flatMap((line) => (line.kind === kind ? line.id : []))).size;
    return number > 0 ? [`${number} ${name}`] : [];
  });
  const uncertain = report.lines.filter(({ isCertain }) => !isCertain).length;
  return [
    ...lines,
    `${count(report.unchanged, "passage")} unchanged${sums.map((sum) => `, ${sum}`).join("")}` +
      (uncertain > 0 ? `; ${count(uncertain, "decision")} uncertain` : ""),
  ].join("\n");
}

/** One decision: place, kind, id; what the passage said and says. */
export function formatLine(line: ReportLine, names: Readonly<Record<"source" | "translation", string>>): string {
  const { id, kind, side, confidence, isCertain, before, after, into, line: at } = line;
  const place = side === null ? "" : `  ${names[side]}${at === null ? "" : `:${at}`}`;
  const doubt = isCertain ? "" : `  uncertain (${Math.round(confidence * 100)} %)`;
  // A split is listed where its parts stand now, or as what became of a passage that is no more.
  const joint = kind !== "split" ? "with" : after === "" ? "into" : "and";
  const others = into && into.length > 0 ? `  ${joint} ${into.join(", ")}` : "";
  const shown = before === after ? [["says", after] as const] : [["was", before] as const, ["now", after] as const];
  const quotes = shown.flatMap(([label, text]) => (text === "" ? [] : [`    ${label.padEnd(4)}  ${shorten(text)}`]));
  return [`  ${kind.padEnd(9)}  ${id}${others}${place}${doubt}`, ...quotes, ""].join("\n");
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const characters = [...line];
  return characters.length > 100 ? `${characters.slice(0, 70).join("")} … ${characters.slice(-25).join("")}` : line;
}
