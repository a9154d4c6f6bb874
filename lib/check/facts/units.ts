import { type Unit } from "@/lib/check/facts/fact";

const dollars = ["USD", "HKD", "AUD", "CAD", "SGD", "TWD", "NZD", "MXN"];
const money = (...codes: string[]): Unit => ({ family: "currency", codes, factor: 1 });
const measure = (family: Unit["family"], factor: number, loose = false): Unit => ({ family, factor, loose });

export const percent = measure("ratio", 0.01);
/** Fractions and multiples: one half, 三倍. */
export const ratio = measure("ratio", 1);
export const month = measure("month", 1);
export const weekday = measure("weekday", 1);
/** A time of day, in minutes from midnight. */
export const clock = measure("clock", 1);

const yuan = money("CNY", ...dollars);
const dollar = money(...dollars);
const year = measure("span", 365.25);
const monthLong = measure("span", 30.44);
const week = measure("span", 7);
const day = measure("span", 1);
const hour = measure("span", 1 / 24);
const minute = measure("span", 1 / 1440);
const second = measure("span", 1 / 86400);

/** Fahrenheit is told from Celsius by its factor; the offset is added where values are compared. */
export const celsius = measure("temperature", 1);
export const fahrenheit = measure("temperature", 5 / 9);

/**
 * Units after a number in Chinese. 里, 尺, 寸, 丈, 桶 and 度 are loose: their length changed with the time, or they have
 * other senses. The market units 斤 and 亩 are those in use since 1930: 500 g, and 1/15 hectare.
 */
export const chineseUnits: ReadonlyMap<string, Unit> = new Map([
  ["%", percent],
  ["个百分点", percent],
  ["百分点", percent],
  ["个基点", measure("ratio", 0.0001)],
  ["基点", measure("ratio", 0.0001)],
  ["元人民币", money("CNY")],
  ["人民币", money("CNY")],
  ["元", yuan],
  ["块钱", yuan],
  ["块", { ...yuan, loose: true }],
  ["美元", money("USD")],
  ["美金", money("USD")],
  ["欧元", money("EUR")],
  ["日元", money("JPY")],
  ["日圆", money("JPY")],
  ["港元", money("HKD")],
  ["港币", money("HKD")],
  ["英镑", money("GBP")],
  ["韩元", money("KRW")],
  ["卢布", money("RUB")],
  ["卢比", money("INR", "PKR", "IDR")],
  ["加元", money("CAD")],
  ["澳元", money("AUD")],
  ["新元", money("SGD")],
  ["新台币", money("TWD")],
  ["台币", money("TWD")],
  ["瑞郎", money("CHF")],
  ["公里", measure("length", 1000)],
  ["千米", measure("length", 1000)],
  ["km", measure("length", 1000)],
  ["英里", measure("length", 1609.34)],
  ["海里", measure("length", 1852)],
  ["里", measure("length", 500, true)],
  ["米", measure("length", 1)],
  ["公尺", measure("length", 1)],
  ["厘米", measure("length", 0.01)],
  ["公分", measure("length", 0.01)],
  ["cm", measure("length", 0.01)],
  ["毫米", measure("length", 0.001)],
  ["mm", measure("length", 0.001)],
  ["微米", measure("length", 1e-6)],
  ["纳米", measure("length", 1e-9)],
  ["nm", measure("length", 1e-9)],
  ["英尺", measure("length", 0.3048)],
  ["英寸", measure("length", 0.0254)],
  ["尺", measure("length", 1 / 3, true)],
  ["寸", measure("length", 1 / 30, true)],
  ["丈", measure("length", 10 / 3, true)],
  ["公斤", measure("weight", 1)],
  ["千克", measure("weight", 1)],
  ["kg", measure("weight", 1)],
  ["斤", measure("weight", 0.5)],
  ["克", measure("weight", 0.001)],
  ["毫克", measure("weight", 1e-6)],
  ["mg", measure("weight", 1e-6)],
  ["吨", measure("weight", 1000)],
  ["磅", measure("weight", 0.4536)],
  ["盎司", measure("weight", 0.02835)],
  ["平方公里", measure("area", 1e6)],
  ["平方千米", measure("area", 1e6)],
  ["平方米", measure("area", 1)],
  ["平米", measure("area", 1)],
  ["平方英尺", measure("area", 0.0929)],
  ["平方英里", measure("area", 2.59e6)],
  ["公顷", measure("area", 1e4)],
  ["亩", measure("area", 1e4 / 15)],
  ["英亩", measure("area", 4046.86)],
  ["升", measure("volume", 1)],
  ["毫升", measure("volume", 0.001)],
  ["立方米", measure("volume", 1000)],
  ["加仑", measure("volume", 3.785)],
  ["桶", measure("volume", 159, true)],
  ["摄氏度", celsius],
  ["°C", celsius],
  ["℃", celsius],
  ["华氏度", fahrenheit],
  ["°F", fahrenheit],
  ["℉", fahrenheit],
  ["度", measure("temperature", 1, true)],
  ["个世纪", measure("span", 36525)],
  ["个季度", measure("span", 91.3)],
  ["年", year],
  ["周年", year],
  ["个月", monthLong],
  ["周", week],
  ["个星期", week],
  ["星期", week],
  ["个礼拜", week],
  ["礼拜", week],
  ["天", day],
  ["小时", hour],
  ["个小时", hour],
  ["个钟头", hour],
  ["钟头", hour],
  ["分钟", minute],
  ["秒", second],
  ["秒钟", second],
]);

