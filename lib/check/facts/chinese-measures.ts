import { type ChineseNumeral } from "@/lib/check/facts/chinese-numerals";
import { type Unit, type Value } from "@/lib/check/facts/fact";
import { chineseUnits } from "@/lib/check/facts/units";

const anyUnit = new RegExp(
  `(?:个)?(?:${[...chineseUnits.keys()].sort((a, b) => b.length - a.length).join("|")})`.replaceAll("°", "\\s?°"),
  "y",
);
/** Words that begin with the name of a unit and count nothing. */
const noUnit =
  /里[面边头程约外脊根]|米[饭粒兰老德]|度[过假日量]|年[级代龄轻货前]|天[使下空气上堂子真才性津地]|周[边围转全]|元[素旦老件首月宵凶]|升[级起高职]|克[服制拉隆里]|分[子为别之]|桶[装]|吨位|丈[夫人]|尺[寸度]|寸步|斤斤|秒杀|度[数]/y;

/** The unit that begins at `at`, if one does there that counts. */
export function unitAt(text: string, at: number): { unit: Unit; end: number } | null {
  noUnit.lastIndex = at;
  if (noUnit.test(text)) return null;
  anyUnit.lastIndex = at;
  const written = anyUnit.exec(text)?.[0];
  if (!written) return null;
  const bare = written.trim();
  const found = chineseUnits.get(bare) ?? chineseUnits.get(bare.replace(/^个/, ""));
  // Latin units are whole words: 5 mm, not 5 mmap.
  if (!found || (/[a-zA-Z]$/.test(bare) && /[A-Za-z]/.test(text[at + written.length] ?? ""))) return null;
  return { unit: found, end: at + written.length };
}

export const scaled = ({ low, high, grain }: Value, by: number): Value => ({
  low: low * by,
  high: high * by,
  grain: grain * by,
});

/** What follows a number and belongs to it: its unit, where it ends, and what else it may amount to. */
export type Measure = { readonly end: number; readonly unit: Unit | undefined; readonly values: readonly Value[] };

/**
 * Reads what follows a number: `公里`, `个半小时`, `米六零` in 一米六零, `块五` in 三块五.
 * @param ofSign - the unit that a sign before the number already says
 * @param before - some text before the number
 */
export function readMeasure(text: string, numeral: ChineseNumeral, ofSign: Unit | undefined, before: string): Measure {
  let { end } = numeral;
  let unit = ofSign;
  const values: Value[] = [];
  const more = (by: number, grain: number) =>
    values.push({ low: numeral.value.low + by, high: numeral.value.high + by, grain });
  const suffix = unitAt(text, text[end] === " " ? end + 1 : end);
  if (suffix && (!unit || suffix.unit.family === "currency")) {
    unit = suffix.unit;
    end = suffix.end;
  }
  if (text[end] === "半" && suffix) {
    more(0.5, 0.1);
    end++;
  } else if (/^个半/.test(text.slice(numeral.end, numeral.end + 2))) {
    more(0.5, 0.1);
    const inner = unitAt(text, numeral.end + 2);
    if (inner) unit = inner.unit;
    else if (text.startsWith("月", numeral.end + 2)) unit = chineseUnits.get("个月");
    end = inner?.end ?? numeral.end + 2;
  }
  // 一米六零, 1米75, 9秒58
  const written =
    suffix && /[米秒]/.test(text[end - 1] ?? "")
      ? /^(?:\d{1,2}|[零一二三四五六七八九]{1,2})(?![\d十百千])/.exec(text.slice(end, end + 3))?.[0]
      : null;
  if (written) {
    const below = Number(`0.${written.replace(/\D/g, (digit) => String("零一二三四五六七八九".indexOf(digit)))}`);
    more(below, 0.01);
    end += written.length;
  }
  // 三块五, 3元5角
  const tenth =
    suffix?.unit.family === "currency"
      ? /^([1-9]|[一二三四五六七八九])[角毛]?(?![\d十百千万亿.])/.exec(text.slice(end, end + 3))
      : null;
  if (tenth && /[元块]$/.test(text.slice(numeral.end, end))) {
    const below = tenth[1] ?? "";
    const tenths = (/\d/.test(below) ? Number(below) : "零一二三四五六七八九".indexOf(below)) / 10;
    more(tenths, 0.1);
    end += tenth[0].length;
  }
  // 2小时15分
  if (text[end] === "分" && /小时\s?$/.test(before)) {
    unit = chineseUnits.get("分钟");
    end++;
  }
  if (text[end] === "打") values.push(scaled(numeral.value, 12));
  return { end, unit, values };
}
