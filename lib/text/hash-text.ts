import { createHash } from "node:crypto";

/** First 16 hex digits of a text's SHA-256: says whether a source changed since it was translated. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
