import { readEnglishCalendar, readEnglishClock, readOClock, spokenMinutes } from "@/lib/check/facts/english-calendar";
import { type EnglishNumeral, readEnglishNumeral } from "@/lib/check/facts/english-numerals";
import { type Token, tokenize } from "@/lib/check/facts/english-tokens";
import { type Mention, type Unit, type Value, exactly, kindOf } from "@/lib/check/facts/fact";
import { clock, currencySigns, englishUnits, fahrenheit, celsius, percent, ratio } from "@/lib/check/facts/units";

type Reading = { readonly next: number; readonly mentions: readonly Mention[] };

const multiples: ReadonlyMap<string, number> = new Map(
  [
    "half",
    "",
    "double twice twofold",
    "triple treble threefold thrice",
    "quadruple fourfold",
    "quintuple fivefold",
    "sextuple sixfold",
    "septuple sevenfold",
    "octuple eightfold",
    "ninefold",
    "tenfold",
  ].flatMap((words, value) =>
    words
      .split(" ")
      .filter((word) => value > 1 && word !== "")
      .map((word): [string, number] => [word, value]),
  ),
);
const multipleForm =
  /^(double|triple|treble|quadruple|quintuple|sextuple|septuple|octuple)[ds]?$|^(?:doubling|tripling|trebling|quadrupling)$/;
const pairs = /^(?:both|pair|pairs|couple|twins?|either|neither|twosome)$/;
const parts: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["third", 3],
  ["thirds", 3],
  ["quarter", 4],
  ["quarters", 4],
  ["fourth", 4],
  ["fourths", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["sixth", 6],
  ["sixths", 6],
  ["seventh", 7],
  ["sevenths", 7],
  ["eighth", 8],
  ["eighths", 8],
  ["ninth", 9],
  ["ninths", 9],
  ["tenth", 10],
  ["tenths", 10],
  ["hundredth", 100],
  ["hundredths", 100],
]);
const hedges =
  /(?:about|around|nearly|almost|over|more than|some|approximately|roughly|under|less than|fewer than|at least|at most|up to|close to|just short of|as many as|as much as|upwards? of|above|below|exceed(?:s|ed|ing)?|early|late|mid|top(?:s|ped|ping)?|circa|c|est|estimated|than)\s*-?\s*[¥$€£~]*$|~$/;
const romans: ReadonlyMap<string, number> = new Map([
  ["II", 2],
  ["III", 3],
  ["IV", 4],
  ["VI", 6],
  ["VII", 7],
  ["VIII", 8],
  ["IX", 9],
  ["XI", 11],
  ["XII", 12],
  ["XIII", 13],
  ["XIV", 14],
  ["XV", 15],
  ["XVI", 16],
  ["XVIII", 18],
  ["XIX", 19],
  ["XX", 20],
  ["XXI", 21],
  ["V", 5],
  ["X", 10],
]);

const isWord = (token: Token | undefined, ...texts: string[]) => token !== undefined && texts.includes(token.text);
const joinedAt = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === "-" && tokens[at + 1]?.spaced === false ? at + 1 : at;

