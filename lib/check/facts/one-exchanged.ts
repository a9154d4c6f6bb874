import { type Mention } from "@/lib/check/facts/fact";
import { matches } from "@/lib/check/facts/match-facts";

/**
 * Finds the one number that was exchanged for another that the passage has as well, such as “5, 5, 8” for “5, 8, 8”: both
 * sides have equally many numbers in digits, in the same order, but for one.
 * @returns the Chinese and the English mention, or `null`
 */
export function oneExchanged(
  chinese: readonly Mention[],
  english: readonly Mention[],
): readonly [Mention, Mention] | null {
  const [ours, theirs] = [chinese, english].map((mentions) => mentions.filter(({ digits }) => digits));
  if (!ours || !theirs || ours.length !== theirs.length || ours.length < 2) return null;
  let found: readonly [Mention, Mention] | null = null;
  for (const [index, one] of ours.entries()) {
    const other = theirs[index];
    if (!other) return null;
    if (matches(one, other)) continue;
    if (found) return null;
    found = [one, other];
  }
  return (
    found && [
      { ...found[0], firm: true },
      { ...found[1], firm: true },
    ]
  );
}
