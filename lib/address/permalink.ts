import { formatPassageRange, type PassageRange } from "./passage-range";
import type { ViewChoice } from "./view";

/** Path of the reading page. `locale` is the interface's language, one of our own; a slug is the name of a folder. */
export function workPath(locale: string, slug: string): string {
  return `/${locale}/${encodeURIComponent(slug)}`;
}

/** Path of a passage or a range: the address to share, with its own title and preview. */
export function permalinkPath(locale: string, slug: string, range: PassageRange): string {
  return `${workPath(locale, slug)}/${formatPassageRange(range)}`;
}

/**
 * Adds the reader's view to a path, for a link that shows what its sender saw. What is `null` or absent is not written,
 * and neither is an address ever canonical with it.
 * @param path - path from the site's root; its own query and fragment are kept
 */
export function withView(path: string, { view, first }: Partial<ViewChoice>): string {
  const [beforeFragment = "", ...fragment] = path.split("#");
  const [pathname = "", ...search] = beforeFragment.split("?");
  const query = new URLSearchParams(search.join("?"));
  if (view) query.set("view", view);
  if (first) query.set("first", first);
  const written = query.size > 0 ? `?${query}` : "";
  return [pathname + written, ...fragment].join("#");
}

/** Adds the version to a path within a text of another day, so that its links stay in that text. `null` is today's. */
export function withVersion(path: string, version: string | null): string {
  return version === null ? path : `${path}?at=${encodeURIComponent(version)}`;
}

/**
 * Path of a picture of a work.
 * @param name - as the text names it, `images/harbour.png`
 */
export function picturePath(slug: string, name: string): string {
  return `/pictures/${slug}/${name.split("/").map(encodeURIComponent).join("/")}`;
}
