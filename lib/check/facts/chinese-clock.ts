import { readChineseNumeral } from "@/lib/check/facts/chinese-numerals";
import { type Mention, type Value, exactly } from "@/lib/check/facts/fact";
import { clock } from "@/lib/check/facts/units";

const period =
  /(凌晨|清晨|早上|早晨|上午|中午|正午|午后|下午|傍晚|晚上|夜里|夜间|深夜|半夜|午夜|晚间|早|晚)(?=[\d零一二两三四五六七八九十\s]|$|[，。、的]?)/y;
const digital = /([01]?\d|2[0-4])\s?:\s?([0-5]\d)(?::([0-5]\d))?(?![\d:])/y;
const hourMark = /[点时](?!候|代|期|间|速|段|装|事|刻|评|心|子|头|击|燃|缀|名|赞|滴|球|的|常|差|空|而)/y;
const afterHour = /(?:钟|整)?(?:(半)|(一刻)|(三刻))?/y;

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** All minutes of the day that an hour may be, as the part of the day allows: without one 8:30 is morning or evening. */
function minutesOf(hour: number, minute: number, part: string | undefined): Value[] {
  const at = (one: number) => exactly((one % 24) * 60 + minute);
  if (hour > 12 || hour === 0) return [at(hour)];
  const late = hour === 12 ? 12 : hour + 12;
  const early = hour === 12 ? 0 : hour;
  if (!part) return [at(early), at(late)];
  if (/下午|傍晚|午后/.test(part)) return [at(late)];
  if (/凌晨|清晨|早|上午/.test(part)) return [at(early)];
  if (/中午|正午/.test(part)) return [at(hour >= 10 && hour < 12 ? hour : late)];
  // 晚上 8 is late; 夜里 2 and 晚上 12 belong to the day that begins.
  return hour >= 5 && hour < 12 ? [at(late)] : [at(early), at(late)];
}

/** Reads a time of day: `晚上8点30分`, `20:30`, `两点半`, `8时`, `中午`. */
export function readChineseClock(text: string, at: number): { end: number; mentions: Mention[] } | null {
  const part = exec(period, text, at);
  let from = at + (part?.[0].length ?? 0);
  while (text[from] === " ") from++;
  const make = (end: number, values: Value[], firm: boolean, digits: boolean) => ({
    end,
    mentions: [{ kind: "time" as const, start: at, end, values, unit: clock, firm, digits, hedged: false }],
  });
  const sharp = exec(digital, text, from);
  if (sharp) {
    const values = minutesOf(Number(sharp[1]), Number(sharp[2]), part?.[1]);
    if (sharp[3]) values.push(exactly(Number(sharp[1]) * 3600 + Number(sharp[2]) * 60 + Number(sharp[3])));
    return make(from + sharp[0].length, values, true, true);
  }
  const hour = readChineseNumeral(text, from);
  const mark = hour && exec(hourMark, text, hour.end);
  if (hour?.vague && mark && hour.value.high <= 24) {
    const { low, high } = hour.value;
    return make(hour.end + 1, [...minutesOf(low, 0, part?.[1]), ...minutesOf(high, 0, part?.[1])], false, false);
  }
  if (!hour || !mark || hour.vague || hour.value.low > 24 || !Number.isInteger(hour.value.low)) {
    if (part && /中午|正午/.test(part[0])) return make(at + 2, [exactly(720)], false, false);
    if (part && /半夜|午夜/.test(part[0])) return make(at + 2, [exactly(0)], false, false);
    return part ? { end: at + part[0].length, mentions: [] } : null;
  }
  const tail = exec(afterHour, text, hour.end + 1);
  let end = hour.end + 1 + (tail?.[0].length ?? 0);
  let minute = tail?.[1] ? 30 : tail?.[2] ? 15 : tail?.[3] ? 45 : 0;
  let told = ((tail?.[0].length ?? 0) > 0 && (hour.digits || text[hour.end] === "点")) || part !== null;
  const minutes = !tail?.[0] ? readChineseNumeral(text, end) : null;
  if (minutes && minutes.value.low < 60 && !minutes.vague && (text[minutes.end] === "分" || minutes.value.low >= 10)) {
    minute = minutes.value.low;
    end = minutes.end + (text[minutes.end] === "分" ? 1 : 0);
    told = true;
  }
  // 一时, 六时: hours of a clock only where something else says so.
  if (!told && text[hour.end] === "时" && !hour.digits) return { end, mentions: [] };
  // 两点 may be two points, and 一点 is “a little”.
  if (!told && hour.value.low === 1 && !hour.digits) return { end, mentions: [] };
  const values = minutesOf(hour.value.low, minute, part?.[1]);
  // “Around eleven last night” says no more than the hour.
  if (minute === 0) values.push(exactly(hour.value.low));
  if (!told) return { end, mentions: [{ ...plainHour(at, end, values), digits: hour.digits }] };
  return make(end, values, hour.digits || minute > 0, hour.digits);
}

/** `8点` alone: a time, or eight points. */
function plainHour(start: number, end: number, minutes: Value[]): Mention {
  return {
    kind: "time",
    start,
    end,
    values: minutes,
    firm: false,
    digits: false,
    hedged: false,
  };
}
