import type { Term } from "@/lib/work/glossary";
import { chineseAndEnglish, type CheckContext, pairsOf } from "./context";
import { gramsOf, isTranscribed, namesByRow, type Row } from "./names";
import { plainChinese } from "./terms";

/** A term that a glossary might have, and why. */
export type Suggestion = {
  readonly zh: string;
  readonly en: string;
  /** Passages that have both. */
  readonly passages: number;
  /** How well they go together, 0 to 1: Dice's coefficient over passages; 1 where the text itself says so. */
  readonly score: number;
  readonly kind: "gloss" | "name" | "title" | "latin";
};

/** Pairs that stand together in so many passages at least, and so often of all their passages. */
const least = { passages: 2, score: 0.75 };
/** Two passages may share two words by chance; so few count for what sounds like a name. */
const enough = 3;
/** Grammar that no name begins or ends with. */
const grammar =
  /^[的了在和与及是等对将从被把为向让而但也都就说称这那其以于并或个位]|[的了在和与及是等对将从被把为向让而但也都就说称这那其以于并或]$/u;

/**
 * Names, titles and terms that a glossary lacks: those whose other rendering the text gives in parentheses, and those that
 * keep to the same passages in both languages. The surest come first.
 */
export function suggestTerms(context: CheckContext): Suggestion[] {
  const rows = pairsOf(context).flatMap((pair): Row[] => {
    const both = chineseAndEnglish(pair);
    return both ? [{ chinese: both.chinese.text, english: both.english.text }] : [];
  });
  const plain = rows.map(({ chinese, english }) => ({ chinese: plainChinese(chinese), english }));
  const known = new Set(context.glossary.flatMap(({ zh, en }) => [plainChinese(zh), en.toLowerCase()]));
  const found = [...glosses(rows), ...titles(rows), ...cooccurring(plain), ...inBoth(plain)];
  const byChinese = new Map<string, Suggestion>();
  for (const one of found.toSorted((a, b) => b.score - a.score || b.passages - a.passages)) {
    const zh = plainChinese(one.zh);
    if (isKnown(zh, one.en, context.glossary, known) || byChinese.has(zh)) continue;
    byChinese.set(zh, one);
  }
  return [...byChinese.values()].toSorted((a, b) => b.passages - a.passages || b.score - a.score);
}

function isKnown(zh: string, en: string, glossary: readonly Term[], known: ReadonlySet<string>): boolean {
  // A part of a longer entry is known with it, and an entry with words around it is not a name of its own.
  const isPart = (term: string) => term.includes(zh) || (term.length > 1 && zh.includes(term));
  return known.has(zh) || known.has(en.toLowerCase()) || glossary.some((term) => isPart(plainChinese(term.zh)));
}

