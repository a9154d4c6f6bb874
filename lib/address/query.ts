/** A parsed query, as `URLSearchParams` and Next's `searchParams` have it. */
export type Query = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The last value of a parameter, which is the one that Next's router goes by; `null` where there is none. */
export function readQuery(query: Query, name: string): string | null {
  if (query instanceof URLSearchParams) return query.getAll(name).at(-1) ?? null;
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  return (typeof value === "string" ? value : value?.at(-1)) ?? null;
}
