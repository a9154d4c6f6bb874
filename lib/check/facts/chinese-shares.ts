import { readChineseNumeral } from "@/lib/check/facts/chinese-numerals";
import { type Mention, type Unit, type Value, exactly } from "@/lib/check/facts/fact";
import { chineseUnits, percent, ratio } from "@/lib/check/facts/units";

const tenths =
  /([一二两三四五六七八九]|\d(?:\.\d)?)成(?:(半)|([一二三四五六七八九]))?(?![员为了年立功本长都果绩分人千百形家群交新])/y;
const discount = /([一二三四五六七八九]{1,2}|\d(?:\.\d|\d)?)折(?![叠磨腾断返合旧线中])/y;
const doubled = /翻(?:了)?(?:(一|两|二|三|四|几)?番|倍)/y;
const half = /半(?=[个年天日小钟月数壁世]|[，。、的])|一半|半数|半百|过半|对半/y;
const halfOf: ReadonlyMap<string, string> = new Map([
  ["年", "年"],
  ["个月", "个月"],
  ["月", "个月"],
  ["天", "天"],
  ["日", "天"],
  ["小时", "小时"],
  ["个小时", "小时"],
  ["个钟头", "小时"],
  ["个世纪", "个世纪"],
  ["世纪", "个世纪"],
]);
/** 每五人中有一人 */
const every =
  /每(\d{1,4}|[一二三四五六七八九十百]{1,3})[个名位]?[人户家\p{Script=Han}]{0,4}[中里]就?有(\d{1,3}|[一二两三四五六七八九])[个名位人户家]/uy;
const slash = /(?<![\d/.])([1-9]\d?)\/([1-9]\d{0,2})(?![\d/])/y;
const fractionMark = /\s?分之/y;

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const digitOf = (digit: string) =>
  /\d/.test(digit) ? Number(digit) : "〇一二三四五六七八九".indexOf(digit.replace("两", "二"));

function one(start: number, end: number, values: Value[], firm: boolean, digits: boolean, unit: Unit = ratio): Mention {
  return { kind: "percentage", start, end, values, unit, firm, digits, hedged: false };
}

function readFraction(text: string, at: number): Mention | null {
  const below = readChineseNumeral(text, at);
  if (!below || below.vague) return null;
  const mark = exec(fractionMark, text, below.end);
  const above = mark && readChineseNumeral(text, below.end + mark[0].length);
  if (!above) return null;
  const by = below.value.low;
  if (by === 100) return one(at, above.end, [above.value], above.value.low !== 100, true, percent);
  const value: Value = { low: above.value.low / by, high: above.value.high / by, grain: by < 100 ? 0.01 : 1 / by };
  const firm = !(above.value.low === by) && by <= 1000 && (above.digits || by > 10 || above.value.low > 1);
  return one(at, above.end, [value], firm, above.digits);
}

/**
 * Reads shares of a whole and multiples: `百分之三十`, `三分之二`, `三成`, `八折`, `一半`, `半年`, `两倍`, `翻两番`.
 * 两倍 is taken as doubling and as trebling where it may be a growth, since writers mean both.
 */
export function readChineseShare(text: string, at: number): { end: number; mentions: Mention[] } | null {
  const wrap = (mention: Mention) => ({ end: mention.end, mentions: [mention] });
  const among = exec(every, text, at);
  const [whole, part] = among ? [readChineseNumeral(among[1] ?? "", 0), readChineseNumeral(among[2] ?? "", 0)] : [];
  if (among && whole && part) {
    const [below, above] = [whole.value.low, part.value.low];
    const plain = [exactly(above), exactly(below)].map((value) => ({
      ...one(at, at + among[0].length, [value], false, false),
      unit: undefined,
    }));
    return {
      end: at + among[0].length,
      mentions: [one(at, at + among[0].length, [exactly(above / below, 0.01)], false, false), ...plain],
    };
  }
  const off = exec(discount, text, at);
  if (off) {
    const share = Number(`0.${[...(off[1] ?? "").replace(".", "")].map(digitOf).join("")}`);
    return wrap(one(at, at + off[0].length, [exactly(share, 0.01), exactly(1 - share, 0.01)], true, true));
  }
  const tenth = exec(tenths, text, at);
  if (tenth) {
    const base = /\d/.test(tenth[1] ?? "") ? Number(tenth[1]) : digitOf(tenth[1] ?? "");
    const share = (base + (tenth[2] ? 0.5 : 0) + (tenth[3] ? digitOf(tenth[3]) / 10 : 0)) / 10;
    return wrap(one(at, at + tenth[0].length, [exactly(share, 0.01)], base !== 10, true));
  }
  const slashed = exec(slash, text, at);
  if (slashed) {
    const [above, below] = [Number(slashed[1]), Number(slashed[2])];
    const values = [exactly(above / below, 0.01), exactly(above), exactly(below)];
    return wrap({ ...one(at, at + slashed[0].length, values, below > 2, true), kind: "number", unit: undefined });
  }
  const fraction = readFraction(text, at);
  if (fraction) return wrap(fraction);
  const redoubled = exec(doubled, text, at);
  if (redoubled) {
    const turns = redoubled[1] && redoubled[1] !== "几" ? digitOf(redoubled[1]) : 1;
    const values = [2 ** turns, 2 ** turns - 1, turns].map((value) => exactly(value));
    return wrap(one(at, at + redoubled[0].length, values, false, false));
  }
  const halved = exec(half, text, at);
  if (halved) {
    const written = halved[0];
    if (written === "半百")
      return wrap({ ...one(at, at + 2, [exactly(50)], false, false), kind: "number", unit: undefined });
    const counted =
      written === "半" ? [...halfOf.keys()].reverse().find((name) => text.startsWith(name, at + 1)) : undefined;
    const unit = counted && chineseUnits.get(halfOf.get(counted) ?? "");
    const end = at + written.length + (counted?.length ?? 0);
    return wrap(one(at, end, [exactly(0.5, 0.1)], false, false, unit || ratio));
  }
  const times = readChineseNumeral(text, at);
  if (times && text[times.end] === "倍" && times.value.low > 0) {
    const { low, high, grain } = times.value;
    // A growth by 两倍 is trebling, and often meant as doubling; nobody means that by 3.5倍.
    const values = (Number.isInteger(low) ? [0, 1, -1] : [0]).map((more) => ({
      low: low + more,
      high: high + more,
      grain,
    }));
    return wrap({ ...one(at, times.end + 1, values, times.digits, times.digits), kind: "number" });
  }
  return null;
}
