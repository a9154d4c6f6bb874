import type { Problem } from "@/lib/problem/problem";
import { type Check, chineseAndEnglish, type CheckedPair, type CheckedSide, pairsOf } from "./context";
import { found } from "./found";
import { gramsOf, isTranscribed, namesByRow, type Row } from "./names";
import { isSpelling } from "./spelling";
import { plainChinese } from "./terms";

type Place = { readonly pair: CheckedPair; readonly chinese: CheckedSide; readonly english: CheckedSide };

/** A name without an entry in the glossary that is spelt in two ways, each in passages of its own. */
export const checkConsistency: Check = (context) => {
  const places = pairsOf(context).flatMap((pair): Place[] => {
    const both = chineseAndEnglish(pair);
    return both ? [{ pair, ...both }] : [];
  });
  const rows = places.map(({ chinese, english }): Row => ({
    chinese: plainChinese(chinese.text),
    english: english.text,
  }));
  const known = context.glossary.map(({ zh, en, also = [] }) => [plainChinese(zh), en, ...also].join("\n")).join("\n");
  return [...inEnglish(places, rows, known), ...inChinese(places, rows, known)];
};

/** Altman and Altmann, both beside 阿尔特曼. */
function inEnglish(places: readonly Place[], rows: readonly Row[], known: string): Problem[] {
  const names = [...namesByRow(rows)].filter(([name]) => name.length >= 5 && !known.includes(name));
  const problems: Problem[] = [];
  for (const [rare, where] of names) {
    for (const [usual, elsewhere] of names) {
      if (elsewhere.length < 2 || elsewhere.length <= where.length || where.length > 3) continue;
      if (usual[0] !== rare[0] || !isSpelling(usual, rare) || where.some((row) => elsewhere.includes(row))) continue;
      const shared = sharedName(rows, [...where, ...elsewhere], known);
      const place = places[where[0] ?? -1];
      if (shared && place)
        problems.push(report(place.pair, place.english, { rare, usual, shared, times: elsewhere.length }));
    }
  }
  return problems;
}

/** A transcribed name that all these rows have and few others. */
function sharedName(rows: readonly Row[], where: readonly number[], known: string): string | null {
  const [first = -1, ...others] = where;
  const grams = [...gramsOf(rows[first]?.chinese ?? "", 3, 6)].filter(
    (gram) => isTranscribed(gram) && !known.includes(gram) && others.every((row) => rows[row]?.chinese.includes(gram)),
  );
  const [longest] = grams.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return null;
  return rows.filter(({ chinese }) => chinese.includes(longest)).length <= 1.5 * where.length ? longest : null;
}

/** 阿尔特曼 and 奥尔特曼, both beside Altman. */
function inChinese(places: readonly Place[], rows: readonly Row[], known: string): Problem[] {
  return [...namesByRow(rows)].flatMap(([name, where]): Problem[] => {
    if (where.length < 3 || name.length < 4 || known.includes(name)) return [];
    for (const usual of transcriptions(rows, where, known)) {
      const has = (row: number) => rows[row]?.chinese.includes(usual) === true;
      const [variant] = where.flatMap((row) => (has(row) ? [] : (variantIn(rows, row, usual, where) ?? [])));
      const place = variant && places[variant.row];
      if (!place) continue;
      const times = where.filter(has).length;
      return [report(place.pair, place.chinese, { rare: variant.gram, usual, shared: name, times })];
    }
    return [];
  });
}

/** What most of these rows may call the name, the longest first. */
function transcriptions(rows: readonly Row[], where: readonly number[], known: string): string[] {
  const counts = new Map<string, number>();
  for (const row of where)
    for (const gram of gramsOf(rows[row]?.chinese ?? "", 3, 6))
      if (isTranscribed(gram)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return [...counts]
    .filter(([gram, count]) => count >= 2 && count >= 0.6 * where.length && !known.includes(gram))
    .map(([gram]) => gram)
    .filter((gram) => rows.filter(({ chinese }) => chinese.includes(gram)).length <= where.length + 1)
    .toSorted((a, b) => b.length - a.length);
}

/** A name of the same length with one other character, which stands nowhere but beside this English name. */
function variantIn(rows: readonly Row[], row: number, usual: string, where: readonly number[]) {
  const gram = [...gramsOf(rows[row]?.chinese ?? "", usual.length, usual.length)].find((candidate) => {
    const differing = [...candidate].filter((character, at) => character !== usual[at]).length;
    return differing === 1 && isTranscribed(candidate) && rows.every(({ chinese }, other) => where.includes(other) || !chinese.includes(candidate)); // prettier-ignore
  });
  return gram === undefined ? null : { row, gram };
}

type Spelling = { readonly rare: string; readonly usual: string; readonly shared: string; readonly times: number };

function report({ id }: CheckedPair, side: CheckedSide, { rare, usual, shared, times }: Spelling): Problem {
  const what = `${shared} is ${rare} here and ${usual} in ${times} other passages.`;
  const fix = `Write ${usual}, or enter both into glossary.yaml if they are two names.`;
  return found("name-inconsistent", id, side, { what, fix, words: rare });
}
