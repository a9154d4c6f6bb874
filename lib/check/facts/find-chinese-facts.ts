import { type ChineseNumeral, readChineseNumeral } from "@/lib/check/facts/chinese-numerals";
import { readChineseCalendar } from "@/lib/check/facts/chinese-calendar";
import { feastsIn } from "@/lib/check/facts/chinese-feasts";
import { readChineseClock } from "@/lib/check/facts/chinese-clock";
import { readMeasure, scaled, unitAt } from "@/lib/check/facts/chinese-measures";
import { readChineseShare } from "@/lib/check/facts/chinese-shares";
import { type Mention, type Unit, type Value, exactly, kindOf } from "@/lib/check/facts/fact";
import { chineseUnits, currencySigns, ratio } from "@/lib/check/facts/units";

const start = /[\d零〇一二两三四五六七八九十百千万亿兆几数廿卅半正初周星礼上本翻凌清早中下傍晚夜深午民腊每Ⅰ-Ⅻ]/g;
const range = /\s?(?:-|–|—|~|至|到|、|或)\s?/y;
const hedgedBefore =
  /(?:约|近|大约|大概|将近|超过|逾|不到|不足|至少|至多|最多|最少|几乎|高达|上|多达|差不多|接近|约合)\s?[¥$€£]?\s?$/;
const hedgedAfter = /^(?:左右|上下|多|余|以上|以下|许|开外|出头|的样子)/;
const counted =
  /^[个名位只条张本件家次天年月人岁口种项台辆座层页篇章句部份步间张把块支根棵颗双对组套批场届代株艘架所倍处段周]/;
const idiom =
  /^(?:十万八千里|[二两]万五千里|八千里|三十六[计行策]|七十二[变行]|十八般|三百六十[行度五]|一百八十度|二百五|五十步|一百二十[个分]|九九八十一|二十四[节史孝]|十六进|三十六进|三十二进|百分[之百点])/;
const sign = /(US\$|HK\$|NT\$|[ACS]\$|USD|HKD|RMB|CNY|EUR|GBP|JPY|人民币|美元|[$€£¥₽₩₹])\s?$/;

/** What a reader finds at a place, and where it ends. */
type Reading = { readonly end: number; readonly mentions: readonly Mention[] };

/** Whether a translator who leaves this number out has probably made a mistake. */
function isFirm({ digits, value, rhetorical }: ChineseNumeral, found: Unit | undefined, isCounting: boolean): boolean {
  if (digits) return found !== undefined || value.low > 2 || value.grain < 1;
  // 茅十八 is a person: in words a number counts something, or it proves nothing.
  return !rhetorical && value.low >= 11 && (found !== undefined || isCounting);
}

/** In 三到五万元 and 30-40% the first number takes over what follows the second. */
function takeOver(text: string, mention: Mention, numeral: ChineseNumeral, isSigned: boolean): Mention {
  range.lastIndex = mention.end;
  const joint = range.exec(text);
  const second = joint ? readChineseNumeral(text, mention.end + joint[0].length) : null;
  if (!joint || !second || numeral.scale > 1) return mention;
  // 三到五成
  if (text[second.end] === "成" && readChineseShare(text, mention.end + joint[0].length)) {
    return { ...mention, values: [scaled(numeral.value, 0.1)], unit: ratio, kind: "percentage" };
  }
  if (joint[0].trim() === "、") return mention;
  const values = second.scale > 1 ? [...mention.values, scaled(numeral.value, second.scale)] : mention.values;
  const unit = isSigned ? mention.unit : (unitAt(text, second.end)?.unit ?? mention.unit);
  return { ...mention, values, unit, kind: kindOf(unit) };
}

