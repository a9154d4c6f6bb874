import { formatPassageRange, type PassageRange } from "./passage-range";

/** Path of the reading page. `locale` is the interface's language, one of our own; a slug is the name of a folder. */
export function workPath(locale: string, slug: string): string {
  return `/${locale}/${encodeURIComponent(slug)}`;
}

/** Path of a passage or a range: the address to share, with its own title and preview. */
export function permalinkPath(locale: string, slug: string, range: PassageRange): string {
  return `${workPath(locale, slug)}/${formatPassageRange(range)}`;
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
