/** A parsed query, as `URLSearchParams` and Next's `searchParams` have it. */
export type Query = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The first value of a parameter, as in `URLSearchParams.get`; `null` where there is none. */
export function readQuery(query: Query, name: string): string | null {
  if (query instanceof URLSearchParams) return query.get(name);
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  return (typeof value === "string" ? value : value?.[0]) ?? null;
}
