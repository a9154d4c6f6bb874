import {
  type EnglishNumeral,
  exact,
  joined,
  onesOf,
  ordinalOf,
  pluralOf,
  readScales,
  scaleOf,
  tensOf,
} from "@/lib/check/facts/english-number-words";
import { type Token } from "@/lib/check/facts/english-tokens";
import { type Value } from "@/lib/check/facts/fact";

const fewOf = /^(?:several|few|couple|many|some)$/;

/**
 * What older English puts after a number: “sixty and five”, “five and thirty”, “an hundred and fourscore”. Today “twenty
 * and five” may also be two numbers, so that both readings are kept.
 */
export function readOlder(tokens: readonly Token[], at: number, value: number): EnglishNumeral | null {
  const word = (index: number) => tokens[index]?.text ?? "";
  const from = word(at) === "and" ? at + 1 : value >= 100 && /^(?:three|four)score$/.test(word(at)) ? at : -1;
  if (from < 0 || value % 1 !== 0 || value < 1) return null;
  const text = word(from);
  const unit = onesOf.get(text) ?? ordinalOf.get(text);
  const tens = tensOf.get(text) ?? (/ieth$/.test(text) ? ordinalOf.get(text) : undefined);
  const mostAfter = value % 100 === 60 || value % 100 === 80 ? 20 : 10;
  const fitsUnit = unit !== undefined && unit > 0 && unit < mostAfter && value >= 20 && value % 10 === 0;
  const fitsTens = tens !== undefined && (value % 100 < 10 || value % 100 === 0);
  if ((!fitsUnit && !fitsTens) || scaleOf.has(word(from + 1))) return null;
  const second = fitsTens ? tens : (unit ?? 0);
  const further = fitsTens ? readOlder(tokens, from + 1, value + second) : null;
  const values = [exact(value + second), exact(value), exact(second), ...(further?.values ?? [])];
  const next = further?.next ?? from + 1;
  return { next, values, digits: false, scale: 1, vague: false, rhetorical: false, ordinal: ordinalOf.has(text) };
}

/** Reads “dozens”, “tens of thousands”, “several hundred”, “a couple of hundred”, “half a million”. */
export function readVague(tokens: readonly Token[], at: number): EnglishNumeral | null {
  const word = (index: number) => tokens[index]?.text ?? "";
  const loose = (next: number, values: Value[], scale = 1) => ({
    next,
    values,
    digits: false,
    scale,
    vague: true,
    rhetorical: true,
    ordinal: false,
  });
  const many = pluralOf.get(word(at));
  if (many) {
    let [low, high] = many;
    const further = word(at + 1) === "of" ? pluralOf.get(word(at + 2)) : undefined;
    if (further) [low, high] = [low * further[0], high * further[0]];
    const inCentury = tensOf.has(word(at).replace(/ies$/, "y"))
      ? [{ low: 1900 + low, high: 1900 + high, grain: 1 }]
      : [];
    return loose(further ? at + 3 : at + 1, [{ low, high, grain: 1 }, ...inCentury]);
  }
  if (fewOf.test(word(at))) {
    const next = word(at + 1) === "of" ? at + 2 : at + 1;
    const size = scaleOf.get(word(next));
    if (!size) return null;
    const more = readScales(tokens, next, exact(1));
    const high = word(at) === "couple" ? 3 : 9.99;
    return loose(
      more.next,
      [{ low: (word(at) === "some" ? 1 : 2) * more.value.low, high: high * more.value.low, grain: 1 }],
      more.scale,
    );
  }
  if (word(at) === "half") {
    const next = /^(?:a|an)$/.test(word(joined(tokens, at + 1)))
      ? joined(tokens, joined(tokens, at + 1) + 1)
      : joined(tokens, at + 1);
    const size = scaleOf.get(word(next));
    if (!size || size === 20) return null;
    return {
      next: next + 1,
      values: [exact(size / 2, size / 10)],
      digits: false,
      scale: size,
      vague: false,
      rhetorical: size < 1000,
      ordinal: false,
    };
  }
  return null;
}
