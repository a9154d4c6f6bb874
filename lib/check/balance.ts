import type { Problem, ProblemCode } from "@/lib/problem/problem";
import { type Check, type CheckContext, type CheckedSide, isChinese, isEnglish, type Segment } from "./context";
import { around, found, quote } from "./found";

/** One kind of pair; half- and full-width close each other. */
type Pair = { readonly code: ProblemCode; readonly open: RegExp; readonly close: RegExp; readonly name: string };

const brackets: readonly Pair[] = [
  { code: "brackets-unbalanced", open: /[(（]/u, close: /[)）]/u, name: "parenthesis" },
  { code: "brackets-unbalanced", open: /[[［]/u, close: /[\]］]/u, name: "bracket" },
  { code: "brackets-unbalanced", open: /【/u, close: /】/u, name: "bracket" },
  { code: "brackets-unbalanced", open: /《/u, close: /》/u, name: "title mark" },
];
const double: Pair = { code: "quotes-unbalanced", open: /“/u, close: /”/u, name: "quotation mark" };
const chineseQuotes: readonly Pair[] = [
  double,
  { code: "quotes-unbalanced", open: /‘/u, close: /’/u, name: "quotation mark" },
  { code: "quotes-unbalanced", open: /「/u, close: /」/u, name: "quotation mark" },
  { code: "quotes-unbalanced", open: /『/u, close: /』/u, name: "quotation mark" },
];

/** In English the space tells which way a straight mark faces. */
const straight: Pair = { code: "quotes-unbalanced", open: /\uE000/u, close: /\uE001/u, name: "quotation mark" };

/** A quotation may run over so many paragraphs whose own marks do not close it. */
const reach = 12;

/** Quotation marks and brackets that open and never close, or close and never opened. */
export const checkBalance: Check = (context) => [...sideOf(context, "source"), ...sideOf(context, "translation")];

type Line = {
  readonly id: CheckContext["passages"][number]["id"];
  readonly side: CheckedSide;
  readonly segment: Segment;
};

function sideOf({ passages }: CheckContext, name: "source" | "translation"): Problem[] {
  const lines = passages.flatMap(({ id, [name]: side }) =>
    side ? side.segments.map((segment): Line => ({ id, side, segment })) : [],
  );
  // What one paragraph opens another may close, a note apart from the text.
  const body = lines.filter(({ segment }) => !segment.isNote);
  const notes = lines.filter(({ segment }) => segment.isNote);
  return [...run(body), ...notes.flatMap((line) => run([line]))];
}

function run(lines: readonly Line[]): Problem[] {
  const [first] = lines;
  if (!first) return [];
  const pairs = [...brackets, ...(isChinese(first.side) ? chineseQuotes : isEnglish(first.side) ? [double] : [])];
  const problems = pairs.flatMap((pair) => checkPair(lines, pair));
  // “word" is one fault, not two.
  const isNew = ({ passage }: Problem) => !problems.some((one) => one.passage === passage && one.code === double.code);
  if (!isEnglish(first.side)) return [...problems, ...checkStraight(lines).filter(isNew)];
  return [...problems, ...checkPair(turnStraight(lines), straight)];
}

function checkPair(lines: readonly Line[], pair: Pair): Problem[] {
  const problems: Problem[] = [];
  /** A paragraph before left one open: in which line, and whether it was closed for good. */
  let carried: { readonly line: Line; readonly index: number; readonly at: number } | null = null;
  lines.forEach((line, at) => {
    const { text } = line.segment;
    const marks = marksOf(text, pair);
    // Each paragraph of a long quotation opens anew; only the last one closes.
    const opensAnew = carried !== null && marks[0]?.opens === true && marks[0].index === text.search(/\S/);
    if (carried && marks.length > 0 && (opensAnew || at - carried.at > reach || marks[0]?.opens)) {
      if (!opensAnew) problems.push(report(carried.line, carried.index, pair, true));
      carried = null;
    }
    const open: number[] = [];
    for (const { index, opens } of marks) {
      if (opens) open.push(index);
      else if (open.length > 0) open.pop();
      else if (carried) carried = null;
      else problems.push(report(line, index, pair, false));
    }
    const left = open.at(-1);
    // What goes on in the next paragraph is the last to open; what opened before another is lost here.
    if (left !== undefined && marks.some(({ index }) => index > left)) problems.push(report(line, left, pair, true));
    else if (left !== undefined) carried = { line, index: left, at };
  });
  const still = carried as { readonly line: Line; readonly index: number } | null;
  if (still) problems.push(report(still.line, still.index, pair, true));
  return problems;
}

