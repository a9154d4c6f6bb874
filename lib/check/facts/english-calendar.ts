import { type Token } from "@/lib/check/facts/english-tokens";
import { type Mention, type Unit, type Value, between, exactly } from "@/lib/check/facts/fact";
import { clock, month, weekday } from "@/lib/check/facts/units";

const months = "january february march april may june july august september october november december".split(" ");
const monthOf: ReadonlyMap<string, number> = new Map([
  ...months.map((name, index): [string, number] => [name, index + 1]),
  ...months.map((name, index): [string, number] => [name.slice(0, 3), index + 1]),
  ["sept", 9],
]);
const days = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const dayOf: ReadonlyMap<string, number> = new Map([
  ...days.map((name, index): [string, number] => [name, index + 1]),
  ...days.map((name, index): [string, number] => [`${name}s`, index + 1]),
  ["mon", 1],
  ["tue", 2],
  ["tues", 2],
  ["wed", 3],
  ["thu", 4],
  ["thur", 4],
  ["thurs", 4],
  ["fri", 5],
  ["sat", 6],
]);
/** Names that are also words or persons: they need a date around them. */
const doubtful = /^(?:may|march|april|june|august|jan|mar|dec|sat|sun|wed|mon|fri)$/;
const beforeMonth = /^(?:in|of|by|since|until|till|early|mid|late|last|next|this|during|before|after|from|every|each)$/;

type Reading = { readonly next: number; readonly mentions: readonly Mention[] };

function say(
  kind: "date" | "time",
  from: Token,
  to: Token,
  values: Value[],
  unit: Unit | undefined,
  firm = true,
  digits = true,
): Mention {
  return { kind, start: from.start, end: to.end, values, unit, firm, digits, hedged: false };
}

const isDay = (token: Token | undefined) =>
  token?.kind === "digits" && /^\d{1,2}$/.test(token.text) && Number(token.text) < 32;

/** Whether a word that may name a month does so here. */
function isMonth(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.capital || (!token.spaced && tokens[at - 1]?.kind === "digits")) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (!doubtful.test(token.text) && token.text.length > 3) return true;
  const dated = (one: Token | undefined) => isDay(one) || /^[12]\d{3}$/.test(one?.text ?? "");
  if (dated(after) || (after?.text === "." && dated(tokens[at + 2])) || (after?.text === "," && dated(tokens[at + 2])))
    return true;
  if (isDay(before) || (/^(?:st|nd|rd|th)$/.test(before?.text ?? "") && isDay(tokens[at - 2]))) return true;
  return (
    token.text.length > 2 &&
    monthOf.get(token.text) !== undefined &&
    (token.text.length > 3 || token.text === "may") &&
    beforeMonth.test(before?.text ?? "")
  );
}

/** Reads a month, a week day, `2024-03-05`, or the 1980s. */
export function readEnglishCalendar(tokens: readonly Token[], at: number): Reading | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "word") {
    const ofYear = monthOf.get(token.text);
    if (ofYear && token.capital && (token.text.length > 2 || isMonth(tokens, at))) {
      const firm = isMonth(tokens, at);
      return { next: at + 1, mentions: [say("date", token, token, [exactly(ofYear)], month, firm, firm)] };
    }
    const ofWeek = dayOf.get(token.text);
    if (ofWeek && token.capital && (token.text.length > 5 || tokens[at + 1]?.text === ".")) {
      return { next: at + 1, mentions: [say("date", token, token, [exactly(ofWeek)], weekday)] };
    }
    return null;
  }
  if (token.kind !== "digits") return null;
  const [dash, second, again, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  if (
    dash &&
    second &&
    third &&
    /^[-/]$/.test(dash.text) &&
    again?.text === dash.text &&
    !second.spaced &&
    !third.spaced &&
    second.kind === "digits" &&
    third.kind === "digits"
  ) {
    const parts = [token, second, third];
    if (parts.some((part) => /^[12]\d{3}$/.test(part.text)) && parts.every((part) => /^\d{1,4}$/.test(part.text))) {
      return {
        next: at + 5,
        mentions: parts.map((part) => say("date", part, part, [exactly(Number(part.text))], undefined)),
      };
    }
  }
  return readDecade(tokens, at);
}

function readDecade(tokens: readonly Token[], at: number): Reading | null {
  const token = tokens[at];
  const apostrophe = tokens[at + 1]?.text === "'" && tokens[at + 2]?.text === "s";
  const ending = apostrophe ? tokens[at + 2] : tokens[at + 1];
  if (
    !token ||
    !/^(?:\d{2}|[12]\d{2})0$|^\d0$/.test(token.text) ||
    ending?.text.replace("'", "") !== "s" ||
    ending.spaced
  )
    return null;
  const first = Number(token.text);
  const values = [exactly(first), between(first, first + 9)];
  if (first < 100) values.push(between(1900 + first, 1909 + first), between(2000 + first, 2009 + first));
  // The 1900s are ten years or a hundred: the twentieth century.
  if (first % 100 === 0) values.push(exactly(first / 100 + 1), between(first, first + 99));
  return { next: at + (apostrophe ? 3 : 2), mentions: [say("date", token, ending, values, undefined)] };
}

const noon = 720;
const isPart = (text: string) => /^[ap]$/.test(text);

