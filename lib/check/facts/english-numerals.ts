import {
  type EnglishNumeral,
  by,
  exact,
  joined,
  onesOf,
  ordinalOf,
  readScales,
  scaleOf,
  suffixOf,
  tensOf,
} from "@/lib/check/facts/english-number-words";
import { readOlder, readVague } from "@/lib/check/facts/english-rough-numerals";
import { type Token } from "@/lib/check/facts/english-tokens";

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

/** Reads the number that begins with this token, or returns `null`. */
export function readEnglishNumeral(tokens: readonly Token[], at: number): EnglishNumeral | null {
  if (tokens[at]?.kind === "digits") return readDigits(tokens, at);
  return readVague(tokens, at) ?? readWords(tokens, at);
}
