/** What is shown: parallel columns, interleaved, or one side alone. */
export const views = ["both", "stacked", "source", "translation"] as const;
export type View = (typeof views)[number];

/** Which side comes first: on the left of two columns, on top when stacked. */
export const firstSides = ["source", "translation"] as const;
export type First = (typeof firstSides)[number];

/** What a shared link may ask for. `null` leaves the choice to the reader: a link without it never undoes a setting. */
export type ViewChoice = { readonly view: View | null; readonly first: First | null };

/** For a reader who has chosen nothing. The page itself stacks the columns where they do not fit. */
export const defaultView: View = "both";
export const defaultFirst: First = "source";

/** A parsed query, as `URLSearchParams` and Next's `searchParams` have it. */
export type Query = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads `?view=` and `?first=` leniently: what is absent or not understood is `null` and spoils nothing else.
 * Of a repeated parameter the first counts, as in `URLSearchParams.get`.
 */
export function parseView(query: Query): ViewChoice {
  return { view: pick(views, readQuery(query, "view")), first: pick(firstSides, readQuery(query, "first")) };
}

/** The first value of a parameter; `null` where there is none. */
export function readQuery(query: Query, name: string): string | null {
  if (query instanceof URLSearchParams) return query.get(name);
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  return (typeof value === "string" ? value : value?.[0]) ?? null;
}

function pick<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((one) => one === value?.trim().toLowerCase()) ?? null;
}
