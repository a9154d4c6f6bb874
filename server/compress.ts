import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { ByteCache } from "./byte-cache";

export type Encoding = "br" | "gzip";

/** Below this, a compressed body is no smaller on the wire, in bytes. */
const worthwhile = 1024;
/** Above this, the highest quality of brotli takes seconds, in bytes. */
const large = 1_000_000;

const compressed = new ByteCache<Promise<Buffer>>(64 * 1024 * 1024);

/** The best encoding a client accepts, by its Accept-Encoding (RFC 9110, 12.5.3); `null` for none. */
export function chooseEncoding(accepted: string | undefined): Encoding | null {
  const weights = new Map(
    (accepted ?? "").split(",").map((each) => {
      const [name = "", ...parameters] = each
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)] as const;
    }),
  );
  const accepts = (name: Encoding) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  return accepts("br") ? "br" : accepts("gzip") ? "gzip" : null;
}

export function isCompressible(contentType: string, bytes: number): boolean {
  return (
    bytes >= worthwhile &&
    /^(text\/|application\/(javascript|json|xml|manifest)|image\/svg)|\+(xml|json)/.test(contentType)
  );
}

/** Compresses a body that will hardly be asked for again: quickly, and without keeping it. */
export function compressOnce(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === "br" ? brotli(body, 4) : promisify(gzip)(body, { level: 6 });
}

/**
 * Compresses a body once for each version of it.
 * @param version - what names these bytes and no others, such as an ETag
 */
export function compress(body: Buffer, encoding: Encoding, version: string): Promise<Buffer> {
  const key = `${encoding} ${version}`;
  const held = compressed.get(key);
  if (held) return held;
  const best = body.length > large ? 6 : constants.BROTLI_MAX_QUALITY;
  const made = encoding === "br" ? brotli(body, best) : promisify(gzip)(body, { level: 9 });
  // Counted at a quarter of the body until it is known: text compresses better than that.
  compressed.set(key, made, body.length / 4);
  made.then(
    (result) => compressed.set(key, made, result.length),
    () => compressed.delete(key),
  );
  return made;
}

function brotli(body: Buffer, quality: number): Promise<Buffer> {
  return promisify(brotliCompress)(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}
