import { createHash } from "node:crypto";
import { attribute, type Piece } from "./html-pieces";

/**
 * The Content-Security-Policy of a page: nothing but what the page itself holds and this site serves. Each inline script
 * and style is allowed by its own hash (CSP Level 3, 8.3), so there is neither a nonce nor `unsafe-inline`.
 */
export function contentSecurityPolicy(pieces: readonly Piece[] = []): string {
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
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

function hashes(pieces: readonly Piece[], name: "script" | "style"): readonly string[] {
  const found = pieces.flatMap((piece) =>
    piece.type === "open" && piece.name === name && attribute(piece.raw, "src") === null ? [piece.content] : [],
  );
  return [...new Set(found)].map((content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`);
}
