import { readChineseNumeral } from "@/lib/check/facts/chinese-numerals";
import { type FactKind, type Mention, type Unit, type Value, between, exactly } from "@/lib/check/facts/fact";
import { month, weekday } from "@/lib/check/facts/units";

const yearPoint = /([12]\d{3}|[一二][零〇一二三四五六七八九]{3})\s?年(?!级)/y;
const shortYear = /([零〇一二三四五六七八九]{2})年(?!代|级)/y;
/** Years of the Republic: the first is 1912. */
const republicYear = /民国(元|\d{1,3}|[一二三四五六七八九十]{1,3})年/y;
const decade =
  /(?:([一二]?[十\d一二三四五六七八九]{1,2})世纪)?\s?(\d{2,4}|[一二三四五六七八九][十]|[一二][零〇一二三四五六七八九]{3})\s?年代/y;
/** Two decades in one word: 三四十年代, 80、90年代. */
const twoDecades =
  /(?:([一二]?[十\d一二三四五六七八九]{1,2})世纪)?(?:([一二三四五六七八九])([一二三四五六七八九])十|(\d0)[、和至到-](\d0))年代/y;
/** People born in a decade: 90后. */
const born = /(\d[05]|[五六七八九零][零五])后(?![的来面方续期退])/y;
const century = /(\d{1,2}|[一二三四五六七八九十]{1,3})\s?世纪/y;
const monthPoint = /(\d{1,2}|十[一二]?|[一二三四五六七八九正腊])\s?月(?!球|饼|亮|光|票|薪|色|台|牙)/y;
const dayPoint =
  /(\d{1,2}|[一二]?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|[一二三四五六七八九])\s?[日号](?!楼|线|房|机|院|店|门|车|桌|子|常|记|报|志)/y;
const numeric = /([12]\d{3})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.])/y;
const weekdayPoint = /(?:周|星期|礼拜)([一二三四五六日天])(?![次个节回场遍本份部年集])/y;
const relativeCentury = /(上|本)个?世纪(?:(\d{2}|[一二三四五六七八九]十)年代)?/y;

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const spelt = new Map(
  [..."〇一二三四五六七八九"].map((digit, value): [string, number] => [digit, value]).concat([["零", 0]]),
);

/** Reads 1998, 一九九八 or 十二. */
function numberIn(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text.length === 1 && spelt.has(text)) return spelt.get(text) ?? 0;
  if (text === "正") return 1;
  if (text === "腊") return 12;
  if (/^廿/.test(text)) return 20 + (spelt.get(text[1] ?? "") ?? 0);
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((one) => spelt.get(one) ?? 0).join(""));
  return readChineseNumeral(text, 0)?.value.low ?? 0;
}

function one(start: number, end: number, values: Value[], firm: boolean, digits: boolean, unit?: Unit): Mention {
  const kind: FactKind = "date";
  return { kind, start, end, values, firm, digits, hedged: false, unit };
}

/** A decade is its first year, or all its years. */
const decadeValues = (first: number): Value[] => [exactly(first), between(first, first + 9)];

function readDecade(text: string, at: number): Mention | null {
  const found = exec(decade, text, at);
  if (!found) return null;
  const called = numberIn(found[2] ?? "");
  if (called > 99) return one(at, at + found[0].length, decadeValues(called), true, true);
  const first = found[1] ? (numberIn(found[1]) - 1) * 100 + called : 1900 + called;
  const values = found[1]
    ? decadeValues(first)
    : [exactly(called), ...decadeValues(first), ...decadeValues(2000 + called)];
  return one(at, at + found[0].length, values, true, /\d/.test(found[0]));
}

/**
 * Reads years, months, days, week days, decades and centuries: `2024年`, `二〇二四年`, `3月`, `15日`, `廿三日`, `周三`,
 * `90年代`, `20世纪80年代`, `上世纪八十年代`, `2024-03-05`.
 */
