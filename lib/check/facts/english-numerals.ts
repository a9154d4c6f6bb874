import { type Value } from "@/lib/check/facts/fact";
import { type Token } from "@/lib/check/facts/english-tokens";

/** A number read from English tokens. */
export type EnglishNumeral = {
  /** Index of the token after it. */
  readonly next: number;
  readonly values: readonly Value[];
  readonly digits: boolean;
  /** What its last million, thousand … multiplies by, or 1: in “3 to 5 million” the three inherits it. */
  readonly scale: number;
  /** dozens, several hundred, twenties: no single number is meant. */
  readonly vague: boolean;
  /** A round number with an article, or a dozen: weak evidence. */
  readonly rhetorical: boolean;
  readonly ordinal: boolean;
};

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const onesOf: ReadonlyMap<string, number> = new Map(
  ones.split(" ").map((word, value): [string, number] => [word, value]),
);
const tensOf: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index): [string, number] => [word, (index + 2) * 10])
    .concat([
      ["threescore", 60],
      ["fourscore", 80],
    ]),
);
const ordinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
const ordinalOf: ReadonlyMap<string, number> = new Map([
  ...ordinals.split(" ").map((word, value): [string, number] => [word, value]),
  ...[...tensOf].map(([word, value]): [string, number] => [word.replace(/y$/, "ieth"), value]),
  ["hundredth", 100],
  ["thousandth", 1000],
  ["millionth", 1e6],
]);
const scaleOf: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["mln", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
  ["dozen", 12],
  ["score", 20],
]);
/** Letters right after digits: 5k, $3m, 2bn. */
const suffixOf: ReadonlyMap<string, number> = new Map([
  ["k", 1000],
  ["m", 1e6],
  ["mn", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["t", 1e12],
  ["tn", 1e12],
]);
/** How many a plural means: dozens, hundreds. The upper end is where the next word begins. */
const pluralOf: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["dozens", [20, 199]],
  ["scores", [20, 199]],
  ["tens", [10, 99]],
  ["hundreds", [100, 1999]],
  ["thousands", [1000, 19999]],
  ["millions", [1e6, 99e6]],
  ["billions", [1e9, 99e9]],
  ["trillions", [1e12, 99e12]],
  ["teens", [13, 19]],
  ...[...tensOf]
    .filter(([word]) => word.endsWith("y"))
    .map(([word, value]): [string, [number, number]] => [word.replace(/y$/, "ies"), [value, value + 9]]),
]);
const fewOf = /^(?:several|few|couple|many|some)$/;

const exact = (value: number, grain = 1): Value => ({ low: value, high: value, grain });
const by = ({ low, high, grain }: Value, factor: number): Value => ({
  low: low * factor,
  high: high * factor,
  grain: grain * factor,
});

/** Joined to what stands before it by a hyphen or by white space alone; returns the index of the word itself. */
function joined(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token?.text === "-" && !token.spaced && tokens[at + 1]?.spaced === false ? at + 1 : at;
}

function readScales(
  tokens: readonly Token[],
  from: number,
  value: Value,
): { next: number; value: Value; scale: number } {
  let [next, scale] = [from, 1];
  for (;;) {
    const at = joined(tokens, next);
    const unit = scaleOf.get(tokens[at]?.text ?? "");
    if (!unit || (unit === 20 && scale === 1 && value.low > 9)) break;
    value = by(value, unit);
    scale *= unit;
    next = at + 1;
  }
  return { next, value, scale };
}

function readDigits(tokens: readonly Token[], at: number): EnglishNumeral {
  const token = tokens[at];
  const written = (token?.text ?? "0").replaceAll(",", "");
  let value = exact(Number(written), 10 ** -(written.split(".")[1]?.length ?? 0));
  let [next, scale] = [at + 1, 1];
  const after = tokens[next];
  let ordinal = false;
  if (after && !after.spaced && /^(?:st|nd|rd|th)$/.test(after.text)) {
    ordinal = true;
    next++;
  } else if (after && !after.spaced && suffixOf.has(after.text) && !/^[mt]$/.test(after.text)) {
    // 5k are five thousand; but 3K may be three kelvins, or a name.
    scale = suffixOf.get(after.text) ?? 1;
    const values = [by(value, scale), ...(after.text.length === 1 ? [value] : [])];
    return { next: next + 1, values, digits: true, scale, vague: false, rhetorical: false, ordinal };
  } else {
    ({ next, value, scale } = readScales(tokens, next, value));
  }
  const values = [value];
  // $5m is five million, and 5m may be five metres.
  if (after && !after.spaced && /^[mt]$/.test(after.text)) {
    values.push(by(value, suffixOf.get(after.text) ?? 1));
    next++;
  }
  // 2 1/2
  const [top, bar, bottom] = [tokens[next], tokens[next + 1], tokens[next + 2]];
  if (scale === 1 && top?.text === "1" && bar?.text === "/" && !bar.spaced && /^[24]$/.test(bottom?.text ?? "")) {
    return {
      next: next + 3,
      values: [exact(value.low + 1 / Number(bottom?.text), 0.01)],
      digits: true,
      scale,
      vague: false,
      rhetorical: false,
      ordinal,
    };
  }
  return { next, values, digits: true, scale, vague: false, rhetorical: false, ordinal };
}

