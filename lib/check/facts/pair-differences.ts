import { contradict } from "@/lib/check/facts/match-facts";
import { type FactDifference, type FactKind, type Mention, type Unit, type Value } from "@/lib/check/facts/fact";

type Candidate = {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
  readonly values?: readonly Value[];
  readonly unit?: Unit;
  /** Whether it is worth a report by itself; others only say what is likely meant. */
  readonly reported: boolean;
};

/** Beyond so many differences on a side a guess would be worth little. */
const mostGuessed = 60;

/**
 * Small numbers in words that contradict each other (三个 and “four”): the only one of its sort left on each side, at
 * least three, both counting something or both a rank.
 */
export function contradictions(left: readonly Mention[], right: readonly Mention[]): ReadonlySet<Mention> {
  const clash = new Set<Mention>();
  for (const role of ["count", "rank"] as const) {
    const weak = (mentions: readonly Mention[]) =>
      mentions.filter(
        ({ firm, role: own, values: [value], hedged }) =>
          !firm &&
          own === role &&
          !hedged &&
          value !== undefined &&
          value.low === value.high &&
          value.low >= 3 &&
          value.low <= 12,
      );
    const [ours, theirs] = [weak(left), weak(right)];
    const [one, other] = [ours[0], theirs[0]];
    if (ours.length !== 1 || theirs.length !== 1 || !one || !other) continue;
    // 三天 and “four years” differ in more than the number: one of them is probably said elsewhere.
    if (one.unit?.family !== other.unit?.family || contradict(one.unit, other.unit)) continue;
    clash.add(one);
  }
  return clash;
}

/** What a mention amounts to, in base units for shares: 三成 and 40% are near each other. */
const amounts = ({ values = [], unit }: Candidate) =>
  values.map(({ low }) => low * (unit?.family === "ratio" ? unit.factor : 1));

const sorted = (digits: string) => [...digits].sort().join("");

/** How likely two differences are one: by kind, size, digits and place. Higher is likelier; `null` is never. */
function likeness(a: Candidate, b: Candidate, place: number): number | null {
  if ((a.kind === "name") !== (b.kind === "name")) return null;
  const loose = new Set([a.kind, b.kind]);
  const kinds = loose.size === 1 ? 2 : loose.has("number") || (loose.has("time") && loose.has("unit")) ? 1 : 0;
  if (a.kind === "name") return kinds - place;
  let apart = Infinity;
  let slip = 0;
  for (const one of amounts(a)) {
    for (const other of amounts(b)) {
      const distance = Math.abs(Math.log10((Math.abs(one) + 1e-9) / (Math.abs(other) + 1e-9)));
      apart = Math.min(apart, distance);
      const [ours, theirs] = [String(one), String(other)];
      if (sorted(ours) === sorted(theirs)) slip = Math.max(slip, 0.6);
      else if (ours.length === theirs.length) slip = Math.max(slip, 0.3);
      if (distance > 0.5 && Math.abs(distance - Math.round(distance)) < 0.01) slip = Math.max(slip, 0.3);
    }
  }
  const same = a.values?.some(({ low }) => b.values?.some((other) => other.low === low)) ?? false;
  if (kinds === 0 && !same) return null;
  // A slip of a digit, of two, or of some zeros; evidence in words must come close. A day or an hour may be any other.
  const surely = a.reported && b.reported;
  const near =
    same || apart < 0.35 || (surely && (apart < 0.5 || slip > 0)) || (a.kind === b.kind && /date|time/.test(a.kind));
  return near ? kinds + slip - Math.min(apart, 2) - place / 2 : null;
}

function describe(
  candidate: Candidate,
  side: "chinese" | "english",
  text: string,
  likely: string | undefined,
): FactDifference {
  const { kind, start, end } = candidate;
  return { kind, side, written: text.slice(start, end), start, end, ...(likely === undefined ? {} : { likely }) };
}

/** Pairs what is left over on both sides where one probably stands for the other, the likeliest first. */
export function pairUp(
  left: readonly Candidate[],
  right: readonly Candidate[],
  chinese: string,
  english: string,
): FactDifference[] {
  const partner = new Map<Candidate, Candidate>();
  const ours = left.slice(0, mostGuessed);
  const theirs = right.slice(0, mostGuessed);
  const pairs = ours.flatMap((one) =>
    theirs.flatMap((other) => {
      if (!one.reported && !other.reported) return [];
      const place = Math.abs(one.start / (chinese.length || 1) - other.start / (english.length || 1));
      const score = likeness(one, other, place);
      return score === null ? [] : [{ one, other, score }];
    }),
  );
  for (const { one, other } of pairs.sort((a, b) => b.score - a.score)) {
    if (partner.has(one) || partner.has(other)) continue;
    partner.set(one, other);
    partner.set(other, one);
  }
  const written = (text: string, mention: Candidate | undefined) => mention && text.slice(mention.start, mention.end);
  const byPlace = (a: Candidate, b: Candidate) => a.start - b.start;
  return [
    ...left
      .filter((one) => one.reported)
      .sort(byPlace)
      .map((one) => describe(one, "chinese", chinese, written(english, partner.get(one)))),
    ...right
      .filter((other) => other.reported && !(partner.get(other)?.reported ?? false))
      .sort(byPlace)
      .map((other) => describe(other, "english", english, written(chinese, partner.get(other)))),
  ];
}
