import { type Mention, exactly } from "@/lib/check/facts/fact";

/** Days that are called by their numbers or have a name, and that English calls by their date. */
const feasts: readonly (readonly [string, number, number])[] = [
  ["元旦", 1, 1],
  ["三八", 3, 8],
  ["五一", 5, 1],
  ["五四", 5, 4],
  ["五卅", 5, 30],
  ["六一", 6, 1],
  ["七七", 7, 7],
  ["七一", 7, 1],
  ["八一", 8, 1],
  ["九一八", 9, 18],
  ["十一", 10, 1],
  ["双十", 10, 10],
  ["双十一", 11, 11],
  ["一二九", 12, 9],
  ["圣诞", 12, 25],
];

/** The month and the day of each feast that a text names: evidence only, so that another thing of that name does no harm. */
export function feastsIn(text: string): Mention[] {
  return feasts.flatMap(([name, month, day]) => {
    const at = text.indexOf(name);
    if (at < 0) return [];
    const place = {
      kind: "date" as const,
      start: at,
      end: at + name.length,
      firm: false,
      digits: false,
      hedged: false,
    };
    return [month, day].map((number) => ({ ...place, values: [exactly(number)] }));
  });
}
