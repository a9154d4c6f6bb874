import { hanShare, readLanguage } from "../detect-language";
import { shorten } from "../draft";
import type { PairDraft } from "../finish-pair";
import { type Dropped, ImportRefused } from "../imported-text";

type Row = { readonly cells: readonly string[]; readonly line: number };

/** Reads a table of two columns, with a first row that names their languages or without. */
export function readColumns(text: string, file: string, format: "tsv" | "csv"): PairDraft {
  const separator = format === "tsv" ? "\t" : separatorOf(text);
  const rows = readRows(text, separator, file).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [first] = rows;
  const head = first && isHead(first.cells) ? first.cells : null;
  const body = head ? rows.slice(1) : rows;
  const columns = chooseColumns(head, body, file);
  const dropped = leftCells(body, columns);
  return {
    rows: body.map(({ cells }) => ({ source: cells[columns[0]] ?? "", translation: cells[columns[1]] ?? "" })),
    languages: { source: languageOf(head?.[columns[0]]), translation: languageOf(head?.[columns[1]]) },
    dropped,
    notes: head ? [] : ["The first line was read as text, since it names no languages."],
  };
}

/** `zh` or `Chinese` does not say which script: the words do. */
function languageOf(name: string | undefined) {
  return name === undefined || /^(?:zh|chinese|中文)$/i.test(name.trim()) ? null : readLanguage(name);
}

/** Comma or semicolon: what the first line has more of, outside of quotes. */
function separatorOf(text: string): "," | ";" | "\t" {
  const line =
    text
      .slice(0, 20_000)
      .replace(/"[^"]*"/g, "")
      .split("\n")[0] ?? "";
  const count = (sign: string) => line.split(sign).length;
  if (count("\t") > count(",")) return "\t";
  return count(";") > count(",") ? ";" : ",";
}

/** RFC 4180: quotes keep separators and line ends in a cell, and two quotes are one. A tab-separated file may have none. */
function readRows(text: string, separator: string, file: string): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let began = 1;
  let at = 0;
  while (at <= text.length) {
    let cell: string;
    if (text[at] === '"' && closes(text, at, separator)) {
      const parts: string[] = [];
      let from = at + 1;
      let end = text.indexOf('"', from);
      while (end >= 0 && text[end + 1] === '"') {
        parts.push(text.slice(from, end + 1));
        from = end + 2;
        end = text.indexOf('"', from);
      }
      if (end < 0)
        throw new ImportRefused(file, began, "A quote begins in this row and does not end.", 'Close it with ".');
      parts.push(text.slice(from, end));
      cell = parts.join("");
      line += cell.split("\n").length - 1;
      at = end + 1;
    } else {
      const end = nextEnd(text, at, separator);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell.trim());
    if (text[at] === separator) at++;
    else {
      rows.push({ cells, line: began });
      cells = [];
      line++;
      began = line;
      at++;
    }
  }
  return rows;
}

/** A quote at the beginning of a cell without one at its end, as in prose between tabs, is a quote of the words. */
function closes(text: string, at: number, separator: string): boolean {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0) return separator !== "\t";
  const after = text[end + 1];
  return after === undefined || after === separator || after === "\n";
}

function nextEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n") at++;
  return at;
}

function isHead(cells: readonly string[]): boolean {
  const isName = (cell: string) =>
    readLanguage(cell) !== null ||
    /^(?:id|#|no\.?|source|target|translation|original|原文|译文|譯文|source text|target text|notes?)$/i.test(
      cell.trim(),
    );
  const named = cells.filter((cell) => cell.trim() !== "");
  return named.length >= 2 && named.every((cell) => cell.length <= 40 && isName(cell));
}

/** The two columns of the texts: those whose heads name languages, or else the only two, or one Chinese and one not. */
function chooseColumns(head: readonly string[] | null, rows: readonly Row[], file: string): [number, number] {
  const count = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const named = (head ?? []).flatMap((cell, index) =>
    readLanguage(cell) || /^(?:source|target|translation|original|原文|译文|譯文)/i.test(cell.trim()) ? [index] : [],
  );
  const [first, second] = named;
  if (first !== undefined && second !== undefined) return [first, second];
  if (count < 2)
    throw new ImportRefused(
      file,
      1,
      "This table has one column, and two texts need two.",
      "Put a tab or a comma between the two texts.",
    );
  if (count === 2) return [0, 1];
  const shares = Array.from({ length: Math.min(count, 50) }, (_, index) => {
    const words = rows
      .slice(0, 500)
      .map(({ cells }) => cells[index] ?? "")
      .join(" ");
    return { index, share: hanShare(words), length: words.replace(/[^\p{L}]/gu, "").length };
  }).filter(({ length }) => length > 0);
  const longest = (isHan: boolean) =>
    shares.filter(({ share }) => share > 0.5 === isHan).sort((a, b) => b.length - a.length)[0]?.index;
  const [han, other] = [longest(true), longest(false)];
  if (han === undefined || other === undefined) {
    const what = `This table has ${count} columns, and nothing says which two are the texts.`;
    throw new ImportRefused(file, 1, what, "Name the languages in the first row, zh and en for instance.");
  }
  return han < other ? [han, other] : [other, han];
}

function leftCells(rows: readonly Row[], columns: readonly number[]): Dropped[] {
  const dropped: Dropped[] = [];
  for (const { cells, line } of rows) {
    const words = cells.filter((cell, index) => !columns.includes(index) && cell !== "").join(" | ");
    if (words !== "" && dropped.length < 500)
      dropped.push({ why: "markup", what: shorten(words), where: String(line) });
  }
  return dropped;
}
