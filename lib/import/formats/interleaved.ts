import { hanShare } from "../detect-language";
import type { PairDraft } from "../finish-pair";
import { ImportRefused } from "../imported-text";
import { isBlank, type TextLine, textLines } from "./text-lines";

/** A paragraph or line, and whether it is written in Han; `null` where it holds neither Han nor letters. */
type Unit = { readonly words: string; readonly isHan: boolean | null };

/** Reads a text whose paragraphs, or lines, are one language and the other in turn. */
export function readInterleaved(text: string, file: string): PairDraft {
  const units = unitsOf(textLines(text));
  const first = units.find(({ isHan }) => isHan !== null)?.isHan ?? null;
  const hasBoth = first !== null && units.some(({ isHan }) => isHan === !first);
  if (!hasBoth) {
    const what = "This text is in one script alone, so nothing says which of it is the translation.";
    throw new ImportRefused(
      file,
      null,
      what,
      "Import each text from a file of its own, or use a table of two columns.",
    );
  }
  const { rows, alone } = pairUp(units, first);
  const notes = alone === 0 ? [] : [`${alone} paragraphs stand without a counterpart, since they do not take turns.`];
  return { rows, languages: { source: null, translation: null }, dropped: [], notes };
}

/** Paragraphs, where each is in one script; lines, where paragraphs have both. */
function unitsOf(lines: readonly TextLine[]): Unit[] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (!isBlank(line)) groups.at(-1)?.push(line.text.trim());
    else if (groups.at(-1)?.length !== 0) groups.push([]);
  }
  const filled = groups.filter((group) => group.length > 0);
  const mixed = filled.filter((group) => new Set(group.map(scriptOf).filter((side) => side !== null)).size > 1).length;
  const byLine = filled.length === 1 || mixed > 0;
  const words = byLine ? filled.flat() : filled.map((group) => group.join("\n"));
  return words.map((each) => ({ words: each, isHan: scriptOf(each) }));
}

function scriptOf(words: string): boolean | null {
  if (!/\p{L}/u.test(words)) return null;
  // An English name within Chinese weighs many letters and is still Chinese; the reverse is rare.
  return hanShare(words) > 0.25;
}

/**
 * A run of one script and the run of the other below it are paired in order. Where they are not equally long, the last of
 * the one and the first of the other belong together, as they stand, and the others stay alone.
 */
function pairUp(units: readonly Unit[], sourceIsHan: boolean) {
  const rows: { source: string; translation: string }[] = [];
  let alone = 0;
  for (const [sources, translations] of turns(units, sourceIsHan)) {
    if (sources.length === translations.length) {
      sources.forEach((source, index) => rows.push({ source, translation: translations[index] ?? "" }));
      continue;
    }
    sources.slice(0, -1).forEach((source) => rows.push({ source, translation: "" }));
    rows.push({ source: sources.at(-1) ?? "", translation: translations[0] ?? "" });
    translations.slice(1).forEach((translation) => rows.push({ source: "", translation }));
    alone +=
      Math.max(0, sources.length - 1) +
      Math.max(0, translations.length - 1) +
      (sources.length * translations.length === 0 ? 1 : 0);
  }
  return { rows, alone };
}

/** What has no letters, a number or a row of stars, is in whichever language is next. */
function turns(units: readonly Unit[], sourceIsHan: boolean): [string[], string[]][] {
  const all: [string[], string[]][] = [];
  let before = !sourceIsHan;
  for (const { words, isHan } of units) {
    const side = isHan ?? !before;
    const turn = all.at(-1);
    if (side === sourceIsHan) {
      if (turn && turn[1].length === 0) turn[0].push(words);
      else all.push([[words], []]);
    } else if (turn) turn[1].push(words);
    else all.push([[], [words]]);
    before = side;
  }
  return all;
}
