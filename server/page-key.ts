import { readArrival } from "@/lib/address/arrival";

/**
 * The name under which a finished page is kept: its path and what the page says of how the reader came there. All else
 * in a query is for the browser, and draws the same page.
 * @returns `key` is null where the query names an arrival in a way that the router may read otherwise: such a page must
 *   never be given to other readers. `isVariant`: one of the many addresses that show a text as another address does,
 *   with a range, a check, an old address or a version
 */
export function pageKey({ path, target }: { readonly path: string; readonly target: string }): {
  key: string | null;
  isVariant: boolean;
} {
  const query = new URLSearchParams(target.slice(path.length + 1));
  const { from, at } = readArrival(query);
  const isPlain = [["at", at] as const, ["from", from] as const].every(([name, understood]) => {
    const [value, ...more] = query.getAll(name);
    return more.length === 0 && (value === undefined || value === understood);
  });
  if (!isPlain) return { key: null, isVariant: true };
  const key = at !== null ? `${path}?at=${at}` : from !== null ? `${path}?from=${from}` : path;
  return { key, isVariant: key !== path || /\.\.|~/.test(path) };
}
