/**
 * Path of the preview picture of a work, a passage or a range.
 * @param segment - `k7m2q` or `k7m2q..p3x8d`; `null` for the work
 */
export function cardPath(slug: string, segment: string | null): string {
  return `/card/${encodeURIComponent(slug)}${segment === null ? "" : `/${segment}`}.png`;
}

/** Path of a quotation for a frame on another page. */
export function embedPath(locale: string, slug: string, segment: string): string {
  return `/embed/${locale}/${encodeURIComponent(slug)}/${segment}`;
}