function unitAt(tokens: readonly Token[], at: number): { unit: Unit; next: number } | null {
  let here = joinedAt(tokens, at);
  if (
    isWord(tokens[here], "us", "u", "american", "hong", "new", "australian", "canadian", "singapore") &&
    !isWord(tokens[here + 1], "years", "days")
  ) {
    const ahead = [1, 2, 3, 4].find((more) => isWord(tokens[here + more], "dollar", "dollars"));
    if (ahead && ahead < 5) here += ahead;
  }
  const square = isWord(tokens[here], "square", "cubic", "nautical", "sq", "light");
  const token = tokens[square ? joinedAt(tokens, here + 1) : here];
  if (isWord(token, "per") && isWord(tokens[here + 1], "cent")) return { unit: percent, next: here + 2 };
  if (isWord(token, "percentage"))
    return { unit: percent, next: here + (isWord(tokens[here + 1], "point", "points") ? 2 : 1) };
  if (token?.text === "°" || isWord(token, "degree", "degrees")) {
    const scale = tokens[here + 1];
    if (isWord(scale, "c", "celsius", "centigrade")) return { unit: celsius, next: here + 2 };
    if (isWord(scale, "f", "fahrenheit")) return { unit: fahrenheit, next: here + 2 };
  }
  const unit = englishUnits.get(token?.text.replace(/'s?$/, "") ?? "");
  if (!unit || !token) return null;
  if (square) {
    if (unit.family !== "length") return null;
    const isArea = isWord(tokens[here], "square", "sq");
    const family = isArea ? ("area" as const) : ("volume" as const);
    return {
      unit: { family, factor: isArea ? unit.factor ** 2 : unit.factor ** 3 * 1000, loose: !isArea },
      next: here + 2,
    };
  }
  return { unit, next: here + 1 };
}

/** The sign or code of a currency right before the number, and where it begins. */
function signBefore(folded: string, at: number): { unit: Unit; start: number } | null {
  const found = /(US\s?\$|HK\$|NT\$|[ACS]\$|USD|HKD|RMB|CNY|EUR|GBP|JPY|[$€£¥₽₩₹])\s?$/i.exec(
    folded.slice(Math.max(0, at - 5), at),
  );
  const unit = found && currencySigns.get((found[1] ?? "").toUpperCase().replace(/\s/, ""));
  return found && unit ? { unit, start: at - found[0].length } : null;
}

function isFirm(numeral: EnglishNumeral, unit: Unit | undefined): boolean {
  const low = numeral.values[0]?.low ?? 0;
  if (numeral.digits) return unit !== undefined || low > 2 || (numeral.values[0]?.grain ?? 1) < 1;
  return !numeral.vague && !numeral.rhetorical && low >= 11;
}

function inherit(tokens: readonly Token[], numeral: EnglishNumeral): { scale: number; unit: Unit | undefined } | null {
  const joint = tokens[numeral.next];
  if (!joint || !(/^[-–—~]$/.test(joint.text) || isWord(joint, "to", "or", "and"))) return null;
  const sign = /^[$€£¥]$/.test(tokens[numeral.next + 1]?.text ?? "") ? 1 : 0;
  const second = tokens[numeral.next + 1 + sign] ? readEnglishNumeral(tokens, numeral.next + 1 + sign) : null;
  if (!second) return null;
  const range = joint.text !== "and" && joint.text !== "or";
  return {
    scale: second.scale,
    unit: range || second.digits === numeral.digits ? unitAt(tokens, second.next)?.unit : undefined,
  };
}

function readNumber(folded: string, tokens: readonly Token[], at: number): Reading | null {
  const numeral = readEnglishNumeral(tokens, at);
  const first = tokens[at];
  if (!numeral || !first) return null;
  let { next } = numeral;
  const values: Value[] = [...numeral.values];
  const low = values[0]?.low ?? 0;
  if (!numeral.ordinal) {
    const spoken = readOClock(tokens, next - 1, low);
    if (spoken) return { ...spoken, mentions: spoken.mentions.map((mention) => ({ ...mention, start: first.start })) };
  }
  const before = tokens.slice(Math.max(0, at - 2), at).map(({ text }) => text);
  const spokenTime = low > 0 && low <= 12 ? spokenMinutes(before, low) : null;
  if (spokenTime) {
    const mention: Mention = {
      kind: "time",
      start: first.start,
      end: first.end,
      values: [...spokenTime, exactly(low)],
      unit: clock,
      firm: false,
      digits: false,
      hedged: false,
    };
    return { next, mentions: [mention] };
  }
  // 1981-87, 2019/20
  const [dash, begin] = [tokens[at - 1], tokens[at - 2]];
  if (/^\d\d$/.test(first.text) && dash && /^[-–/]$/.test(dash.text) && /^[12]\d{3}$/.test(begin?.text ?? "")) {
    values.push(exactly(Math.floor(Number(begin?.text) / 100) * 100 + low));
  }
  const half = tokens[joinedAt(tokens, next)];
  const fraction = parts.get(half?.text ?? "");
  if (
    fraction &&
    half &&
    !numeral.ordinal &&
    low > 0 &&
    low < 100 &&
    !(low > 1 && fraction === 100 && isWord(half, "hundredth")) &&
    !(fraction === 4 && isWord(half, "quarters") && low > 3)
  ) {
    next = joinedAt(tokens, next) + 1;
    const share = { low: low / fraction, high: low / fraction, grain: 0.01 };
    const asUnit = fraction === 4 ? [exactly(low)] : [];
    const mention: Mention = {
      kind: "percentage",
      start: first.start,
      end: half.end,
      values: [share, ...asUnit],
      unit: asUnit.length ? undefined : ratio,
      firm: low > 1 && fraction > 2 && !asUnit.length,
      digits: false,
      hedged: false,
    };
    return { next, mentions: [mention] };
  }
  const slash = tokens[next];
  const below = tokens[next + 1];
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
      values: [{ low: share, high: share, grain: 0.01 }, exactly(low), exactly(Number(below.text))],
      firm: true,
      digits: true,
      hedged: false,
    };
    return { next: next + 2, mentions: [mention] };
  }
  const sign = signBefore(folded, first.start);
  const suffix = unitAt(tokens, next);
  let unit = sign?.unit;
  if (suffix && !numeral.ordinal && (!unit || suffix.unit.family === "currency")) {
    unit = suffix.unit;
    next = suffix.next;
  }
  const after = tokens[joinedAt(tokens, next)];
  const isCentury = numeral.ordinal && isWord(after, "century", "centuries");
  if (isCentury) next = joinedAt(tokens, next) + 1;
  // Two years and a half.
  const andHalf = suffix && ["and", "a", "half"].every((word, index) => isWord(tokens[suffix.next + index], word));
  if (andHalf) {
    values.push({ low: low + 0.5, high: low + 0.5, grain: 0.1 });
    next += 3;
  }
  const shared = inherit(tokens, numeral);
  if (shared && numeral.scale === 1 && shared.scale > 1)
    values.push(
      ...numeral.values.map((value) => ({
        low: value.low * shared.scale,
        high: value.high * shared.scale,
        grain: value.grain * shared.scale,
      })),
    );
  if (shared && !unit) unit = shared.unit;
  const end = tokens[next - 1]?.end ?? first.end;
  const start = sign?.start ?? first.start;
  const around = folded.slice(Math.max(0, start - 16), start).toLowerCase();
  const following = folded.slice(end, end + 12).toLowerCase();
  const ageUnit = unit?.family === "span" && /^[\s-]olds?\b/.test(following) ? undefined : unit;
  const mention: Mention = {
    kind: isCentury ? "date" : kindOf(ageUnit),
    start,
    end,
    values,
    unit: ageUnit,
    // Twenty past five.
    firm:
      isFirm(numeral, ageUnit) &&
      !(
        !numeral.digits &&
        /^ (?:minutes )?(?:past|to|after) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/.test(
          folded.slice(end, end + 28).toLowerCase(),
        )
      ),
    digits: numeral.digits,
    hedged: numeral.vague || hedges.test(around) || /^(?:\+|-odd|-plus| or so| or more| plus| odd)/.test(following),
    role: numeral.ordinal
      ? "rank"
      : /^[\s-][a-z]/.test(folded.slice(tokens[numeral.next - 1]?.end ?? end).slice(0, 2))
        ? "count"
        : undefined,
  };
  return { next, mentions: [mention] };
}

