import { parts } from "@/lib/check/facts/english-by-the-way";
import { type EnglishNumeral, joined } from "@/lib/check/facts/english-number-words";
import { readEnglishNumeral } from "@/lib/check/facts/english-numerals";
import { type Token } from "@/lib/check/facts/english-tokens";
import { isWord, unitAt } from "@/lib/check/facts/english-units";
import { type Mention, exactly } from "@/lib/check/facts/fact";
import { ratio } from "@/lib/check/facts/units";

type Reading = { readonly next: number; readonly mentions: readonly Mention[] };

/** Reads “two-thirds”, “three quarters”, “1/3”. */
export function readShare(tokens: readonly Token[], at: number, numeral: EnglishNumeral): Reading | null {
  const first = tokens[at];
  const low = numeral.values[0]?.low ?? 0;
  if (!first) return null;
  const half = tokens[joined(tokens, numeral.next)];
  const fraction = parts.get(half?.text ?? "");
  if (
    fraction &&
    half &&
    low > 0 &&
    low < 100 &&
    !(low > 1 && fraction === 100 && isWord(half, "hundredth")) &&
    !(fraction === 4 && isWord(half, "quarters") && low > 3)
  ) {
    const share = { low: low / fraction, high: low / fraction, grain: 0.01 };
    const asUnit = fraction === 4 ? [exactly(low)] : [];
    const next = joined(tokens, numeral.next) + 1;
    // Three-quarters of a percentage point.
    const ofUnit = isWord(tokens[next], "of") && isWord(tokens[next + 1], "a") ? unitAt(tokens, next + 2) : null;
    const points = ofUnit?.unit.family === "ratio" ? ofUnit : null;
    const mention: Mention = {
      kind: "percentage",
      start: first.start,
      end: half.end,
      values: points ? [share] : [share, ...asUnit],
      unit: points?.unit ?? (asUnit.length ? undefined : ratio),
      firm: low > 1 && fraction > 2 && !asUnit.length,
      digits: false,
      hedged: false,
    };
    return { next: points?.next ?? next, mentions: [mention] };
  }
  // 24/7: all the time.
  if (low === 24 && isWord(tokens[numeral.next], "/") && isWord(tokens[numeral.next + 1], "7")) {
    return { next: numeral.next + 2, mentions: [] };
  }
  const slash = tokens[numeral.next];
  const below = tokens[numeral.next + 1];
  if (
    numeral.digits &&
    slash?.text === "/" &&
    !slash.spaced &&
    below?.kind === "digits" &&
    !below.spaced &&
    Number(below.text) > low
  ) {
    const share = low / Number(below.text);
    const mention: Mention = {
      kind: "number",
      start: first.start,
      end: below.end,
      values: [
        { low: share, high: share, grain: 0.01 },
        exactly(low),
        exactly(Number(below.text)),
        exactly(Number(`${low}${below.text}`)),
      ],
      firm: true,
      digits: true,
      hedged: false,
    };
    return { next: numeral.next + 2, mentions: [mention] };
  }
  return null;
}

/** Reads “one in five” and “one out of every ten” once more, as a share. */
export function shareOut(tokens: readonly Token[], at: number, { next, mentions }: Reading): Mention[] {
  const few = mentions[0]?.values[0]?.low ?? 0;
  const out =
    isWord(tokens[next], "out") && isWord(tokens[next + 1], "of")
      ? next + 2
      : isWord(tokens[next], "in")
        ? next + 1
        : 0;
  if (!out || few < 1 || few > 9) return [];
  const from = isWord(tokens[out], "every") ? out + 1 : out;
  const many = tokens[from] ? readEnglishNumeral(tokens, from) : null;
  const whole = many?.values[0]?.low ?? 0;
  const [first, last] = [tokens[at], tokens[(many?.next ?? 1) - 1]];
  if (!first || !last || whole <= few || whole > 1000) return [];
  const share = { low: few / whole, high: few / whole, grain: 0.01 };
  return [
    {
      kind: "percentage",
      start: first.start,
      end: last.end,
      values: [share],
      unit: ratio,
      firm: false,
      digits: false,
      hedged: false,
    },
  ];
}
