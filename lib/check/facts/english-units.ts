import { joined } from "@/lib/check/facts/english-number-words";
import { type Token } from "@/lib/check/facts/english-tokens";
import { type Unit } from "@/lib/check/facts/fact";
import { celsius, currencySigns, englishUnits, fahrenheit, percent } from "@/lib/check/facts/units";

/** Whether a token is one of these words. */
export const isWord = (token: Token | undefined, ...texts: string[]) =>
  token !== undefined && texts.includes(token.text);

/** Reads the unit that stands at a token, and the token after it: “square metres”, “U.S. dollars”, “per cent”. */
export function unitAt(tokens: readonly Token[], at: number): { unit: Unit; next: number } | null {
  let here = joined(tokens, at);
  if (
    isWord(tokens[here], "us", "u", "american", "hong", "new", "australian", "canadian", "singapore") &&
    !isWord(tokens[here + 1], "years", "days")
  ) {
    const ahead = [1, 2, 3, 4].find((more) => isWord(tokens[here + more], "dollar", "dollars"));
    if (ahead && ahead < 5) here += ahead;
  }
  const square = isWord(tokens[here], "square", "cubic", "nautical", "sq", "light");
  const token = tokens[square ? joined(tokens, here + 1) : here];
  if (isWord(token, "per") && isWord(tokens[here + 1], "cent")) return { unit: percent, next: here + 2 };
  if (isWord(token, "basis") && isWord(tokens[here + 1], "point", "points")) {
    return { unit: { family: "ratio", factor: 0.0001 }, next: here + 2 };
  }
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
export function signBefore(folded: string, at: number): { unit: Unit; start: number } | null {
  const found = /(US\s?\$|HK\$|NT\$|[ACS]\$|USD|HKD|RMB|CNY|EUR|GBP|JPY|[$€£¥₽₩₹])\s?$/i.exec(
    folded.slice(Math.max(0, at - 5), at),
  );
  const unit = found && currencySigns.get((found[1] ?? "").toUpperCase().replace(/\s/, ""));
  return found && unit ? { unit, start: at - found[0].length } : null;
}
