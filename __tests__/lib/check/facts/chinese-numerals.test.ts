import { readChineseNumeral } from "@/lib/check/facts/chinese-numerals";

/** What is read, and how much of the text it takes. */
function read(text: string) {
  const numeral = readChineseNumeral(text, 0);
  return numeral && [text.slice(0, numeral.end), numeral.value.low, numeral.value.high];
}

it.each([
  ["1.2亿", "1.2亿", 120_000_000],
  ["3万5千", "3万5千", 35_000],
  ["三万五", "三万五", 35_000],
  ["三万零五", "三万零五", 30_005],
  ["一百五", "一百五", 150],
  ["一百零五", "一百零五", 105],
  ["两千三", "两千三", 2300],
  ["十", "十", 10],
  ["十二", "十二", 12],
  ["廿三", "廿三", 23],
  ["卅", "卅", 30],
  ["二十两", "二十", 20],
  ["二〇二四年", "二〇二四", 2024],
  ["一千零一夜", "一千零一", 1001],
  ["1,234,567人", "1,234,567", 1_234_567],
  ["2019，200人", "2019", 2019],
  ["一万亿", "一万亿", 1e12],
  ["1.2万亿", "1.2万亿", 1.2e12],
  ["3亿5000万", "3亿5000万", 350_000_000],
  ["三点一四", "三点一四", 3.14],
  ["百万", "百万", 1_000_000],
  ["5千瓦", "5", 5],
  ["5兆瓦", "5", 5],
])("reads %j as %j, %d", (text, written, value) => expect(read(text)).toEqual([written, value, value]));

it.each([
  ["十几", 10, 19],
  ["二十多", 20, 30],
  ["两千余", 2000, 3000],
  ["100多万", 1_000_000, 2_000_000],
  ["几十", 20, 90],
  ["数百", 200, 900],
  ["三五", 3, 5],
  ["三四十", 30, 40],
  ["十七八", 17, 18],
  ["三二十", 20, 30],
])("reads %j as something from %d to %d", (text, low, high) => {
  const [written, from, to] = read(text) ?? [];
  expect(written).toBe(text);
  expect(from).toBe(low);
  expect(to).toBeGreaterThan(low);
  expect(to).toBeLessThanOrEqual(high);
});

it.each(["", "人", "的一百", "点", "多"])("reads no number at the beginning of %j", (text) =>
  expect(read(text)).toBeNull(),
);