/** 乔安娜・斯特恩(Joanna Stern): the text says what it means. */
function glosses(rows: readonly Row[]): Suggestion[] {
  return rows.flatMap(({ chinese, english }) =>
    [...chinese.matchAll(/([\p{Script=Han}・·•‧]{2,14})[（(]\s?(\p{Lu}[\p{Script=Latin}.'’ &-]{1,40})[)）]/gu)].flatMap(
      ([, before = "", en = ""]): Suggestion[] => {
        const zh = endOfName(before, en.trim().includes(" "));
        if (zh === null || !english.includes(en.trim().split(" ").at(-1) ?? en)) return [];
        const passages = rows.filter((row) => row.chinese.includes(zh)).length;
        return [{ zh, en: en.trim(), passages, score: 1, kind: "gloss" }];
      },
    ),
  );
}

/** Where the name begins cannot be seen but by its characters: 专栏作家 before 乔安娜 is none. */
function endOfName(before: string, isLong: boolean): string | null {
  const characters = [...plainChinese(before)];
  let from = characters.length;
  while (from > 0 && isTranscribed(characters[from - 1] ?? "")) from--;
  const name = [...before]
    .slice(from)
    .join("")
    .replace(/^[・·•‧]+/u, "");
  return name.length >= 2 && (!isLong || name.length >= 3) ? name : null;
}

/** 《华尔街日报》 and the capitalised words that keep to the same passages. */
function titles(rows: readonly Row[]): Suggestion[] {
  const places = new Map<string, number[]>();
  rows.forEach(({ chinese }, row) => {
    for (const [title] of chinese.matchAll(/《[^《》]{1,30}》/gu))
      places.set(title, [...new Set([...(places.get(title) ?? []), row])]);
  });
  const phrases = phrasesByRow(rows);
  return [...places].flatMap(([zh, where]) => {
    const best = bestOf([...phrases].map(([en, there]) => [en, diceOf(where, there), there.length]));
    if (!best || best.score < least.score || where.length < least.passages) return [];
    return [{ zh, en: best.name, passages: where.length, score: best.score, kind: "title" as const }];
  });
}

/** Chinese that keeps to the passages of an English name. */
function cooccurring(rows: readonly Row[]): Suggestion[] {
  const names = [...phrasesByRow(rows)].filter(([, where]) => where.length >= least.passages);
  const often = names.toSorted(([, a], [, b]) => b.length - a.length).slice(0, 400);
  const pairs = often.flatMap(([en, where]) => {
    const best = bestChinese(rows, where);
    return best && (best.together >= enough || isTranscribed(best.name))
      ? [{ zh: best.name, en, passages: best.together, score: best.score, kind: "name" as const }]
      : [];
  });
  // Of two English names for the same Chinese the better one, and of equals the longer, stays.
  return pairs.filter((one) => !pairs.some((other) => other.zh === one.zh && (other.score > one.score || (other.score === one.score && other.en.length > one.en.length)))); // prettier-ignore
}

function bestChinese(rows: readonly Row[], where: readonly number[]) {
  const counts = new Map<string, number>();
  for (const row of where.slice(0, 200))
    for (const gram of gramsOf(rows[row]?.chinese ?? "", 2, 8)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const sampled = Math.min(where.length, 200);
  const likely = [...counts]
    .filter(([gram, count]) => count >= least.passages && count >= 0.6 * sampled && !grammar.test(gram))
    .toSorted(([a, m], [b, n]) => n - m || b.length - a.length)
    .slice(0, 12);
  const scored = likely.map(([gram]): [string, number, number] => {
    const there = rows.flatMap(({ chinese }, row) => (chinese.includes(gram) ? row : []));
    return [gram, diceOf(where, there), there.filter((row) => where.includes(row)).length];
  });
  const best = bestOf(scored);
  return best && best.score >= least.score && best.together >= least.passages ? best : null;
}

/** Names that are written in Latin letters in Chinese as well. */
function inBoth(rows: readonly Row[]): Suggestion[] {
  return [...namesByRow(rows)].flatMap(([name, where]): Suggestion[] => {
    const there = rows.flatMap(({ chinese }, row) => (new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`).test(chinese) ? row : [])); // prettier-ignore
    const score = diceOf(where, there);
    return where.length > least.passages && score >= least.score ? [{ zh: name, en: name, passages: there.length, score, kind: "latin" }] : []; // prettier-ignore
  });
}

/** Runs of capitalised words, `of` and `the` within them, by the rows they stand in; and each such word by itself. */
function phrasesByRow(rows: readonly Row[]): Map<string, number[]> {
  const single = namesByRow(rows);
  const phrases = new Map(single);
  rows.forEach(({ english }, row) => {
    for (const [run] of english.matchAll(
      /(?<![\p{L}\p{N}&-])\p{Lu}[\p{L}\p{N}&-]{0,30}(?:(?: (?:of|the|de|von|&))? \p{Lu}[\p{L}\p{N}&-]{0,30}){1,4}/gu,
    )) {
      // A sentence's first word is capitalised as well: Microsoft’s chief, The Verge.
      const words = run.split(" ");
      const from = words.findIndex((word) => single.has(word));
      if (from < 0 || words.length - from < 2) continue;
      const phrase = words.slice(from).join(" ");
      const places = phrases.get(phrase) ?? [];
      if (places.at(-1) !== row) phrases.set(phrase, [...places, row]);
    }
  });
  return phrases;
}

function diceOf(a: readonly number[], b: readonly number[]): number {
  const other = new Set(b);
  return (2 * a.filter((row) => other.has(row)).length) / Math.max(1, a.length + b.length);
}

/** The best by score; of equals the one with more passages, then the longest. */
function bestOf(scored: readonly (readonly [name: string, score: number, together: number])[]) {
  const [best] = scored.toSorted(([a, m, s], [b, n, t]) => n - m || t - s || b.length - a.length);
  return best ? { name: best[0], score: best[1], together: best[2] } : null;
}
