import { type Mention } from "@/lib/check/facts/fact";
import { matches } from "@/lib/check/facts/match-facts";

/** Comparisons of one mention with another per passage; past them everything counts as matched. Keeps time bounded. */
const budget = 1_000_000;

type LongNumber = { readonly digits: string; readonly start: number; readonly end: number };

/** Strings such as a telephone number or an ISBN, and their digits without what groups them. At most a hundred. */
function longNumbers(text: string): LongNumber[] {
  return [...text.matchAll(/\+?\d[\d\s().-]{5,30}\d/g)]
    .map((run) => ({ digits: run[0].replace(/\D/g, ""), start: run.index, end: run.index + run[0].length }))
    .filter(({ digits }) => digits.length >= 7)
    .slice(0, 100);
}

/** Mentions that say the same in the same way match the same: one stands for all. */
function signature({ values, unit, hedged }: Mention): string {
  const spans = values.map(({ low, high, grain }) => `${low}:${high}:${grain}`).join(",");
  return `${spans}|${unit ? `${unit.family}${unit.factor}${unit.codes?.join("") ?? ""}` : ""}|${hedged}`;
}

function byExactValue(mentions: Iterable<Mention>): Map<number, Mention[]> {
  const index = new Map<number, Mention[]>();
  for (const mention of mentions) {
    for (const { low } of mention.values) {
      const bucket = index.get(low);
      if (bucket) bucket.push(mention);
      else index.set(low, [mention]);
    }
  }
  return index;
}

const itemNumber = /^[\s#(（*-]{0,8}\d{1,2}(?:(?:\.\d{1,2})*[.、)）:]|(?:\.\d{1,2})+\s)(?!\d)/m;

/** A number at the beginning of a line with a mark after it counts items: where only one side numbers them, no matter. */
const isItemNumber = (mention: Mention, text: string) => {
  const before = /(?:^|\n)[\s#(（*-]*$/.exec(text.slice(Math.max(0, mention.start - 8), mention.start));
  return before !== null && itemNumber.test(text.slice(mention.start, mention.start + 9));
};

/**
 * The mentions of one side that nothing on the other side can mean, firm ones and others, in order.
 * @param text - folded text of the mentions, `otherText` that of the other side
 */
export function unmatched(
  mentions: readonly Mention[],
  others: readonly Mention[],
  text: string,
  otherText: string,
): Mention[] {
  const distinct = [...new Map(others.map((other) => [signature(other), other])).values()];
  const index = byExactValue(distinct);
  const [ours, theirs] = [longNumbers(text), longNumbers(otherText)];
  const othersNumbered = itemNumber.test(otherText);
  const known = new Map<string, boolean>();
  let spent = 0;
  const find = (mention: Mention): boolean => {
    for (const { low } of mention.values) {
      for (const other of index.get(low) ?? []) if (matches(mention, other)) return true;
    }
    spent += distinct.length;
    if (spent > budget) return true;
    return distinct.some((other) => matches(mention, other));
  };
  return mentions.filter((mention) => {
    const key = signature(mention);
    const found = known.get(key) ?? find(mention);
    known.set(key, found);
    if (found || (isItemNumber(mention, text) && !othersNumbered)) return false;
    // +86 10 1234 5678 is 010-12345678: one contains the end of the other.
    const own = ours.find(({ start, end }) => start <= mention.start && mention.end <= end);
    const tail = own?.digits.slice(-7);
    return !(own && tail && theirs.some(({ digits }) => digits.endsWith(tail) && sameEnd(digits, own.digits)));
  });
}

function sameEnd(a: string, b: string): boolean {
  const [long, short] = [a, b]
    .map((digits) => digits.replace(/^0+/, ""))
    .sort((one, other) => other.length - one.length);
  return (long ?? "").endsWith(short ?? "");
}
