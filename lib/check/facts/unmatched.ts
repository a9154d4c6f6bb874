import { type Mention } from "@/lib/check/facts/fact";
import { matches } from "@/lib/check/facts/match-facts";

/** Comparisons of one mention with another per passage; past them everything counts as matched. Keeps time bounded. */
const budget = 1_000_000;

/** Strings such as a telephone number or an ISBN, without what groups their digits. */
function longNumbers(text: string): string[] {
  return (text.match(/\+?\d[\d\s().-]{5,30}\d/g) ?? [])
    .map((run) => run.replace(/\D/g, ""))
    .filter((run) => run.length >= 7);
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

/** A number at the beginning of a line with a mark after it counts items, and lists may be counted otherwise. */
const isItemNumber = (mention: Mention, text: string) =>
  mention.end - mention.start <= 5 &&
  /(?:^|\n)[\s#(（*-]*$/.test(text.slice(Math.max(0, mention.start - 8), mention.start)) &&
  /^[.、)）:\s]/.test(text.slice(mention.end, mention.end + 1));

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
  const long = longNumbers(otherText).slice(0, 100);
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
    if (found || isItemNumber(mention, text)) return false;
    const digits = text.slice(mention.start, mention.end).replace(/[^\d]/g, "");
    return !(digits.length > 1 && long.some((run) => run.includes(digits)));
  });
}
