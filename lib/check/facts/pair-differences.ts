import { type FactDifference, type FactKind, type Mention, type Value } from "@/lib/check/facts/fact";

type Candidate = {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
  readonly values?: readonly Value[];
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
    clash.add(one);
  }
  return clash;
}

/** How likely two differences are one: by kind, by size, by place. Higher is likelier; `null` is never. */
function likeness(a: Candidate, b: Candidate, place: number): number | null {
  const [one, other] = [a.values?.[0]?.low, b.values?.[0]?.low];
  if ((a.kind === "name") !== (b.kind === "name")) return null;
  const kinds = a.kind === b.kind ? 2 : a.kind === "number" || b.kind === "number" ? 1 : 0;
  if (a.kind === "name") return kinds - place;
  if (one === undefined || other === undefined || kinds === 0) return null;
  const apart = Math.abs(Math.log10((Math.abs(one) + 1) / (Math.abs(other) + 1)));
  // One number for another is a slip of a digit, or of a zero or more; evidence in words must come closer.
  const slip = apart < 0.5 || (a.reported && b.reported && Math.abs(apart - Math.round(apart)) < 0.02);
  if (!slip || (apart > 0.35 && !(a.reported && b.reported))) return null;
  return kinds - Math.min(apart, 2) - place;
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
