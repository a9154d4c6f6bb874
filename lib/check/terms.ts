import type { Term } from "@/lib/work/glossary";

/** Chinese for comparison: one dot between the parts of a name, no quotation marks. */
export function plainChinese(text: string): string {
  return text.replace(/[・•‧]/gu, "·").replace(/[“”‘’"「」『』《》〈〉]/gu, "");
}

/** Renderings that are right for a term: without its quotation marks and article, with and without what is in parentheses. */
export function englishForms({ en, also = [] }: Term): string[] {
  return [en, ...also].flatMap((rendering) => {
    const bare = rendering.replace(/[“”‘’"]/gu, "").replace(/^(?:the|an?)\s+/i, "");
    const inner = [...bare.matchAll(/\(([^()]+)\)/g)].map(([, words = ""]) => words.trim());
    return [bare.replace(/\s*\([^()]*\)/g, "").trim(), ...inner].filter((form) => form !== "");
  });
}

/** A form whose every long word is written with a capital is a name. */
export function isName(form: string): boolean {
  const words = form.match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word) || word.length <= 3);
}

/** Words of an English text: hyphens divide, possessives go. */
export function englishWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}&]+(?:['’]\p{L}+)*/gu)?.map((word) => word.replace(/['’]s?$/u, "")) ?? [];
}

/** A word without its endings: enough to find `models` by `model` and `sharing` by `share`. */
function stem(word: string): string {
  const lower = word.toLowerCase();
  const base = lower.replace(/(?:ies|ied)$/, "y").replace(/(?:ing|ed|es|s|er|ers)$/, "");
  return (base.length < 3 ? lower : base).replace(/e$/, "").replace(/(.)\1$/, "$1");
}

/** An English text, ready to be asked for terms. */
export type EnglishText = { readonly words: readonly string[]; readonly stems: readonly string[] };

export function readEnglish(text: string): EnglishText {
  const words = englishWords(text);
  return { words, stems: words.map(stem) };
}

/**
 * Whether a text has a form. Inflection is no difference; of a name its first or last part will do; the words of a term
 * may stand apart, in any order, unless `isStrict`.
 */
export function hasForm({ words, stems }: EnglishText, form: string, isStrict = false): boolean {
  const parts = englishWords(form);
  if (isName(form)) {
    const lower = words.map((word) => word.toLowerCase());
    // A name has a plural at most: Altmann is not Altman.
    const is = (part = "") => [part, `${part}s`, `${part}es`].some((one) => lower.includes(one.toLowerCase()));
    if (isStrict) return holdsRun(words, parts);
    return parts.length > 1 ? is(parts[0]) || is(parts.at(-1)) : is(parts[0]);
  }
  const asked = parts.map(stem);
  if (isStrict) return holdsRun(stems, asked);
  const long = asked.filter((_, index) => (parts[index]?.length ?? 0) > 3);
  return holdsRun(stems, asked) || (long.length > 1 && long.every((part) => stems.includes(part)));
}

function holdsRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, at) => run.every((part, index) => words[at + index] === part));
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Terms of a glossary that a Chinese text has. The longest wins where several overlap. */
export function termsIn(text: string, terms: readonly Term[]): Term[] {
  let rest = plainChinese(text);
  let borders: ReadonlySet<number> | null = null;
  const present: Term[] = [];
  const byLength = terms.toSorted((a, b) => plainChinese(b.zh).length - plainChinese(a.zh).length);
  for (const term of byLength) {
    const zh = plainChinese(term.zh);
    if (zh === "") continue;
    for (let at = rest.indexOf(zh); at >= 0; at = rest.indexOf(zh, at + zh.length)) {
      borders ??= bordersOf(rest);
      if (!standsAlone(rest, at, at + zh.length, borders)) continue;
      if (!present.some((other) => other === term)) present.push(term);
      rest = rest.slice(0, at) + "\uFFFC".repeat(zh.length) + rest.slice(at + zh.length);
    }
  }
  return present;
}

/** A short term may be the end of one word and the beginning of the next. */
function standsAlone(text: string, start: number, end: number, borders: ReadonlySet<number>): boolean {
  const isLatin = (at: number) => /[\p{Script=Latin}\p{N}]/u.test(text[at] ?? "");
  if (isLatin(start) && isLatin(start - 1)) return false;
  if (isLatin(end - 1) && isLatin(end)) return false;
  return end - start > 3 || isLatin(start) || (borders.has(start) && borders.has(end));
}

function bordersOf(text: string): ReadonlySet<number> {
  const borders = new Set([text.length]);
  for (const { index } of segmenter.segment(text)) borders.add(index);
  return borders;
}
