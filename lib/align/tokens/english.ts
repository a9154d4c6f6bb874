import { englishStems } from "../lexicon/english-words";
import { readEnglishNumeral } from "../lexicon/numerals";

/** Punctuation that both languages have, by the form that stands for it. */
export const marks: Readonly<Record<string, string>> = {
  "?": "?",
  "？": "?",
  "!": "!",
  "！": "!",
  "…": "…",
  "—": "—",
  "：": ":",
  ":": ":",
  "；": ";",
  ";": ";",
  "(": "(",
  "（": "(",
};

const token = /[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?|\d[\d,.]*|[?!…—:;(]|\.\.\./g;

/** A line of English as words to compare: stems, numbers as `#26`, punctuation; and the names in it, as written. */
export type EnglishTokens = { readonly words: readonly string[]; readonly names: readonly string[] };

export function englishTokens(text: string): EnglishTokens {
  const found = text.normalize("NFKC").match(token) ?? [];
  const lower = found.map((each) => each.toLowerCase());
  const words: string[] = [];
  const names: string[] = [];
  let numeral = 0;
  for (const [at, each] of found.entries()) {
    if (/^\d/.test(each)) words.push(`#${each.replace(/,/g, "").replace(/\.+$/, "")}`);
    else if (/^[A-Za-zÀ-ɏ]/.test(each)) {
      words.push(...englishStems(each));
      if (/^[A-Z]/.test(each)) names.push(lower[at]?.replace(/['’]s?$/, "") ?? "");
    } else words.push(each === "..." ? "…" : (marks[each] ?? each));
    if (at < numeral) continue;
    const read = readEnglishNumeral(lower, at);
    if (!read) continue;
    words.push(`#${read.value}`);
    numeral = at + read.count;
  }
  return { words, names };
}
