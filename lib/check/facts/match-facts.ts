import { type Mention, type Unit, type Value } from "@/lib/check/facts/fact";

const epsilon = 1e-9;

/** Measures are rounded when they are converted; months have 28 to 31 days. */
const conversionTolerance: Readonly<Partial<Record<Unit["family"], number>>> = { span: 0.1 };

function powerBelow(value: number): number {
  let step = 1;
  while (step < 1e13 && value !== 0 && Math.abs(value % (step * 10)) < epsilon) step *= 10;
  return step;
}

/**
 * Whether two numbers may be the same. The one written less finely is taken as rounded: 7.2 billion for 72.014亿, but not
 * 30 for 34, since both are written to the last digit. A hedged one may also have been cut off or rounded up.
 */
function sameValue(a: Value, b: Value, hedged: boolean): boolean {
  const scale = Math.max(Math.abs(a.low), Math.abs(b.low), 1e-12);
  if (a.low <= b.high + scale * epsilon && b.low <= a.high + scale * epsilon) return true;
  const distance = Math.max(a.low - b.high, b.low - a.high);
  if (a.grain !== b.grain && distance <= Math.max(a.grain, b.grain) / 2 + scale * epsilon) return true;
  if (!hedged || a.low !== a.high || b.low !== b.high) return false;
  const step = Math.max(powerBelow(a.low), powerBelow(b.low), a.grain, b.grain);
  return distance < step && distance <= 0.1 * scale;
}

const converted = ({ low, high, grain }: Value, { family, factor }: Unit): Value => {
  // 32 °F is 0 °C.
  const offset = family === "temperature" && factor !== 1 ? -32 : 0;
  return { low: (low + offset) * factor, high: (high + offset) * factor, grain: grain * factor };
};

const widened = ({ low, high, grain }: Value, by: number): Value => ({
  low: low - Math.abs(low) * by,
  high: high + Math.abs(high) * by,
  grain,
});

/** Whether two units cannot stand for one thing. A loose unit, or none, contradicts nothing. */
export function contradict(a: Unit | undefined, b: Unit | undefined): boolean {
  if (!a || !b || a.loose || b.loose) return false;
  // 2:03:59 may be a time of day, or two hours and some.
  if (/^(?:clock|span)$/.test(a.family) && /^(?:clock|span)$/.test(b.family) && a.family !== b.family) return false;
  if (a.family !== b.family) return true;
  if (a.family === "currency") return !(a.codes ?? []).some((code) => b.codes?.includes(code));
  return a.factor !== b.factor;
}

/** Whether one mention can be what the other one says. */
export function matches(a: Mention, b: Mention): boolean {
  const hedged = a.hedged || b.hedged;
  if (!contradict(a.unit, b.unit)) {
    // The bare hour of a time is there for “at eleven”; between two times it would hide what half of the day is meant.
    const bothTimes = a.unit?.family === "clock" && b.unit?.family === "clock";
    const isBareHour = ({ values }: Mention, { low }: Value) => bothTimes && values.length > 1 && low > 0 && low <= 24;
    for (const one of a.values) {
      if (isBareHour(a, one)) continue;
      for (const other of b.values) if (!isBareHour(b, other) && sameValue(one, other, hedged)) return true;
    }
  }
  const [from, to] = [a.unit, b.unit];
  const ratioToBare = (from?.family === "ratio" && !to) || (to?.family === "ratio" && !from);
  if (
    !ratioToBare &&
    (!from || !to || from.family !== to.family || from.family === "currency" || from.factor === to.factor)
  )
    return false;
  const tolerance = from && to ? (conversionTolerance[from.family] ?? (from.family === "ratio" ? 0.02 : 0.06)) : 0;
  for (const one of a.values) {
    for (const other of b.values) {
      const base = from ? converted(one, from) : one;
      const otherBase = to ? converted(other, to) : other;
      if (sameValue(widened(base, tolerance), otherBase, hedged)) return true;
    }
  }
  return false;
}
