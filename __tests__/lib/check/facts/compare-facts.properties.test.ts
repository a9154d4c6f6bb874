import fc from "fast-check";
import { compareFacts } from "@/lib/check/facts/compare-facts";
import { inChinese, inEnglish } from "./numeral-writers";

jest.setTimeout(60_000);

/** Numbers of every length, not only long ones. */
const anyNumber = fc
  .tuple(fc.nat({ max: 999_999_999_999 }), fc.integer({ min: 0, max: 11 }))
  .map(([number, cut]) => Math.floor(number / 10 ** cut));
const inChineseWays = fc.constantFrom(String, inChinese, (number: number) => number.toLocaleString("en"));
const inEnglishWays = fc.constantFrom(String, inEnglish, (number: number) => number.toLocaleString("en"));

it("finds every whole number on both sides, however it is written", () =>
  fc.assert(
    fc.property(anyNumber, inChineseWays, inEnglishWays, (number, chinese, english) => {
      expect(compareFacts(`共有${chinese(number)}个。`, `There are ${english(number)} of them.`)).toEqual([]);
    }),
    { numRuns: 2000 },
  ));

it("notices every other number from eleven on that is written in digits", () =>
  fc.assert(
    fc.property(anyNumber, anyNumber, inChineseWays, (one, other, chinese) => {
      fc.pre(one !== other && one > 10 && other > 10);
      const differences = compareFacts(`共有${chinese(one)}个。`, `There are ${other} of them.`);
      // In words a number may be rounded: 三万 for 30,412.
      const isRounded = chinese === inChinese && Math.abs(one - other) < 10 ** String(other).length / 10;
      if (!isRounded) expect(differences).not.toEqual([]);
    }),
    { numRuns: 1000 },
  ));

it("finds amounts in 万 and 亿 that English writes in millions and billions", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 3 }), (number, decimals) => {
      const amount = number / 10 ** decimals;
      expect(compareFacts(`共${amount}亿元`, `${+(amount / 10).toFixed(5)} billion yuan`)).toEqual([]);
      expect(compareFacts(`共${amount}万元`, `${Math.round(amount * 10000).toLocaleString("en")} yuan`)).toEqual([]);
    }),
  ));

it("finds every day of the calendar", () =>
  fc.assert(
    fc.property(fc.date({ min: new Date("1600-01-01"), max: new Date("2999-12-31"), noInvalidDate: true }), (date) => {
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const english = date.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
      expect(compareFacts(`${year}年${month}月${day}日`, english)).toEqual([]);
      expect(compareFacts(`${year}年${inChinese(month)}月${inChinese(day)}日`, english)).toEqual([]);
      expect(compareFacts(date.toISOString().slice(0, 10), english)).toEqual([]);
    }),
  ));

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        ..."零〇一二两三十百千万亿半几多点时分年月日周星期第成折倍元%.,:-/0123456789 \n$€".split(""),
        ..."half a one twenty hundred million and to of the third dozen May p.m. percent GPT-4 X".split(" "),
      ),
    )
    .map((parts) => parts.join(parts.length % 2 === 0 ? "" : " ")),
);

it("never fails, and quotes what it reports from where it says", () =>
  fc.assert(
    fc.property(anyText, anyText, (chinese, english) => {
      const differences = compareFacts(chinese, english);
      expect(compareFacts(chinese, english)).toEqual(differences);
      for (const { side, written, start, end } of differences) {
        expect(written).toBe((side === "chinese" ? chinese : english).slice(start, end));
        expect(written).not.toBe("");
      }
    }),
    { numRuns: 3000 },
  ));

/** Texts made of one thing over and over, where a search that is not linear would not come to an end. */
it.each([
  "1",
  "一",
  "1 ",
  "1.",
  "1-",
  "1,000,",
  "二三",
  "百",
  "一百",
  "两千多",
  "百分之",
  "3分之",
  "8点",
  "周",
  "第",
  "CEO ",
  "GPT-4 ",
  "a1-",
  "](",
  "[^",
  "https://",
  "x@",
  "one ",
  "one and ",
  "a hundred ",
  "half a ",
  "twenty-",
  "$",
  "May ",
  "（译注",
])("comes to an end with 50,000 characters of %j", (part) => {
  const long = part.repeat(Math.ceil(50_000 / part.length));
  expect(Array.isArray(compareFacts(long, "There were 35."))).toBe(true);
  expect(Array.isArray(compareFacts("共有35个。", long))).toBe(true);
});

it("comes to an end with 10,000 different numbers on both sides", () => {
  const numbers = (from: number) => Array.from({ length: 10_000 }, (_, index) => from + index * 7).join(" ");
  expect(Array.isArray(compareFacts(numbers(100_000), numbers(100_003)))).toBe(true);
});
