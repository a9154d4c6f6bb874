/**
 * A part of a path as people read it. Next gives pages their parts percent-encoded and route handlers decoded ones, and
 * `%25` to some pages as `%`: what is no encoding stands for itself.
 */
export function decodeSegment(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
