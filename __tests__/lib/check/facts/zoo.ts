import { compareFacts } from "@/lib/check/facts/compare-facts";

/** Chinese, English, and each difference as `zh number 35 ~ 53`: side, kind, what is written ~ what is likely meant. */
export type Case = readonly [chinese: string, english: string, ...differences: string[]];

/** Tries each case as a test of its own, and holds the offsets of what is reported to the text. */
export function tryCases(cases: readonly Case[]): void {
  it.each(cases.map(([chinese, english, ...expected]) => ({ chinese, english, expected })))(
    "$chinese | $english",
    ({ chinese, english, expected }) => {
      const differences = compareFacts(chinese, english);
      expect(
        differences.map(
          ({ side, kind, written, likely }) =>
            `${side === "chinese" ? "zh" : "en"} ${kind} ${written}${likely === undefined ? "" : ` ~ ${likely}`}`,
        ),
      ).toEqual(expected);
      for (const { side, written, start, end } of differences) {
        expect((side === "chinese" ? chinese : english).slice(start, end)).toBe(written);
      }
    },
  );
}
