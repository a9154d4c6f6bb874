import { readByTheWay } from "@/lib/check/facts/english-by-the-way";
import { readEnglishCalendar, readEnglishClock, readOClock, spokenMinutes } from "@/lib/check/facts/english-calendar";
import { isInName } from "@/lib/check/facts/english-names";
import { type EnglishNumeral, joined } from "@/lib/check/facts/english-number-words";
import { readEnglishNumeral } from "@/lib/check/facts/english-numerals";
import { readShare, shareOut } from "@/lib/check/facts/english-shares";
import { type Token, tokenize } from "@/lib/check/facts/english-tokens";
import { isWord, signBefore, unitAt } from "@/lib/check/facts/english-units";
import { type Mention, type Unit, type Value, exactly, kindOf } from "@/lib/check/facts/fact";
import { clock } from "@/lib/check/facts/units";

type Reading = { readonly next: number; readonly mentions: readonly Mention[] };

const hedges =
  /(?:about|around|nearly|almost|over|more than|some|approximately|roughly|under|less than|fewer than|at least|at most|up to|close to|just short of|as many as|as much as|upwards? of|above|below|exceed(?:s|ed|ing)?|early|late|mid|top(?:s|ped|ping)?|circa|c|est|estimated|than)\s*-?\s*[¥$€£~]*$|~$/;
/** What follows “twenty” in “twenty past five”. */
const pastTheHour =
  /^ (?:minutes )?(?:past|to|after) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/;

/** Whether a translator who leaves this number out has probably made a mistake. */
function isFirm(numeral: EnglishNumeral, unit: Unit | undefined): boolean {
  const low = numeral.values[0]?.low ?? 0;
  if (numeral.digits) return unit !== undefined || low > 2 || (numeral.values[0]?.grain ?? 1) < 1;
  return !numeral.vague && !numeral.rhetorical && low >= 11;
}

/** What a number takes over from the one it is joined to: “3 to 5 million”, “30-40%”. */
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

/** Reads the hundredths after an amount of money. */
function readChange(tokens: readonly Token[], at: number): { next: number; part: number } | null {
  const from = isWord(tokens[at], "and") ? at + 1 : at;
  const numeral = tokens[from]?.kind === "word" ? readEnglishNumeral(tokens, from) : null;
  const amount = numeral?.values[0]?.low ?? 0;
  if (!numeral || numeral.vague || amount < 1 || amount > 99) return null;
  const isCents = isWord(tokens[numeral.next], "cents", "fen", "pence");
  if (!isCents && (from > at || amount < 10)) return null;
  return { next: isCents ? numeral.next + 1 : numeral.next, part: amount / 100 };
}

function readNumber(folded: string, tokens: readonly Token[], at: number): Reading | null {
  const numeral = readEnglishNumeral(tokens, at);
  const first = tokens[at];
  if (!numeral || !first) return null;
  let { next } = numeral;
  const values: Value[] = [...numeral.values];
  const low = values[0]?.low ?? 0;
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
  if (!numeral.ordinal) {
    const spoken = readOClock(tokens, next - 1, low);
    if (spoken) return { ...spoken, mentions: spoken.mentions.map((mention) => ({ ...mention, start: first.start })) };
  }
  // 1981-87, 2019/20
  const [dash, begin] = [tokens[at - 1], tokens[at - 2]];
  if (/^\d\d$/.test(first.text) && dash && /^[-–/]$/.test(dash.text) && /^[12]\d{3}$/.test(begin?.text ?? "")) {
    values.push(exactly(Math.floor(Number(begin?.text) / 100) * 100 + low));
  }
  const share = numeral.ordinal ? null : readShare(tokens, at, numeral);
  if (share) return share;
  const sign = signBefore(folded, first.start);
  const suffix = unitAt(tokens, next);
  let unit = sign?.unit;
  if (suffix && !numeral.ordinal && (!unit || suffix.unit.family === "currency")) {
    unit = suffix.unit;
    next = suffix.next;
  }
  // Three yuan fifty, two dollars and ten cents.
  const change = suffix?.unit.family === "currency" ? readChange(tokens, next) : null;
  if (change) {
    values.push({ low: low + change.part, high: low + change.part, grain: 0.01 });
    next = change.next;
  }
  const after = tokens[joined(tokens, next)];
  const isCentury = numeral.ordinal && isWord(after, "century", "centuries");
  if (isCentury) next = joined(tokens, next) + 1;
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
  const afterNumeral = tokens[numeral.next - 1]?.end ?? end;
  const isMinutes = !numeral.digits && pastTheHour.test(folded.slice(end, end + 28).toLowerCase());
  const mention: Mention = {
    kind: isCentury ? "date" : kindOf(ageUnit),
    start,
    end,
    values,
    unit: ageUnit,
    firm: isFirm(numeral, ageUnit) && !isMinutes,
    digits: numeral.digits,
    hedged: numeral.vague || hedges.test(around) || /^(?:\+|-odd|-plus| or so| or more| plus| odd)/.test(following),
    role: numeral.ordinal
      ? "rank"
      : /^[\s-][a-z]/.test(folded.slice(afterNumeral, afterNumeral + 2))
        ? "count"
        : undefined,
  };
  return { next, mentions: [mention] };
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
    if (reading) mentions.push(...reading.mentions, ...shareOut(tokens, at, reading));
    at = Math.max(at + 1, reading?.next ?? 0);
  }
  return mentions;
}
