import { type ImportReport, leastSureFirst, percent, type ReportedText, shortened } from "@/lib/import/report";
import { count } from "./arguments";

/** How many of the least sure passages are shown, and what is too sure to be shown. */
const mostUnsure = 10;
const sure = 0.99;
const mostDropped = 10;

/** Prints what importing did, for people. */
export function formatImport(report: ImportReport, reportFile: string | null): string {
  const { work, folder, written, source, translation, counts, alignment, unsure } = report;
  const texts = [source, ...(translation ? [translation] : [])];
  const shapes = [
    `${counts.oneToOne} one to one`,
    `${counts.other} of other shapes`,
    `${counts.sourceAlone} in ${source.language} alone`,
    ...(translation ? [`${counts.translationAlone} in ${translation.language} alone`] : []),
  ];
  return [
    `${work}: ${count(counts.passages, "passage")}`,
    ...texts.map((text) => `  ${describe(text)}`),
    ...(translation
      ? [`  ${shapes.join(", ")}`]
      : [`  not translated yet: write the translation into ${folder}/${nameOfOther(report)}`]),
    ...(alignment === "found"
      ? [
          `  ${percent(unsure.below50)} of the passages are less than 50 % sure, ${percent(unsure.below80)} less than 80 %`,
        ]
      : []),
    ...(alignment === "given" ? ["  aligned by the file itself"] : []),
    ...block("Least sure:", leastSure(report)),
    ...block("Nothing said, so it was taken that:", assumedLines(report)),
    ...block("Left out:", droppedLines(texts)),
    ...block("Notes:", [...new Set(texts.flatMap(({ read, notes }) => notes.map((note) => `${read}: ${note}`)))]),
    "",
    written
      ? `Wrote ${folder}: ${listed(report.files)}`
      : `Would write ${folder}: ${listed(report.files)}; nothing was changed`,
    ...(reportFile === null ? [] : [`Report: ${reportFile}`]),
    ...(written ? ["", "Next:", `  npx duidu check ${work}`, "  npm start", `  ${report.address}`] : []),
  ].join("\n");
}

function describe({ read, format, encoding, language, blocks, file }: ReportedText): string {
  return `${read}  ${language}, ${format}${encoding === null ? "" : `, ${encoding}`}: ${count(blocks, "block")}, now ${file}`;
}

function nameOfOther({ files, source }: ImportReport): string {
  return files.find((name) => name.endsWith(".md") && name !== source.file) ?? "the other text";
}

function leastSure({ passages, source, translation }: ImportReport): string[] {
  return leastSureFirst(passages.filter(({ confidence }) => confidence < sure))
    .slice(0, mostUnsure)
    .flatMap(({ id, confidence, source: left, translation: right }) => {
      const sides = [
        { side: left, text: source },
        { side: right, text: translation },
      ];
      const places = sides.flatMap(({ side, text }) => (side && text ? `${text.file}:${side.line}` : []));
      const quotes = sides.flatMap(({ side, text }) =>
        text ? `  ${text.language.padEnd(7)}  ${side ? shortened(side.text, 100) : "–"}` : [],
      );
      return [`${id}  ${percent(confidence).padStart(5)}  ${places.join("  ")}`, ...quotes];
    });
}

function assumedLines({ assumed }: ImportReport): string[] {
  return assumed.map(({ what, side, instead }) => `${what}${side ? ` of the ${side}` : ""}: ${instead}`);
}

function droppedLines(texts: readonly ReportedText[]): string[] {
  const lines = texts.flatMap(({ read, dropped }) =>
    dropped.map(
      ({ why, what, where }) =>
        `${read}${where === null ? "" : ` (${where})`}: ${why.replaceAll("-", " ")}: ${shortened(what, 100)}`,
    ),
  );
  const unique = [...new Set(lines)];
  const more = unique.length - mostDropped;
  return more > 0 ? [...unique.slice(0, mostDropped), `and ${more} more: --report and --json list them all`] : unique;
}

function block(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", name, ...lines.map((line) => `  ${line}`)];
}

/** Pictures are many and have one name. */
function listed(files: readonly string[]): string {
  const pictures = files.filter((name) => name.startsWith("images/")).length;
  const others = files.filter((name) => !name.startsWith("images/"));
  return [...others, ...(pictures > 0 ? [count(pictures, "picture")] : [])].join(", ");
}
