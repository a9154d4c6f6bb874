import { readArrival } from "@/lib/address/arrival";

/**
 * The name under which a finished page is kept: its path and what the page says of how the reader came there. All else
 * in a query is for the browser, and draws the same page.
 * @returns `isVariant`: one of the many addresses that show a text as another address does, with a range, a check, an old
 *   address or a version
 */
export function pageKey({ path, target }: { readonly path: string; readonly target: string }): {
  key: string;
  isVariant: boolean;
} {
  const { from, at } = readArrival(new URLSearchParams(target.slice(path.length + 1)));
  const key = at !== null ? `${path}?at=${at}` : from !== null ? `${path}?from=${from}` : path;
  return { key, isVariant: key !== path || /\.\.|~/.test(path) };
}
