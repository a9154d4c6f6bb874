/** What a difference is about; names what the whole expression says, not only its digits. */
export type FactKind = "number" | "date" | "time" | "currency" | "percentage" | "unit" | "name";

/** A fact that stands on one side of a passage and has no match on the other. */
export type FactDifference = {
  readonly kind: FactKind;
  /** The side where it stands, and the other lacks it. */
  readonly side: "chinese" | "english";
  /** As it stands in the text, character for character. */
  readonly written: string;
  /** UTF-16 offsets in the text of that side; `end` is not part of it. */
  readonly start: number;
  readonly end: number;
  /** What on the other side is probably meant, as it stands there; it is then not reported a second time. */
  readonly likely?: string;
};

/** A number, or anything between two numbers; `grain` is the step of the last written digit: 100,000 for 1.2 million. */
export type Value = { readonly low: number; readonly high: number; readonly grain: number };

/** What a number counts. Two units of one family can be converted into each other; `factor` leads to the base unit. */
export type Unit = {
  readonly family:
    | "ratio"
    | "currency"
    | "length"
    | "weight"
    | "area"
    | "volume"
    | "temperature"
    | "span"
    | "month"
    | "weekday"
    | "clock";
  /** For a currency its possible ISO 4217 codes: $ is several. */
  readonly codes?: readonly string[];
  /** Base units: 1, metre, kilogram, square metre, litre, day. Currencies are not converted. */
  readonly factor: number;
  /** Used so freely, or with so many other senses, that another unit on the other side is no contradiction: 里, 度. */
  readonly loose?: boolean;
};

/** A place in a text that says a quantity. */
export type Mention = {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
  /** All that it may mean; one of them is enough for a match. */
  readonly values: readonly Value[];
  readonly unit?: Unit;
  /** Whether it is missed when the other side lacks it; others are only evidence for what the other side says. */
  readonly firm: boolean;
  /** Written with digits, so that a translator hardly wrote it by the way. */
  readonly digits: boolean;
  /** Said to be about, over or under. */
  readonly hedged: boolean;
  /** How a small number in words stands: before what is counted, or as a rank. Only such ones can contradict each other. */
  readonly role?: "count" | "rank";
};

/** A single number, written to its last digit. */
export const exactly = (value: number, grain = 1): Value => ({ low: value, high: value, grain });

/** Anything from `low` to `high`, both included. */
export const between = (low: number, high: number): Value => ({ low, high, grain: 1 });

/** The kind of a number that has this unit. */
export function kindOf(unit: Unit | undefined): FactKind {
  if (!unit) return "number";
  if (unit.family === "ratio") return "percentage";
  if (unit.family === "currency") return "currency";
  if (unit.family === "month" || unit.family === "weekday") return "date";
  if (unit.family === "clock") return "time";
  return "unit";
}
