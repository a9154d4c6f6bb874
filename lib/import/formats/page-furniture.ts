import { shorten } from "../draft";
import type { Dropped } from "../imported-text";
import { endsSentence, isBlank, type TextLine } from "./text-lines";

/** Occurrences from which on a line is furniture: two may be chance. */
const fewest = 3;

/** Characters that a running head has at most. */
const longest = 60;

/**
 * Takes page numbers and running heads out of a text that was once pages. Bare numbers may be chapters, and a line that
 * comes again may be a refrain, so both go only where a page visibly ends: at a form feed, or in the middle of a sentence.
 */
export function withoutFurniture(lines: readonly TextLine[]): { lines: readonly TextLine[]; dropped: Dropped[] } {
  const numbers = pageNumbers(lines);
  const heads = runningHeads(lines, numbers);
  if (numbers.size + heads.size === 0) return { lines, dropped: [] };
  const dropped = lines.flatMap((line, index): Dropped[] => {
    if (!numbers.has(index) && !heads.has(index)) return [];
    const why = numbers.has(index) ? "page-number" : "repeated-header";
    return [{ why, what: shorten(line.text), where: String(line.number) }];
  });
  return { lines: closeGaps(lines, (index) => numbers.has(index) || heads.has(index)), dropped };
}

function pageNumbers(lines: readonly TextLine[]): Set<number> {
  const dressed =
    /^(?:[-—–·•]\s?(\d{1,4})\s?[-—–·•]|第\s?(\d{1,4})\s?[页頁](?:\s?[/／，,]?\s?共\s?\d{1,4}\s?[页頁])?|page\s(\d{1,4})(?:\s(?:of|\/)\s\d{1,4})?)$/i;
  const found = lines.flatMap(({ text }, index) => {
    const words = text.trim();
    if (words === "" || words.length > 30) return [];
    const [, ...groups] = dressed.exec(words) ?? [];
    const number = groups.find((group) => group !== undefined);
    if (number !== undefined) return [{ index, number: Number(number), isDressed: true }];
    return /^\d{1,4}$/.test(words) ? [{ index, number: Number(words), isDressed: false }] : [];
  });
  const kinds = [found.filter(({ isDressed }) => isDressed), found.filter(({ isDressed }) => !isDressed)];
  return new Set(
    kinds.flatMap((kind, bare) => {
      const rising = kind.filter(({ number }, at) => at === 0 || isNext(kind[at - 1]?.number, number));
      if (rising.length < fewest || rising.length < kind.length * 0.8) return [];
      const torn = rising.filter(({ index }) => atPageEnd(lines, index)).length;
      return bare === 1 && torn < rising.length / 3 ? [] : rising.map(({ index }) => index);
    }),
  );
}

function isNext(before: number | undefined, number: number): boolean {
  return before !== undefined && number > before && number - before <= 3;
}

/** Whether a page ended here: a form feed is near, or the words around the line are one sentence. */
function atPageEnd(lines: readonly TextLine[], index: number): boolean {
  const near = lines.slice(Math.max(0, index - 2), index + 4);
  if (near.some(({ afterPage }) => afterPage)) return true;
  const before = findWords(lines, index, -1);
  const after = findWords(lines, index, 1);
  return (
    before !== null &&
    after !== null &&
    !endsSentence(before) &&
    !/^\s/.test(after) &&
    before.trim().length > longest / 3
  );
}

function findWords(lines: readonly TextLine[], from: number, step: 1 | -1): string | null {
  for (let at = from + step, tries = 0; at >= 0 && at < lines.length && tries < 6; at += step, tries++) {
    const line = lines[at];
    if (line && !isBlank(line)) return line.text;
  }
  return null;
}

function runningHeads(lines: readonly TextLine[], numbers: ReadonlySet<number>): Set<number> {
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const words = line.text.trim();
    if (words === "" || words.length > longest || numbers.has(index)) continue;
    const key = words.replace(/\d+/g, "#");
    // What is only signs is an ornament between parts.
    if (!/\p{L}/u.test(key)) continue;
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  }
  return new Set(
    [...places.values()].flatMap((indexes) => {
      if (indexes.length < fewest) return [];
      const atPages = indexes.filter((index) => isAtPage(lines, numbers, index)).length;
      return atPages >= indexes.length * 0.6 ? indexes : [];
    }),
  );
}

function isAtPage(lines: readonly TextLine[], numbers: ReadonlySet<number>, index: number): boolean {
  for (let at = Math.max(0, index - 3); at <= index + 3 && at < lines.length; at++) {
    if (numbers.has(at)) return true;
    if (at <= index + 1 && at >= index - 1 && lines[at]?.afterPage) return true;
  }
  return false;
}

/** Leaves furniture out, and the empty lines around it where they divide a sentence. */
function closeGaps(lines: readonly TextLine[], isFurniture: (index: number) => boolean): TextLine[] {
  const kept: TextLine[] = [];
  let gap: TextLine[] = [];
  let torn = false;
  for (const [index, line] of lines.entries()) {
    if (isFurniture(index)) torn = true;
    else if (isBlank(line)) gap.push(line);
    else {
      const before = kept.at(-1);
      const isOneSentence = torn && before !== undefined && !endsSentence(before.text) && !/^\s/.test(line.text);
      if (!isOneSentence)
        for (const blank of torn && gap.length === 0 ? [{ ...line, text: "" }] : gap) kept.push(blank);
      kept.push(line);
      gap = [];
      torn = false;
    }
  }
  return kept;
}