export function readChineseCalendar(text: string, at: number): { end: number; mentions: Mention[] } | null {
  const relative = exec(relativeCentury, text, at);
  if (relative) {
    const base = relative[1] === "上" ? 1900 : 2000;
    const called = numberIn(relative[2] ?? "");
    const end = at + relative[0].length;
    if (called) return { end, mentions: [one(at, end, decadeValues(base + called), true, true)] };
    return { end, mentions: [one(at, end, [exactly(base / 100 + 1), exactly(100)], false, false)] };
  }
  const dated = exec(numeric, text, at);
  if (dated) {
    let from = at;
    const mentions = [dated[1], dated[3], dated[4]].map((part = "", index) => {
      const mention = one(
        from,
        from + part.length,
        [exactly(Number(part))],
        true,
        true,
        index === 1 ? month : undefined,
      );
      from += part.length + 1;
      return mention;
    });
    return { end: at + dated[0].length, mentions };
  }
  const two = exec(twoDecades, text, at);
  if (two) {
    const end = at + two[0].length;
    const hundred = two[1] ? (numberIn(two[1]) - 1) * 100 : 1900;
    const [first, second] = [two[4] ?? `${numberIn(two[2] ?? "")}0`, two[5] ?? `${numberIn(two[3] ?? "")}0`].map(
      Number,
    );
    const mentions = [first ?? 0, second ?? 0].map((called) =>
      one(at, end, [...decadeValues(hundred + called), exactly(called)], true, /\d/.test(two[0])),
    );
    return {
      end,
      mentions: two[1] ? [...mentions, one(at, end, [exactly(numberIn(two[1]))], false, false)] : mentions,
    };
  }
  const generation = exec(born, text, at);
  if (generation) {
    const called = numberIn(generation[1] ?? "");
    const values = [exactly(called), ...decadeValues(1900 + called), ...decadeValues(2000 + called)];
    return { end: at + generation[0].length, mentions: [one(at, at + generation[0].length, values, true, true)] };
  }
  const ofDecade = readDecade(text, at);
  if (ofDecade) {
    const { start, end } = ofDecade;
    // 20世纪80年代 also says the twentieth century.
    const hundred = exec(century, text, at);
    const also = hundred ? [one(start, end, [exactly(numberIn(hundred[1] ?? ""))], false, false)] : [];
    return { end, mentions: [ofDecade, ...also] };
  }
  const hundred = exec(century, text, at);
  if (hundred) {
    const number = numberIn(hundred[1] ?? "");
    const end = at + hundred[0].length;
    const values = [exactly(number), exactly((number - 1) * 100), exactly(number * 100)];
    return { end, mentions: [one(at, end, values, number > 10, /\d/.test(hundred[0]))] };
  }
  const year = exec(yearPoint, text, at) ?? exec(shortYear, text, at);
  if (year) {
    const number = numberIn(year[1] ?? "");
    const values = number > 99 ? [exactly(number)] : [exactly(1900 + number), exactly(2000 + number), exactly(number)];
    return { end: at + year[0].length, mentions: [one(at, at + year[0].length, values, number > 99, true)] };
  }
  const republican = exec(republicYear, text, at);
  if (republican) {
    const number = republican[1] === "元" ? 1 : numberIn(republican[1] ?? "");
    const end = at + republican[0].length;
    return { end, mentions: [one(at, end, [exactly(1911 + number), exactly(number)], number > 10, false)] };
  }
  const inYear = exec(monthPoint, text, at);
  if (inYear) {
    const number = numberIn(inYear[1] ?? "");
    const digits = /\d/.test(inYear[0]);
    const end = at + inYear[0].length;
    // In a story 三月 may be March, the third month, or three months.
    if (number <= 12)
      return {
        end,
        mentions: [
          one(
            at,
            end,
            [exactly(number)],
            digits || /年$|^份/.test(text.slice(at - 1, at) + text.slice(end, end + 1)),
            digits,
            digits ? month : undefined,
          ),
        ],
      };
  }
  const inMonth = exec(dayPoint, text, at);
  if (inMonth) {
    const number = numberIn(inMonth[1] ?? "");
    const digits = /\d/.test(inMonth[0]);
    const dateLike = /月\s?$/.test(text.slice(Math.max(0, at - 2), at));
    if (number <= 31)
      return {
        end: at + inMonth[0].length,
        mentions: [
          one(
            at,
            at + inMonth[0].length,
            [exactly(number)],
            digits ? number > 2 || dateLike : dateLike && number > 10,
            digits,
          ),
        ],
      };
  }
  const ofWeek = exec(weekdayPoint, text, at);
  if (ofWeek && !/[一二两三四五六七八九十几每\d]$/.test(text.slice(Math.max(0, at - 1), at))) {
    const number = "一二三四五六日天".indexOf(ofWeek[1] ?? "") + 1;
    const end = at + ofWeek[0].length;
    return { end, mentions: [one(at, end, [exactly(Math.min(number, 7))], true, true, weekday)] };
  }
  return null;
}