function readNumber(text: string, at: number): Reading | null {
  const numeral = readChineseNumeral(text, at);
  if (!numeral) return null;
  const before = text.slice(Math.max(0, at - 8), at);
  const [signed = "", prefix] = sign.exec(before) ?? [];
  const ofSign = prefix ? (currencySigns.get(prefix) ?? chineseUnits.get(prefix)) : undefined;
  const from = at - signed.length;
  const values: Value[] = [numeral.value];
  const century = /([12]\d)\d\d年?[-–—~/至到]$/.exec(before)?.[1];
  if (century && numeral.value.low < 100) values.push(exactly(Number(century) * 100 + numeral.value.low));
  const suffixed = /^([kKmMbB])(?![A-Za-z])/.exec(text.slice(numeral.end, numeral.end + 2))?.[1]?.toLowerCase();
  if (suffixed && numeral.digits) values.push(scaled(numeral.value, { k: 1e3, m: 1e6, b: 1e9 }[suffixed] ?? 1));
  const measure = readMeasure(text, numeral, ofSign, before);
  const { end, unit: found } = measure;
  values.push(...measure.values);
  // 98年 is a year as well as a time of 98 years.
  if (found?.family === "span" && text[numeral.end] === "年" && numeral.value.low < 100 && numeral.end - at > 1) {
    values.push(scaled({ low: 1900 + numeral.value.low, high: 1900 + numeral.value.high, grain: 1 }, 1));
    values.push(scaled({ low: 2000 + numeral.value.low, high: 2000 + numeral.value.high, grain: 1 }, 1));
  }
  const rank = before.endsWith("第");
  const counts = counted.test(text.slice(numeral.end, numeral.end + 1));
  // 5G, 3D: a name.
  const isName = numeral.digits && numeral.value.low < 10 && /^[GDK](?![A-Za-z])/.test(text.slice(end, end + 2));
  const mention: Mention = {
    kind: kindOf(found),
    start: from,
    end,
    values,
    unit: found,
    firm:
      !isName &&
      isFirm(numeral, found, rank || counts) &&
      !idiom.test(text.slice(at, at + 6)) &&
      !/^\s?进制/.test(text.slice(end, end + 3)),
    digits: numeral.digits,
    hedged: numeral.vague || hedgedBefore.test(before) || hedgedAfter.test(text.slice(end, end + 3)),
    role: rank ? "rank" : counts ? "count" : undefined,
  };
  const isOpen = !found || prefix !== undefined;
  return { end, mentions: [isOpen ? takeOver(text, mention, numeral, prefix !== undefined) : mention] };
}

function readRoman(text: string, at: number): Reading | null {
  const code = text.charCodeAt(at) - 0x2160;
  if (code < 0 || code > 11) return null;
  const mention: Mention = {
    kind: "number",
    start: at,
    end: at + 1,
    values: [exactly(code + 1)],
    firm: false,
    digits: false,
    hedged: false,
  };
  return { end: at + 1, mentions: [mention] };
}

/** In this order: what a clock, a calendar or a share can read is not a plain number. */
const readers = [readRoman, readChineseClock, readChineseCalendar, readChineseShare, readNumber];

/**
 * Finds what a Chinese text says in numbers, dates, times, amounts and measures, from left to right. Digits inside a
 * Latin word (GPT-4) belong to the name.
 * @param folded - the text after `foldChinese`
 */
export function findChineseFacts(folded: string): Mention[] {
  const mentions: Mention[] = feastsIn(folded);
  start.lastIndex = 0;
  for (let found = start.exec(folded); found; found = start.exec(folded)) {
    const at = found.index;
    if (
      /\d/.test(found[0]) &&
      /[A-Za-z_](?:[-_./]?)$/.test(folded.slice(Math.max(0, at - 2), at)) &&
      !signEndsAt(folded, at)
    ) {
      const rest = /[\w.\-]*\w/y;
      rest.lastIndex = at;
      const length = rest.exec(folded)?.[0].length ?? 1;
      for (const { 0: digits, index } of folded.slice(at, at + length).matchAll(/\d+(?:\.\d+)?/g)) {
        mentions.push({
          kind: "number",
          start: at + index,
          end: at + index + digits.length,
          values: [exactly(Number(digits))],
          firm: false,
          digits: false,
          hedged: false,
        });
      }
      start.lastIndex = at + length;
      continue;
    }
    for (const read of readers) {
      const reading = read(folded, at);
      if (!reading || reading.end <= at) continue;
      mentions.push(...reading.mentions);
      start.lastIndex = reading.end;
      break;
    }
  }
  return mentions;
}

function signEndsAt(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 5), at);
  return sign.test(before) && !/[A-Za-z]{4}\s?$/.test(before);
}