function marksOf(text: string, { open, close, name }: Pair): { readonly index: number; readonly opens: boolean }[] {
  return [...text.matchAll(new RegExp(`${open.source}|${close.source}`, "gu"))].flatMap(({ 0: mark, index }) => {
    const opens = open.test(mark);
    // `1)` and `a)` number a list; `:)` smiles.
    const before = text.slice(Math.max(0, index - 4), index);
    // A key, Ctrl-], or a pattern, \), names the mark itself.
    if ((name === "parenthesis" || name === "bracket") && /[\\-]$/.test(before)) return [];
    if (name === "parenthesis" && !opens && /(?:^|[\s，。；：、,;])[\p{N}a-zA-Z]{1,3}$|[:;]-?$/u.test(before)) {
      const from = Math.max(text.lastIndexOf("(", index), text.lastIndexOf("（", index));
      if (from < 0 || index - from > 200) return [];
    }
    if (name === "parenthesis" && opens && /[:;=]-?$/.test(before)) return [];
    return [{ index, opens }];
  });
}

/**
 * Gives straight quotation marks a direction, by private characters in their place. Marks of inches have none. Where
 * their number is even each has its partner, whichever way a careless space makes it face.
 */
function turnStraight(lines: readonly Line[]): Line[] {
  let isOpen = false;
  return lines.map((line) => {
    const { text } = line.segment;
    const places = [...text.matchAll(/"/g)].map(({ index }) => index);
    const isInches = places.length % 2 === 1 && places.some((index) => /\d$/.test(text.slice(0, index)));
    if (places.length === 0 || isInches) return line;
    const units = text.split("");
    if (places.length % 2 === 0) isOpen = isOpen && facing(text, places[0] ?? 0) === "closes";
    for (const index of places) {
      const faces = places.length % 2 === 0 ? null : facing(text, index);
      isOpen = faces === null ? !isOpen : faces === "opens";
      units[index] = isOpen ? "\uE000" : "\uE001";
    }
    return { ...line, segment: { ...line.segment, text: units.join("") } };
  });
}

function facing(text: string, index: number): "opens" | "closes" | null {
  const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)];
  const mayOpen = /^[\s([{—–“‘'-]?$/.test(before) && /\S/.test(after);
  const mayClose = /^[\s)\]},.;:!?—–”’'-]?$/.test(after);
  return mayOpen === mayClose ? null : mayOpen ? "opens" : "closes";
}

function report({ id, side, segment }: Line, index: number, { code, name }: Pair, opens: boolean): Problem {
  const text = segment.text.replace(/[\uE000\uE001]/gu, '"');
  const mark = text[index] ?? "";
  const words = around(text, index);
  const what = `The ${name} ${mark} ${opens ? "opens and is not closed" : "closes and was not opened"} in ${quote(words)}.`;
  return found(code, id, side, { what, fix: "Write the other of the pair, or delete this one.", words });
}

/** Without spaces straight quotation marks do not say which way they face: an odd number of them lacks one. */
function checkStraight(lines: readonly Line[]): Problem[] {
  const isOdd = ({ segment }: Line) => (segment.text.replace(/\d["”]/g, "").match(/"/g)?.length ?? 0) % 2 === 1;
  return lines.flatMap((line, at): Problem[] => {
    if (!isOdd(line)) return [];
    const [before, after] = [lines[at - 1], lines[at + 1]];
    // A quotation over several paragraphs: its neighbour lacks one as well.
    if ((before && isOdd(before)) || (after && isOdd(after))) return [];
    const index = line.segment.text.lastIndexOf('"');
    const words = around(line.segment.text, index);
    const what = `The number of straight quotation marks is odd; the last is in ${quote(words)}.`;
    return [found("quotes-unbalanced", line.id, line.side, { what, fix: "Write the one that is missing, or delete this one.", words })]; // prettier-ignore
  });
}
