import { isHan } from "./is-han";

/** Where a sentence stands in its text, in UTF-16 units; the white space around it is not part of it. */
export type Span = { readonly start: number; readonly end: number };

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let known = segmenters.get(language);
  if (!known) segmenters.set(language, (known = new Intl.Segmenter(language, { granularity: "sentence" })));
  return known;
}

/** Words that end in a full stop and no sentence. Units of measure and the like follow a number, or are followed by one. */
const abbreviation =
  /(?:^|[\s("'“‘[])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Rev|Hon|Gen|Col|Maj|Capt|Lt|Sgt|Gov|Sen|Rep|Pres|St|Mt|Ft|Jr|Sr|vs|cf|viz|ca|approx|Fig|Figs|Eq|No|Nos|Vol|Vols|Ch|Sec|pp?|ed|eds|trans|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Inc|Ltd|Co|Corp|dept|est|min|max|e\.g|i\.e|etc|al|a\.m|p\.m)\.$/i;
/** Those that may well end a sentence too: what follows decides. */
const mayEnd = /(?:^|\s)(?:etc|al|a\.m|p\.m|Inc|Ltd|Co|Corp|Jr|Sr|No|max|min|ed|est|Fig|Sun|Sat|Mar|Mon)\.$/i;
/** `J.`, `U.S.`, `J. R. R.` */
const initial = /(?:^|[\s("'“‘.])\p{Lu}\.$/u;

/**
 * Divides a paragraph into sentences: where Unicode's rules do (UAX 29, through `Intl.Segmenter`), mended where they do not
 * know better: abbreviations and initials end none, a Chinese full stop ends one with its closing quotation marks, an
 * opening one belongs to what follows, and in verse each line is its own.
 *
 * @param language - BCP 47
 * @returns spans in order; between them is white space alone, and together they are the whole text
 */
export function sentencesOf(text: string, language: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const line of text.split("\n")) {
    for (const { start, end } of sentencesOfLine(line, language)) spans.push({ start: from + start, end: from + end });
    from += line.length + 1;
  }
  return spans;
}

/** UTF-16 units on either side of a place that are looked at. */
const nearby = 60;
/** An aside in brackets is shorter than this. */
const mostAside = 400;

function sentencesOfLine(line: string, language: string): Span[] {
  const cuts = isHan(language) ? chineseCuts(line) : latinCuts(line, language);
  const spans: Span[] = [];
  let from = 0;
  for (const cut of [...cuts, line.length]) {
    const piece = line.slice(from, cut);
    const trimmed = piece.trim();
    if (trimmed !== "") {
      const start = from + piece.indexOf(trimmed);
      spans.push({ start, end: start + trimmed.length });
    }
    from = cut;
  }
  return spans;
}

/** After each full stop, question or exclamation mark, with the marks that close; an ellipsis ends a sentence at a quotation's end. */
function chineseCuts(line: string): number[] {
  const cuts: number[] = [];
  const pattern = /(?:[。！？!?｡]+…*|(?<![A-Za-z0-9])\.(?=\s|$)|…{2,}(?=["”’」』]))["'”’」』）)\]】》〉]*/gu;
  for (const { 0: found, index } of line.matchAll(pattern)) {
    const end = index + found.length;
    const next = line.slice(end, end + nearby).trimStart();
    // A title 《你好吗？》 or an aside（真的吗？）goes on: it did not end with the sentence.
    if (/[》〉）)\]】]$/u.test(found) && !/^[。！？!?]/u.test(next) && !isClosedSentence(line, index)) continue;
    // `？”，` and `！”的` go on.
    if (/^[，、；：,;]/u.test(next)) continue;
    if (/["'”’」』]$/u.test(found) && /^[的之等]/u.test(next)) continue;
    if (end < line.length) cuts.push(end);
  }
  return cuts;
}

/** Whether the bracket that closes after this place holds the whole of what came since the last sentence. */
function isClosedSentence(line: string, at: number): boolean {
  const near = line.slice(Math.max(0, at - mostAside), at + 1);
  const opening = Math.max(...[..."（([【"].map((each) => near.lastIndexOf(each)));
  if (opening < 0) return false;
  const before =
    near.slice(0, opening).trimEnd() || line.slice(Math.max(0, at - mostAside - 2), Math.max(0, at - mostAside)).trim();
  return before === "" || /[。！？!?…”’」』]$/u.test(before);
}

function latinCuts(line: string, language: string): number[] {
  const cuts: number[] = [];
  for (const { index } of segmenter(language).segment(line)) {
    if (index === 0) continue;
    // A little on either side says all that is asked; the whole of a long line would be read again at every cut.
    const before = line.slice(Math.max(0, index - nearby), index).trimEnd();
    const after = line.slice(index, index + nearby);
    const last = before.split(/\s/).at(-1) ?? "";
    if (/^\p{Ll}/u.test(after) && !/^(?:i|e)[A-Z]/.test(after)) continue;
    if (/^["'”’)\]]*\s*\p{Ll}/u.test(after) && /["'”’)\]]$/u.test(before)) continue;
    if (abbreviation.test(before.slice(-14)) && !(mayEnd.test(before.slice(-14)) && /^["“'(]?\p{Lu}/u.test(after)))
      continue;
    if (/^No\.$/i.test(last) && /^\d/.test(after)) continue;
    if (initial.test(before.slice(-4)) && /^\p{Lu}/u.test(after) && !endsSentence(before, after)) continue;
    cuts.push(index);
  }
  return moveClosers(line, cuts);
}

/** `… in the U.S. The next` ends a sentence, `J. R. R. Tolkien` and `the U.S. Senate` do not. */
function endsSentence(before: string, after: string): boolean {
  const isAcronym = /(?:\p{Lu}\.){2,}$/u.test(before);
  return (
    isAcronym &&
    /^(?:The|A|An|It|He|She|They|We|You|I|In|On|At|But|And|This|That|These|Those|There|If|When|As|For|However)\b/.test(
      after,
    )
  );
}

/** A closing quotation mark that was cut off goes back to what it closes. */
function moveClosers(line: string, cuts: readonly number[]): number[] {
  return cuts.map((cut) => {
    const rest = line.slice(cut, cut + nearby);
    const before = line.slice(Math.max(0, cut - nearby), cut);
    const closing = /^["'”’)\]]+(?=\s|$)/u.exec(rest)?.[0] ?? "";
    return closing !== "" && /[.!?…]["'”’)\]]*\s*$/u.test(before) && !/\s$/.test(before) ? cut + closing.length : cut;
  });
}
