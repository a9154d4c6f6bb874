const digits: Readonly<Record<string, number>> = {
  ...Object.fromEntries([..."零一二三四五六七八九"].map((digit, value) => [digit, value])),
  〇: 0,
  两: 2,
  兩: 2,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 廿: 20, 卅: 30 };
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Numerals of two characters and more, as they stand in a text. */
export const chineseNumeral = /[零〇一二三四五六七八九十百千万萬亿億两兩廿卅]{2,}/g;

/** The value of a Chinese numeral: 二十六, 一百零五, 一九八四; `null` where the characters make none. */
export function readChineseNumeral(text: string): number | null {
  const characters = [...text];
  if (characters.every((each) => digits[each] !== undefined))
    return Number(characters.map((each) => digits[each]).join(""));
  let [total, section, digit] = [0, 0, 0];
  for (const each of characters) {
    const [value, unit, myriad] = [digits[each], units[each], myriads[each]];
    if (value !== undefined) digit = value;
    else if (unit !== undefined) {
      section += unit === 20 || unit === 30 ? unit : (digit || (section === 0 && total === 0 ? 1 : digit || 1)) * unit;
      digit = 0;
    } else if (myriad !== undefined) {
      // 万 counts what came since 亿; 亿 counts all before it.
      total = myriad === 1e4 ? total + (section + digit || 1) * myriad : (total + section + digit || 1) * myriad;
      [section, digit] = [0, 0];
    } else return null;
  }
  return total + section + digit;
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = " ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const scales: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 };

/** Values of the English number words. */
const words = new Map<string, number>([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((word, ten): [string, number][] => (word && ten > 1 ? [[word, ten * 10]] : [])),
]);

/**
 * Reads English number words from the start of a list: `twenty six`, `one hundred and five`.
 * @returns how many words were read and their value; `null` for fewer than two, which the dictionary knows itself
 */
export function readEnglishNumeral(list: readonly string[], from: number): { count: number; value: number } | null {
  let [total, section, count, last] = [0, 0, 0, ""];
  for (let at = from; at < list.length; at++) {
    const word = list[at] ?? "";
    const [value, scale] = [words.get(word), scales[word]];
    if (value !== undefined) {
      if (last !== "" && words.has(last) && !(value < 10 && (words.get(last) ?? 0) >= 20)) break;
      section += value;
    } else if (scale !== undefined) {
      if (count === 0) break;
      if (scale === 100) section *= 100;
      else {
        total += section * scale;
        section = 0;
      }
    } else if (!(word === "and" && scales[last] !== undefined && words.has(list[at + 1] ?? ""))) break;
    last = word;
    count = at - from + 1;
  }
  return count < 2 && (words.get(last) ?? 0) < 11 ? null : { count, value: total + section };
}
