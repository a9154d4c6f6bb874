import { type Value } from "@/lib/check/facts/fact";

/** A number read from a Chinese text. */
export type ChineseNumeral = {
  readonly end: number;
  readonly value: Value;
  /** It has Arabic digits. */
  readonly digits: boolean;
  /** What the last 万 or 亿 multiplies by, or 1: in 三到五万 the three inherits it. */
  readonly scale: number;
  /** 几, 多, 余, 来 or two digits side by side: no single number is meant. */
  readonly vague: boolean;
  /** In words, and a power of ten or no single number: 百, 一万, 千万 also stand for “very many”. */
  readonly rhetorical: boolean;
};

const digitOf: ReadonlyMap<string, number> = new Map(
  [..."〇一二三四五六七八九"]
    .map((digit, value): [string, number] => [digit, value])
    .concat([
      ["零", 0],
      ["两", 2],
    ]),
);
const smallUnits: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const bigUnits: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["亿", 1e8],
  ["兆", 1e12],
]);

const arabic = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
/** In 千瓦, 兆字节 or 百分 the numeral is part of a unit's name. */
const unitPrefix = /[千兆][瓦克米卡赫伏焦帕位字比]|百帕|百分[点比]/y;
/** Digits one by one, as years are written: 二〇二四. */
const positional = /[零〇一二三四五六七八九]{3,}|[一二三四五六七八九][零〇]/y;
const hedge = /[多余来]/y;
const decimals = /点[零〇一二三四五六七八九]+(?![零〇一二三四五六七八九十分刻点滴\d])/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** What is left of a number while it is read: a range, and the step of its last digit. */
type Part = { low: number; high: number; grain: number };

const times = ({ low, high, grain }: Part, unit: number): Part => ({
  low: low * unit,
  high: high * unit,
  grain: grain * unit,
});
const plus = (a: Part | null, b: Part | null): Part | null => {
  if (!a || !b) return a ?? b;
  return { low: a.low + b.low, high: a.high + b.high, grain: Math.min(a.grain, b.grain) };
};

/** Two digits that say “three or four”: 三四, 三五; and 三二十, twenty or thirty. */
const isPair = (first: number, second: number, next: string) =>
  (second > first && second <= first + 2) || (second === first - 1 && /[十百千]/.test(next));

function stepOf(value: number): number {
  let step = 1;
  while (step < 1e12 && value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
}

/**
 * Reads the number that begins at `at`: Arabic, Chinese or both together (`1.2亿`, `3万5千`, `一百零五`, `两千多万`,
 * `十几`, `二〇二四`, `三五`). The text must be folded first.
 * @returns `null` where no number begins
 */
export function readChineseNumeral(text: string, at: number): ChineseNumeral | null {
  const year = matchAt(positional, text, at);
  if (year && !smallUnits.has(text[at + year.length] ?? "") && !bigUnits.has(text[at + year.length] ?? "")) {
    const value = Number([...year].map((digit) => digitOf.get(digit) ?? 0).join(""));
    return {
      end: at + year.length,
      value: { low: value, high: value, grain: 1 },
      digits: false,
      scale: 1,
      vague: false,
      rhetorical: false,
    };
  }
  let total: Part | null = null;
  let section: Part | null = null;
  let current: Part | null = null;
  let lastUnit = 1;
  let scale = 1;
  let afterZero = false;
  let [digits, vague] = [false, false];
  let end = at;
  for (;;) {
    const number = matchAt(arabic, text, end);
    if (number) {
      if (current) break;
      const decimals = number.split(".")[1]?.length ?? 0;
      const value = Number(number.replaceAll(",", ""));
      current = { low: value, high: value, grain: 10 ** -decimals };
      digits = true;
      end += number.length;
      continue;
    }
    const character: string = text[end] ?? "";
    if (matchAt(unitPrefix, text, end)) break;
    const digit = digitOf.get(character);
    // 二十两 are twenty taels: 两 ends no number.
    if (character === "两" && end > at && !/[百千万亿]/.test(text[end + 1] ?? "")) break;
    if (digit !== undefined) {
      if (current && (digits || current.low !== current.high || !isPair(current.low, digit, text[end + 1] ?? "")))
        break;
      if (current) {
        current = { low: Math.min(current.low, digit), high: Math.max(current.low, digit), grain: 1 };
        vague = true;
      } else if (digit === 0 && end > at) afterZero = true;
      else current = { low: digit, high: digit, grain: 1 };
      end++;
      continue;
    }
    if (
      (character === "几" || character === "数") &&
      !current &&
      /[十百千万亿]/.test((text[end + 1] ?? "") + (text[end - 1] ?? ""))
    ) {
      current = { low: end > at ? 0 : 2, high: 9, grain: 1 };
      vague = true;
      end++;
      continue;
    }
    const fraction: string | null = current && !digits && !vague ? matchAt(decimals, text, end) : null;
    if (current && fraction) {
      const value: number = Number(
        `${current.low}.${[...fraction.slice(1)].map((one) => digitOf.get(one) ?? 0).join("")}`,
      );
      current = { low: value, high: value, grain: 10 ** -(fraction.length - 1) };
      digits = true;
      end += fraction.length;
      continue;
    }
    const tens = character === "廿" ? 20 : character === "卅" ? 30 : 0;
    if (tens && !current) {
      section = plus(section, { low: tens, high: tens, grain: 1 });
      lastUnit = 10;
      end++;
      continue;
    }
    const small = smallUnits.get(character);
    if (small) {
      const part = times(current ?? { low: 1, high: 1, grain: 1 }, small);
      // 三十 and 三百 are as exact as 30 and 300; three thousand may be rounded.
      section = plus(section, small < 1000 ? { ...part, grain: 1 } : part);
      current = null;
      lastUnit = small;
      afterZero = false;
      end++;
      continue;
    }
    const big = bigUnits.get(character);
    if (big) {
      const value: Part = plus(section, current) ?? { low: 1, high: 1, grain: 1 };
      if (total && total.low < big) total = times(plus(total, section || current ? value : null) ?? value, big);
      else total = plus(total, times(value, big));
      section = current = null;
      lastUnit = scale = big;
      afterZero = false;
      end++;
      continue;
    }
    if (end > at && !vague && matchAt(hedge, text, end)) {
      const whole: Part | null = plus(plus(total, section), current);
      const step = lastUnit > 1 && !current ? lastUnit : stepOf(whole?.low ?? 1);
      if (!whole || (step === 1 && !bigUnits.has(text[end + 1] ?? ""))) break;
      total = { low: whole.low, high: whole.low + step * 0.999, grain: 1 };
      section = current = null;
      vague = true;
      end++;
      if (!smallUnits.has(text[end] ?? "") && !bigUnits.has(text[end] ?? "")) break;
      continue;
    }
    break;
  }
  if (end === at) return null;
  // 三万五 is 35,000, and 一百五 is 150; 三万零五 is not.
  if (current && lastUnit > 10 && !digits && !afterZero) current = times(current, lastUnit / 10);
  const value = plus(plus(total, section), current);
  if (!value) return null;
  const round = value.low === value.high && Number.isInteger(Math.log10(value.low));
  return { end, value, digits, scale, vague, rhetorical: !digits && (vague || round) };
}