/** Which half of the day is named after the hour: `a.m.`, `pm`, `in the evening`; and the token after it. */
function halfOfDay(tokens: readonly Token[], at: number): { half: "am" | "pm" | null; next: number } {
  const text = tokens[at]?.text ?? "";
  if (/^[ap]m$/.test(text)) return { half: text === "am" ? "am" : "pm", next: at + 1 };
  if (isPart(text) && tokens[at + 1]?.text === "." && tokens[at + 2]?.text === "m") {
    return { half: text === "a" ? "am" : "pm", next: tokens[at + 3]?.text === "." ? at + 4 : at + 3 };
  }
  const words = [0, 1, 2].map((more) => tokens[at + more]?.text ?? "").join(" ");
  if (/^in the morning$/.test(words)) return { half: "am", next: at + 3 };
  if (/^in the (?:afternoon|evening)$/.test(words) || /^at night/.test(words))
    return { half: "pm", next: at + (words.startsWith("at") ? 2 : 3) };
  return { half: null, next: at };
}

function minutes(hour: number, minute: number, half: "am" | "pm" | null): Value[] {
  if (hour > 12 || hour === 0) return [exactly((hour % 24) * 60 + minute)];
  const early = (hour % 12) * 60 + minute;
  if (half === "am") return [exactly(early)];
  return half === "pm" ? [exactly(early + noon)] : [exactly(early), exactly(early + noon)];
}

/** Reads a time of day: `8:30 p.m.`, `8.30am`, `20:30`, `8 pm`, `noon`. Hours in words are left to `readSpokenTime`. */
export function readEnglishClock(tokens: readonly Token[], at: number): Reading | null {
  const token = tokens[at];
  if (token?.text === "noon" || token?.text === "midday")
    return { next: at + 1, mentions: [say("time", token, token, [exactly(noon)], clock, false)] };
  if (token?.text === "midnight")
    return { next: at + 1, mentions: [say("time", token, token, [exactly(0)], clock, false)] };
  if (token?.kind !== "digits") return null;
  const colon =
    tokens[at + 1]?.text === ":" && tokens[at + 2]?.spaced === false && /^[0-5]\d$/.test(tokens[at + 2]?.text ?? "");
  const pointed = /^(\d{1,2})\.([0-5]\d)$/.exec(token.text);
  const hour = Number(pointed?.[1] ?? token.text);
  if (hour > 24 || !Number.isInteger(hour)) return null;
  let after = colon ? at + 3 : at + 1;
  const seconds = colon && tokens[after]?.text === ":" && /^[0-5]\d$/.test(tokens[after + 1]?.text ?? "");
  if (seconds) after += 2;
  const { half, next } = halfOfDay(tokens, after);
  const last = tokens[next - 1] ?? token;
  if (colon && seconds) {
    const minute = Number(tokens[at + 2]?.text);
    const length = exactly(hour * 3600 + minute * 60 + Number(tokens[after - 1]?.text));
    return { next, mentions: [say("time", token, last, [...minutes(hour, minute, half), length], clock)] };
  }
  if (colon)
    return { next, mentions: [say("time", token, last, minutes(hour, Number(tokens[at + 2]?.text), half), clock)] };
  if (pointed && half)
    return { next, mentions: [say("time", token, last, minutes(hour, Number(pointed[2]), half), clock)] };
  if (half && next > at + 1)
    return { next, mentions: [say("time", token, last, [...minutes(hour, 0, half), exactly(hour)], clock)] };
  return readOClock(tokens, at, hour);
}

/** Reads `eight o'clock`, `8 o'clock in the evening`, `eight p.m.`. */
export function readOClock(tokens: readonly Token[], at: number, hour: number): Reading | null {
  const [token, o] = [tokens[at], tokens[at + 1]];
  if (!token || !o || hour > 24 || hour < 0) return null;
  const spoken =
    o.text === "o'clock"
      ? at + 2
      : o.text === "o" && tokens[at + 2]?.text === "'" && tokens[at + 3]?.text === "clock"
        ? at + 4
        : 0;
  if (!spoken && token.kind === "word") {
    const { half, next } = halfOfDay(tokens, at + 1);
    const values = [...minutes(hour, 0, half), exactly(hour)];
    return half && { next, mentions: [say("time", token, tokens[next - 1] ?? token, values, clock, false, false)] };
  }
  if (!spoken) return null;
  const { half, next } = halfOfDay(tokens, spoken);
  return {
    next,
    mentions: [
      say(
        "time",
        token,
        tokens[next - 1] ?? token,
        minutes(hour, 0, half),
        clock,
        token.kind === "digits",
        token.kind === "digits",
      ),
    ],
  };
}

/** Reads `half past eight`, `a quarter to nine`, `eight-thirty`, `twenty past three`. */
export function spokenMinutes(before: readonly string[], hour: number): Value[] | null {
  const words = before.join(" ");
  const found = /(half|quarter|five|ten|twenty|twenty-five) (past|after|to|before|of)$/.exec(words);
  if (!found) return null;
  const count = { half: 30, quarter: 15, five: 5, ten: 10, twenty: 20, "twenty-five": 25 }[found[1] ?? ""] ?? 0;
  return /past|after/.test(found[2] ?? "")
    ? minutes(hour, count, null)
    : minutes(hour, 0, null).map(({ low }) => exactly((low - count + 1440) % 1440));
}