/** Words that say a quantity by the way: evidence for the other side, never missed themselves. */
function readByTheWay(tokens: readonly Token[], at: number, folded: string): Reading | null {
  const token = tokens[at];
  if (!token || token.kind !== "word") return null;
  const weak = (values: Value[], unit?: Unit, next = at + 1): Reading => ({
    next,
    mentions: [
      {
        kind: kindOf(unit),
        start: token.start,
        end: tokens[next - 1]?.end ?? token.end,
        values,
        unit,
        firm: false,
        digits: false,
        hedged: true,
      },
    ],
  });
  const many = multiples.get(
    multipleForm.exec(token.text)?.[1] ?? token.text.replace(/^(doubl|tripl|trebl|quadrupl)ing$/, "$1e"),
  );
  if (many) return weak([exactly(many), exactly(many - 1)]);
  if (pairs.test(token.text)) return weak([exactly(2)]);
  if (/^(?:halv(?:e|ed|es|ing)|half|halves|halfway)$/.test(token.text)) {
    const joint = joinedAt(tokens, at + 1);
    const unit = unitAt(tokens, isWord(tokens[joint], "a", "an") ? joinedAt(tokens, joint + 1) : joint);
    if (unit && unit.unit.family === "span") return weak([{ low: 0.5, high: 0.5, grain: 0.1 }], unit.unit, unit.next);
    return weak([{ low: 0.5, high: 0.5, grain: 0.01 }, exactly(1.5, 0.1)], ratio);
  }
  const fraction = parts.get(token.text);
  // A quarter of a year.
  const isOfUnit = fraction && isWord(tokens[at + 1], "of") && isWord(tokens[at + 2], "a", "an");
  const ofUnit = isOfUnit ? unitAt(tokens, at + 3) : null;
  if (fraction && ofUnit) return weak([exactly(1 / fraction, 0.01)], ofUnit.unit, ofUnit.next);
  if (fraction && fraction > 2)
    return weak([{ low: 1 / fraction, high: 1 / fraction, grain: 0.01 }, exactly(fraction), exactly(15)]);
  if (token.text === "fortnight") return weak([exactly(2)], englishUnits.get("week"));
  // “By the end of the decade” says a year without saying which.
  if (
    isWord(token, "decade") &&
    /(?:this|the|current) $/i.test(folded.slice(Math.max(0, token.start - 8), token.start))
  ) {
    return weak([2000, 2010, 2020, 2030, 2040, 2050, 10].map((year) => exactly(year)));
  }
  if (isWord(token, "decade", "decades", "century", "centuries", "score"))
    return weak([exactly(token.text.startsWith("d") ? 10 : 100), exactly(1)]);
  // A year, an hour and a half.
  if (isWord(token, "a", "an")) {
    const unit = unitAt(tokens, at + 1);
    if (!unit || unit.unit.family === "currency" || isWord(tokens[at + 1], "quarter")) return null;
    const half = ["and", "a", "half"].every((word, index) => isWord(tokens[unit.next + index], word));
    return weak([exactly(half ? 1.5 : 1, 0.1)], unit.unit, half ? unit.next + 3 : unit.next);
  }
  const roman = romans.get(folded.slice(token.start, token.end));
  if (roman) return weak([exactly(roman)]);
  return null;
}

