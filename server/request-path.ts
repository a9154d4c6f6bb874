/** Longer than any address of a site, in characters. */
const maxLength = 2048;

/**
 * Reads the path and query of a request's target.
 * @returns `null` for a target that no page can have: not a path, bad percent-encoding, dot segments, control characters
 */
export function readTarget(target: string | undefined): { path: string; target: string } | null {
  if (!target || !target.startsWith("/") || target.startsWith("//") || target.length > maxLength) return null;
  const [path = ""] = target.split("?", 1);
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (/[\u0000-\u001f\u007f\\]|\/\.{1,2}(\/|$)/.test(decoded)) return null;
  return { path, target };
}
