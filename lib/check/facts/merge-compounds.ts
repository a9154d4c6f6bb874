import { type Mention } from "@/lib/check/facts/fact";

const joint = /^(?:\s|,|and|零|又)*$/;

/**
 * Joins measures that are one: `1小时30分钟` is ninety minutes, “five feet four inches” 64 inches.
 * @param text - the folded text of the mentions, which stand in its order
 */
export function mergeCompounds(mentions: readonly Mention[], text: string): Mention[] {
  const merged: Mention[] = [];
  for (const mention of mentions) {
    const last = merged.at(-1);
    const [large, small] = [last?.unit, mention.unit];
    const [most, more] = [last?.values[0], mention.values[0]];
    if (
      last &&
      large &&
      small &&
      most &&
      more &&
      large.family === small.family &&
      /^(?:span|length|weight)$/.test(large.family) &&
      large.factor > small.factor &&
      more.high * small.factor < large.factor &&
      mention.start - last.end <= 5 &&
      joint.test(text.slice(last.end, mention.start))
    ) {
      const times = large.factor / small.factor;
      const sum = { low: most.low * times + more.low, high: most.high * times + more.high, grain: more.grain };
      merged[merged.length - 1] = {
        ...mention,
        start: last.start,
        values: [sum],
        firm: last.firm || mention.firm,
        digits: last.digits || mention.digits,
        hedged: last.hedged || mention.hedged,
        role: undefined,
      };
    } else merged.push(mention);
  }
  return merged;
}