/**
 * Finds what an English text says in numbers, dates, times, amounts and measures, from left to right. Digits inside a
 * name (GPT-4, A100) belong to the name.
 * @param folded - the text after `foldEnglish`
 */
export function findEnglishFacts(folded: string): Mention[] {
  const tokens = tokenize(folded);
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token?.kind === "digits" && isInName(tokens, at, folded)) {
      mentions.push({
        kind: "number",
        start: token.start,
        end: token.end,
        values: [exactly(Number(token.text.replaceAll(",", "")))],
        firm: false,
        digits: false,
        hedged: false,
      });
      at++;
      continue;
    }
    const reading =
      readEnglishCalendar(tokens, at) ??
      readEnglishClock(tokens, at) ??
      readNumber(folded, tokens, at) ??
      readByTheWay(tokens, at, folded);
    if (reading) mentions.push(...reading.mentions);
    at = Math.max(at + 1, reading?.next ?? 0);
  }
  return mentions;
}

const isAmount = (tokens: readonly Token[], at: number) =>
  /,/.test(tokens[at]?.text ?? "") || /^(?:million|billion|trillion|bn|m)$/.test(tokens[at + 1]?.text ?? "");

const run = /[A-Za-z0-9_./-]/;
const notNames =
  /^(?:mid|pre|post|early|late|top|under|over|sub|non|about|circa|and|or|to|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/**
 * `GPT-4`, `A100`, `COVID-19`, `x86_64`, `gentoo-0.9.12`: digits after letters, with nothing but digits, dots, hyphens
 * and the like between them.
 */
function isInName(tokens: readonly Token[], at: number, folded: string): boolean {
  const token = tokens[at];
  if (token && /^[GD](?![A-Za-z])/.test(folded.slice(token.end, token.end + 2))) return true;
  if (!token || token.spaced || signBefore(folded, token.start)) return false;
  let from = token.start;
  // N585 million is an amount in naira.
  if (isAmount(tokens, at) && /(?:^|[^A-Za-z])(?:[A-Z]|Rs|Rp)$/.test(folded.slice(Math.max(0, from - 3), from)))
    return false;
  while (from > 0 && token.start - from < 80 && run.test(folded[from - 1] ?? "")) from--;
  const before = folded.slice(from, token.start);
  if (/[A-Za-z_]$/.test(before)) return !/(?:^|[^A-Za-z])(?:p|pp|c|ca)$/.test(before);
  const word = /([A-Za-z][A-Za-z0-9_]*)[-/]([\d.-]*)$/.exec(before);
  if (!word) return /[A-Za-z][\w/]*[_/][\w./-]*$/.test(before);
  const [, name = "", version = ""] = word;
  return !notNames.test(name) && (/[A-Z\d_]/.test(name) || version !== "" || /\d\.\d/.test(token.text));
}