const englishPlurals: readonly [string, Unit][] = [
  ["kilometer", measure("length", 1000)],
  ["kilometre", measure("length", 1000)],
  ["mile", measure("length", 1609.34)],
  ["meter", measure("length", 1)],
  ["metre", measure("length", 1)],
  ["yard", measure("length", 0.9144)],
  ["centimeter", measure("length", 0.01)],
  ["centimetre", measure("length", 0.01)],
  ["millimeter", measure("length", 0.001)],
  ["millimetre", measure("length", 0.001)],
  ["micron", measure("length", 1e-6)],
  ["nanometer", measure("length", 1e-9)],
  ["nanometre", measure("length", 1e-9)],
  ["inch", measure("length", 0.0254)],
  ["kilogram", measure("weight", 1)],
  ["kilo", measure("weight", 1, true)],
  ["gram", measure("weight", 0.001)],
  ["milligram", measure("weight", 1e-6)],
  ["ton", measure("weight", 1000)],
  ["tonne", measure("weight", 1000)],
  ["ounce", measure("weight", 0.02835)],
  ["jin", measure("weight", 0.5)],
  ["catty", measure("weight", 0.5)],
  ["hectare", measure("area", 1e4)],
  ["acre", measure("area", 4046.86)],
  ["mu", measure("area", 1e4 / 15)],
  ["liter", measure("volume", 1)],
  ["litre", measure("volume", 1)],
  ["milliliter", measure("volume", 0.001)],
  ["millilitre", measure("volume", 0.001)],
  ["gallon", measure("volume", 3.785)],
  ["degree", measure("temperature", 1, true)],
  ["millennium", measure("span", 365250)],
  ["century", measure("span", 36525)],
  ["decade", measure("span", 3652.5)],
  ["year", year],
  ["quarter", measure("span", 91.3, true)],
  ["month", monthLong],
  ["fortnight", measure("span", 14)],
  ["week", week],
  ["day", day],
  ["hour", hour],
  ["minute", minute],
  ["second", second],
  ["dollar", dollar],
  ["euro", money("EUR")],
  // A weight or money: loose, so that both are in order.
  ["pound", measure("weight", 0.4536, true)],
  ["ruble", money("RUB")],
  ["rouble", money("RUB")],
  ["rupee", money("INR", "PKR", "IDR")],
  ["franc", money("CHF", "FRF")],
];

function plural(word: string): string {
  if (word === "century") return "centuries";
  if (word === "catty") return "catties";
  return word.endsWith("ch") ? `${word}es` : `${word}s`;
}

/** Units after a number in English, in lower case. */
export const englishUnits: ReadonlyMap<string, Unit> = new Map([
  ...englishPlurals.flatMap(([word, unit]): [string, Unit][] => [
    [word, unit],
    [plural(word), unit],
  ]),
  ["millennia", measure("span", 365250)],
  ["%", percent],
  ["percent", percent],
  ["pct", percent],
  ["percentage", percent],
  ["km", measure("length", 1000)],
  ["cm", measure("length", 0.01)],
  ["mm", measure("length", 0.001)],
  ["nm", measure("length", 1e-9)],
  ["foot", measure("length", 0.3048, true)],
  ["feet", measure("length", 0.3048, true)],
  ["kg", measure("weight", 1)],
  ["kgs", measure("weight", 1)],
  ["mg", measure("weight", 1e-6)],
  ["lb", measure("weight", 0.4536)],
  ["lbs", measure("weight", 0.4536)],
  ["mins", minute],
  ["hrs", hour],
  ["yuan", money("CNY")],
  ["rmb", money("CNY")],
  ["renminbi", money("CNY")],
  ["yen", money("JPY")],
  ["won", money("KRW")],
]);

/** Signs and codes before an amount, in upper case, in either language. */
export const currencySigns: ReadonlyMap<string, Unit> = new Map([
  ["US$", money("USD")],
  ["USD", money("USD")],
  ["HK$", money("HKD")],
  ["HKD", money("HKD")],
  ["NT$", money("TWD")],
  ["A$", money("AUD")],
  ["C$", money("CAD")],
  ["S$", money("SGD")],
  ["$", dollar],
  ["€", money("EUR")],
  ["EUR", money("EUR")],
  ["£", money("GBP")],
  ["GBP", money("GBP")],
  ["¥", money("CNY", "JPY")],
  ["RMB", money("CNY")],
  ["CNY", money("CNY")],
  ["JPY", money("JPY")],
  ["₽", money("RUB")],
  ["₩", money("KRW")],
  ["₹", money("INR")],
]);
