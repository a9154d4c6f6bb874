/**
 * Says whether a link of a text may be drawn as a link: http, https and mailto addresses, and relative ones.
 * Judged by the parser browsers use, so that no spelling of `javascript:` passes here and runs there.
 */
export function isSafeLink(url: string): boolean {
  if (/[\p{Cc}\\]/u.test(url) || url.trim() !== url) return false;
  if (url === "") return false;
  try {
    const { protocol } = new URL(url, "https://relative.invalid/");
    return protocol === "https:" || protocol === "http:" || protocol === "mailto:";
  } catch {
    return false;
  }
}

/**
 * Says whether a picture may be shown: a raster image below the work's own `images/`.
 * A remote picture would tell a third party who reads what, and an SVG can carry script.
 */
export function isOwnPicture(src: string): boolean {
  return /^images\/(?:[\p{L}\p{N}_-][\p{L}\p{N}._-]*\/)*[\p{L}\p{N}_-][\p{L}\p{N}._-]*\.(?:png|jpe?g|webp|avif|gif)$/u.test(
    src,
  );
}
