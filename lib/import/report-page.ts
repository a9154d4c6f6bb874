import type { CompiledPassage, CompiledSide } from "./compile-work";
import { type ImportReport, leastSureFirst, percent, type ReportedText, shortened } from "./report";

/** By this a report is known as one, and may be replaced by a newer. */
const mark = '<meta name="generator" content="duidu import">';

/** Whether a file is a report that `reportPage` wrote. */
export function isReportPage(text: string): boolean {
  return text.slice(0, 500).includes(mark);
}

/** Characters of a side that the page shows. */
const mostShown = 1_200;

/**
 * Draws the report as one HTML page that needs nothing else: no script, no picture, no request. The least sure passages
 * come first; each leads to its place on the site.
 */
export function reportPage(report: ImportReport): string {
  const { titles, source, translation, passages, counts } = report;
  const language = translation?.language ?? "";
  const both = leastSureFirst(passages.filter((passage) => passage.source && passage.translation));
  const alone = passages.filter((passage) => !passage.source || !passage.translation);
  const between = (from: number, to: number) => both.filter(({ confidence: sure }) => sure >= from && sure < to);
  const isFound = report.alignment === "found";
  const sections = [
    ...(isFound
      ? [
          section("doubtful", "Less than 50 % sure", "Look at these first.", between(-1, 0.5), report),
          section("likely", "50 to 80 % sure", "A border may be a paragraph off.", between(0.5, 0.8), report),
        ]
      : []),
    section("alone", "In one language alone", "Nothing in the other text answers to these.", alone, report),
    section(
      "sure",
      isFound ? "80 % sure and more" : "As the file has them",
      "",
      isFound ? between(0.8, 2) : both,
      report,
    ),
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
${mark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${escape(titles.translation)} – how it was imported</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<p class="kind">Import report</p>
<h1>${spanIn(source.language, titles.source)}${
    translation && titles.translation !== titles.source ? `<br>${spanIn(language, titles.translation)}` : ""
  }</h1>
<p class="lead">${escape(leadOf(report))} ${
    report.written
      ? `<a href="${escape(report.address)}">Read it</a>, once the site is built and started.`
      : "Nothing was written."
  }</p>
</header>
<section aria-labelledby="texts">
<h2 id="texts">What was read</h2>
<dl class="read">${[source, translation].map((text) => (text ? textEntry(text) : "")).join("")}</dl>
<dl class="counts">${[
    ["Passages", counts.passages],
    ["One to one", counts.oneToOne],
    ["Of other shapes", counts.other],
    [`In ${source.language} alone`, counts.sourceAlone],
    ...(translation ? [[`In ${translation.language} alone`, counts.translationAlone] as const] : []),
  ]
    .map(([name, value]) => `<div><dt>${escape(String(name))}</dt><dd>${value}</dd></div>`)
    .join("")}</dl>
</section>
${list("assumed", "Stated nowhere, and taken for granted", assumedOf(report))}
${list("notes", "Notes", notesOf(report))}
${list("dropped", "What was left out", droppedOf(report))}
${sections.join("\n")}
</main>
</body>
</html>
`;
}

function leadOf({ counts, alignment, unsure, source, translation }: ImportReport): string {
  const passages = `${counts.passages} ${counts.passages === 1 ? "passage" : "passages"}`;
  if (alignment === "none") return `${passages} in ${source.language}, not translated yet.`;
  if (alignment === "given")
    return `${passages} in ${source.language} and ${translation?.language}, aligned by the file itself.`;
  return `${passages} in ${source.language} and ${translation?.language}. ${percent(unsure.below50)} of them are less than 50 % sure, ${percent(unsure.below80)} less than 80 %.`;
}

function textEntry({ read, language, format, encoding, blocks, file }: ReportedText): string {
  const facts = [
    language,
    format,
    ...(encoding === null ? [] : [encoding]),
    `${blocks} ${blocks === 1 ? "block" : "blocks"}`,
  ];
  return `<div><dt>${escape(read)}</dt><dd>${escape(facts.join(", "))}</dd><dd>now ${escape(file)}</dd></div>`;
}

function assumedOf({ assumed, source, translation }: ImportReport): string[] {
  return assumed.map(({ what, side, instead }) => {
    const language = side === "source" ? source.language : side === "translation" ? translation?.language : undefined;
    const words = language && what === "rights" ? spanIn(language, instead) : escape(instead);
    return `${escape(`${what}${side ? ` of the ${side}` : ""}: `)}${words}`;
  });
}

function notesOf({ source, translation }: ImportReport): string[] {
  return uniqueBy([source, translation], ({ read, notes }) => notes.map((note) => escape(`${read}: ${note}`)));
}

function droppedOf({ source, translation }: ImportReport): string[] {
  return uniqueBy([source, translation], ({ read, language, dropped }) =>
    dropped.map(({ why, what, where }) => {
      const place = where === null ? read : `${read}, ${where}`;
      return `${escape(`${place}: ${why.replaceAll("-", " ")}: `)}${spanIn(language, what)}`;
    }),
  );
}

/** A file that brings both texts says everything twice. */
function uniqueBy(texts: readonly (ReportedText | null)[], of: (text: ReportedText) => readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => (text ? of(text) : [])))];
}

/** @param items - HTML */
function list(id: string, name: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const lines = items.map((item) => `<li>${item}</li>`).join("");
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escape(name)}</h2><ul>${lines}</ul></section>`;
}

function section(
  id: string,
  name: string,
  lead: string,
  passages: readonly CompiledPassage[],
  report: ImportReport,
): string {
  if (passages.length === 0) return "";
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escape(name)} <span class="count">${passages.length}</span></h2>
${lead === "" ? "" : `<p class="hint">${escape(lead)}</p>\n`}<ol>
${passages.map((passage) => row(passage, report)).join("\n")}
</ol>
</section>`;
}

function row({ id, confidence, source, translation }: CompiledPassage, report: ImportReport): string {
  const places = [place(source, report.source), place(translation, report.translation)].filter((each) => each !== "");
  const link = report.written ? `<a href="${escape(`${report.address}/${id}`)}">${id}</a>` : id;
  return `<li id="${id}">
<p class="place">${link} <span class="sure">${percent(confidence)}</span> ${places.join(" ")}</p>
<div class="pair">${side(source, report.source.language)}${report.translation ? side(translation, report.translation.language) : ""}</div>
</li>`;
}

function place(side: CompiledSide | null, text: ReportedText | null): string {
  return side && text ? `<span>${escape(text.file)}:${side.line}</span>` : "";
}

function side(side: CompiledSide | null, language: string): string {
  if (!side) return `<p class="none">Nothing in ${escape(language)}</p>`;
  const words = shortened(side.text, mostShown);
  return words === "" ? `<p class="none">No words</p>` : `<p lang="${escape(language)}">${escape(words)}</p>`;
}

function spanIn(language: string, words: string): string {
  return `<span lang="${escape(language)}">${escape(words)}</span>`;
}

/** Escapes words for HTML, in text and in attributes; signs that turn the direction of a line are shown, not obeyed. */
function escape(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "\uFFFD")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

const style = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1d1b18; --quiet: #66615a; --line: #ddd8cf; --link: #7a2e1d; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #191817; --ink: #e6e2da; --quiet: #a39d93; --line: #3a3733; --link: #e5a48f; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, serif; text-size-adjust: 100%; }
body { margin: 0; }
main { max-inline-size: 66rem; margin-inline: auto; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 4vw, 2.5rem); }
:lang(zh), :lang(lzh), :lang(ja) { font-family: "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, serif; line-height: 1.8; line-break: strict; text-autospace: normal; text-spacing-trim: trim-start; }
:lang(zh-Hant), :lang(lzh) { font-family: "Songti TC", "Source Han Serif TC", "Noto Serif CJK TC", "Noto Serif TC", PMingLiU, serif; }
:lang(ja) { font-family: "Hiragino Mincho ProN", "Source Han Serif", "Noto Serif CJK JP", "Yu Mincho", serif; }
h1 { font-size: clamp(1.6rem, 4vw, 2.2rem); font-weight: 600; line-height: 1.35; margin: 0 0 1rem; text-wrap: balance; }
h1 :lang(en), h1 :lang(fr), h1 :lang(de), h1 :lang(es) { font-weight: 400; }
h2 { font-size: 1.2rem; font-weight: 600; line-height: 1.4; margin: 3rem 0 .75rem; }
.kind, .count, .hint, .place, .counts dt, .none { color: var(--quiet); }
.kind { margin: 0 0 .5rem; font-size: .9rem; letter-spacing: .04em; }
.lead { max-inline-size: 38rem; margin: 0; }
.count { font-weight: 400; font-variant-numeric: tabular-nums; }
.hint { margin: -.5rem 0 1rem; }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .2em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
.read { display: grid; gap: .35rem; margin: 0; }
.read > div { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding-block-end: .35rem; border-block-end: 1px solid var(--line); }
.read dt { font-weight: 600; }
.read dd { margin: 0; }
.read dt, .read dd { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.counts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1.5rem 0 0; }
.counts dt { font-size: .9rem; }
.counts dd { margin: 0; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: lining-nums tabular-nums; }
ul { padding-inline-start: 1.2rem; margin: 0; overflow-wrap: anywhere; }
ol { list-style: none; margin: 0; padding: 0; }
section > p, section > ul { max-inline-size: 40rem; }
ol > li { border-block-start: 1px solid var(--line); padding-block: 1rem 1.25rem; break-inside: avoid; scroll-margin-block: 1rem; }
.place { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin: 0 0 .4rem; font-size: .875rem; font-variant-numeric: tabular-nums; }
.sure { color: var(--ink); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: .5rem 2.5rem; align-items: first baseline; }
.pair p { margin: 0; overflow-wrap: anywhere; }
.none { font-style: italic; }
@media print { html { background: none; color: #000; font-size: 10pt; } a { color: inherit; } }
`;
