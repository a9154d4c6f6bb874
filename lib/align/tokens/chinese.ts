import { longestHeadword } from "../lexicon/compile";
import { englishStems } from "../lexicon/english-words";
import { start1, start2, step1, step2 } from "../lexicon/hash";
import { lookUp } from "../lexicon/hash-table";
import type { Lexicon } from "../lexicon/lexicon";
import { chineseNumeral, readChineseNumeral } from "../lexicon/numerals";
import { marks } from "./english";

const foreign = /[A-Za-zÀ-ɏＡ-Ｚａ-ｚ]+|[\d０-９][\d０-９,.]*|[？！…—：；（?!:;(]/gu;
const han = /[\p{Script=Han}〇]/u;

/** A headword in a text: its number in the lexicon, and where it stands in UTF-16 units. */
export type FoundHeadword = { readonly number: number; readonly start: number; readonly end: number };

/** What a line of Chinese is made of. */
export type ChineseTokens = {
  /** Every headword that stands anywhere in the line; those of one character before longer ones at the same place. */
  readonly headwords: readonly FoundHeadword[];
  /** The line cut into the longest headwords, from left to right, by number; characters without entry by their text. */
  readonly cut: readonly (number | string)[];
  /** What English writes alike: Latin words as stems, numbers as `#26`, punctuation. */
  readonly foreign: readonly string[];
};

export function chineseTokens(text: string, lexicon: Lexicon): ChineseTokens {
  const headwords: FoundHeadword[] = [];
  const cut: (number | string)[] = [];
  let cutTo = 0;
  for (let at = 0; at < text.length; at++) {
    if (!han.test(text[at] ?? "")) continue;
    let [one, two, longest, number] = [start1, start2, 0, -1];
    const most = Math.min(longestHeadword, text.length - at);
    for (let length = 1; length <= most; length++) {
      const unit = text.charCodeAt(at + length - 1);
      one = step1(one, unit);
      two = step2(two, unit);
      const known = lookUp(lexicon.headwords, one, two);
      if (known < 0) continue;
      headwords.push({ number: known, start: at, end: at + length });
      [longest, number] = [length, known];
    }
    if (at < cutTo) continue;
    cut.push(number < 0 ? (text[at] ?? "") : number);
    cutTo = at + Math.max(1, longest);
  }
  return { headwords, cut, foreign: foreignTokens(text) };
}

function foreignTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const [each] of text.matchAll(foreign)) {
    const plain = each.normalize("NFKC");
    if (/^\d/.test(plain)) tokens.push(`#${plain.replace(/,/g, "").replace(/\.+$/, "")}`);
    else if (/^[a-zà-ɏ]/i.test(plain)) tokens.push(...englishStems(plain));
    else tokens.push(marks[each] ?? each);
  }
  for (const [numeral] of text.matchAll(chineseNumeral)) {
    const value = readChineseNumeral(numeral);
    if (value !== null) tokens.push(`#${value}`);
  }
  return tokens;
}