/** Reads “twenty-six”, “a hundred and five”, “nineteen eighty-four”, “two and a half million”, “twenty-first”. */
function readWords(tokens: readonly Token[], at: number): EnglishNumeral | null {
  let [total, current, next, scale] = [0, 0, at, 1];
  let [read, ordinal, grain] = [false, false, 1];
  const word = (index: number) => tokens[index]?.text ?? "";
  const article = /^(?:a|an)$/.test(word(at)) && scaleOf.has(word(at + 1));
  if (article) {
    current = 1;
    next++;
  }
  // The hundred and fifty days.
  const bare = !article && (scaleOf.get(word(at)) ?? 0) >= 100;
  let years = false;
  for (;;) {
    let here = read ? joined(tokens, next) : next;
    if (read && word(here) === "and" && (current >= 100 || total > 0) && current % 100 === 0) {
      const follower = word(here + 1);
      if (onesOf.has(follower) || tensOf.has(follower) || ordinalOf.has(follower)) here++;
    }
    if (
      read &&
      scale > 1 &&
      word(here) === "," &&
      (onesOf.has(word(here + 1)) || tensOf.has(word(here + 1))) &&
      scaleOf.has(word(here + 2))
    )
      here++;
    const text = word(here);
    const tens = tensOf.get(text);
    const unit = onesOf.get(text);
    const rank = ordinalOf.get(text);
    const size = scaleOf.get(text);
    if (tens !== undefined && current % 100 === 0) {
      if (current > 0 && current < 100) break;
      current += tens;
    } else if (tens !== undefined && !years && total === 0 && current >= 10 && current <= 20) {
      years = true;
      current = current * 100 + tens;
    } else if (
      unit !== undefined &&
      (current % 100 === 0 || (current % 10 === 0 && unit < 10 && unit > 0 && current % 100 >= 20))
    ) {
      if (read && current === 0 && total === 0) break;
      current += unit;
    } else if (unit !== undefined && !years && total === 0 && current >= 10 && current <= 20 && unit >= 10) {
      years = true;
      current = current * 100 + unit;
    } else if (
      rank !== undefined &&
      rank < 100 &&
      (current % 100 === 0 || (current % 10 === 0 && rank < 10 && current % 100 >= 20))
    ) {
      current += rank;
      ordinal = true;
      next = here + 1;
      read = true;
      break;
    } else if (size !== undefined && (read || article || bare) && !(size === 20 && current > 9)) {
      if (size >= 1000) {
        total += (current || 1) * size;
        if (total < size) total *= size;
        current = 0;
        scale = grain = size;
      } else {
        current = (current || 1) * size;
        grain = size === 12 ? size : 1;
      }
    } else break;
    if (size === undefined) grain = 1;
    read = true;
    next = here + 1;
  }
  if (!read) return null;
  let value = total + current;
  const joint = joined(tokens, next);
  const tail = word(joint) === "and" ? joined(tokens, joint + 1) : -1;
  const more = tail > 0 && /^(?:a|one)$/.test(word(tail)) ? joined(tokens, tail + 1) : -1;
  const part = more > 0 ? (/^half/.test(word(more)) ? 0.5 : /^quarter/.test(word(more)) ? 0.25 : 0) : 0;
  if (part && !ordinal) {
    value += part * (scale > 1 && current === 0 ? scale : 1);
    grain = 0.1 * (scale > 1 ? scale : 1);
    next = more + 1;
    const scaled = readScales(tokens, next, exact(value, grain));
    if (scaled.scale > 1)
      return { ...scaled, values: [scaled.value], digits: false, vague: false, rhetorical: false, ordinal };
  }
  const older = ordinal || part ? null : readOlder(tokens, next, value);
  if (older) return older;
  const rhetorical =
    !part &&
    ((article && value === scaleOf.get(word(at + 1))) ||
      Number.isInteger(Math.log10(value)) ||
      (current === 12 && grain === 12));
  const values =
    article && (value === 12 || value === 20)
      ? [exact(value), { low: 10, high: value + 8, grain: 1 }]
      : [exact(value, grain)];
  if (grain === 12 && value > 12) values.push({ low: value - 4, high: value + 6, grain: 1 });
  return { next, values, digits: false, scale, vague: false, rhetorical, ordinal };
}

/**
 * What older English puts after a number: “sixty and five”, “five and thirty”, “an hundred and fourscore”. Today “twenty
 * and five” may also be two numbers, so that both readings are kept.
 */
function readOlder(tokens: readonly Token[], at: number, value: number): EnglishNumeral | null {
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
function readVague(tokens: readonly Token[], at: number): EnglishNumeral | null {
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

/** Reads the number that begins with this token, or returns `null`. */
export function readEnglishNumeral(tokens: readonly Token[], at: number): EnglishNumeral | null {
  if (tokens[at]?.kind === "digits") return readDigits(tokens, at);
  return readVague(tokens, at) ?? readWords(tokens, at);
}
