import { createHash } from "node:crypto";
import { attribute, type Piece } from "./html-pieces";

/**
 * The Content-Security-Policy of a page: nothing but what the page itself holds and this site serves. Each inline script
 * and style is allowed by its own hash (CSP Level 3, 8.3), so there is neither a nonce nor `unsafe-inline`. Data in a
 * script element needs no leave: it never runs.
 * @param mayBeFramed - pages of other sites may show it in a frame
 */
export function contentSecurityPolicy(pieces: readonly Piece[] = [], mayBeFramed = false): string {
  const inline = pieces.filter((piece) => piece.type === "open" && piece.content !== "");
  const scripts = hashes(inline, "script");
  const styles = hashes(inline, "style");
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(" "),
    ["style-src 'self'", ...styles].join(" "),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${mayBeFramed ? "*" : "'none'"}`,
    "object-src 'none'",
  ].join("; ");
}

function hashes(pieces: readonly Piece[], name: "script" | "style"): readonly string[] {
  const found = pieces.flatMap((piece) =>
    piece.type === "open" && piece.name === name && attribute(piece.raw, "src") === null && !isData(piece)
      ? [piece.content]
      : [],
  );
  return [...new Set(found)].map((content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`);
}

/** A script element whose content is data about the page (HTML, 4.12.1: a data block). */
export function isData(piece: Piece): boolean {
  return piece.type === "open" && piece.name === "script" && attribute(piece.raw, "type") === "application/ld+json";
}
