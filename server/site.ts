import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { ByteCache } from "./byte-cache";
import { captureBody } from "./capture";
import { chooseEncoding, compress, compressOnce, isCompressible } from "./compress";
import { contentSecurityPolicy } from "./content-security-policy";
import { finishPage, type FinishedPage } from "./finish-page";
import { mayBeFramed, removeInnerHeaders, setCommonHeaders, setPathHeaders } from "./headers";
import { localeCookie } from "./locale-cookie";
import { errorPage } from "./plain-pages";
import { pageKey } from "./page-key";
import { readTarget } from "./request-path";

export type SiteParts = {
  /** Next's request handler. */
  readonly draw: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Bodies of our own scripts by address; their names hold their hash. */
  readonly assets: ReadonlyMap<string, Buffer>;
  /** Address of each module script by the name that pages know it by. */
  readonly modules: Readonly<Record<string, string>>;
  readonly isHttps: boolean;
  readonly isReady: () => boolean;
  readonly log: (line: string) => void;
};

type Finished = Omit<FinishedPage, "html"> & { readonly body: Buffer; readonly tag: string };

/** Memory for finished pages, in bytes of HTML: some 1,500 articles. */
const mostPageBytes = 128 * 1024 * 1024;
/** And for the same texts as old links, ranges and versions show them, whose addresses are almost without number. */
const mostVariantBytes = 32 * 1024 * 1024;

/** Answers every request: its own few addresses, and Next's pages, finished. */
export function createSite(parts: SiteParts): RequestListener {
  // By path: texts change only with a new build, which starts a new process.
  const pages = new ByteCache<Finished>(mostPageBytes);
  const variants = new ByteCache<Finished>(mostVariantBytes);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setCommonHeaders(response, parts.isHttps);
    const target = readTarget(request.url);
    if (!target) return sendText(response, 400, "Bad request: this address is malformed.");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return sendText(response, 405, "Method not allowed.");
    }
    setPathHeaders(response, target.path);
    if (target.path === "/healthz") return sendText(response, 200, "ok");
    if (target.path === "/readyz")
      return parts.isReady() ? sendText(response, 200, "ready") : sendText(response, 503, "not ready");
    const asset = parts.assets.get(target.path);
    if (asset) {
      response.setHeader("Content-Type", "text/javascript; charset=utf-8");
      response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      return send(request, response, asset, tagOf(asset), true);
    }
    const { key, isVariant } = pageKey(target);
    const cache = isVariant ? variants : pages;
    const held = key === null ? undefined : cache.get(key);
    const isOften = key !== null && !isVariant;
    if (held) return sendPage(request, response, held, target.path, isOften);
    const page = await drawn(request, response, target.path, isOften);
    if (page && key !== null) cache.set(key, page, page.body.length);
  }

  /**
   * Draws and sends a page.
   * @param isOften - many may ask for this address
   * @returns the page, where every reader of this address is given the same
   */
  async function drawn(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    isOften: boolean,
  ): Promise<Finished | null> {
    const { method, headers } = request;
    const asked = { method, "accept-encoding": headers["accept-encoding"], "if-none-match": headers["if-none-match"] };
    // Next is asked for the whole, uncompressed answer; what the reader asked for is made from that.
    request.method = "GET";
    for (const name of Object.keys(headers)) {
      if (/^(accept-encoding|if-none-match|if-modified-since|range|x-middleware-.*|x-nextjs-data)$/.test(name))
        delete headers[name];
    }
    const { body, release } = captureBody(response);
    const raw = await Promise.race([body, parts.draw(request, response).then(() => body)]).finally(release);
    request.method = asked.method;
    Object.assign(headers, asked);
    // Next draws a page of its own for what failed, empty without its runtime: the reader gets ours, the log its reason.
    if (response.statusCode >= 500 && !saysItself(response))
      throw new Error(`Next answered ${response.statusCode}; what it says stands above.`);
    const isStatic = response.hasHeader("x-nextjs-cache") || response.hasHeader("x-nextjs-prerender");
    removeInnerHeaders(response);
    const type = String(response.getHeader("Content-Type") ?? "");
    if (!type.startsWith("text/html")) {
      response.removeHeader("Vary");
      await send(request, response, raw, tagOf(raw), isStatic || path.startsWith("/_next/static/"));
      return null;
    }
    const page = finish(raw, path);
    if (!page.isOurs && response.statusCode === 404) {
      sendText(response, 404, "There is nothing at this address.");
      return null;
    }
    // Wrong addresses, and right ones spelt otherwise, are without number and must not push out what is read.
    const isKept = isStatic && response.statusCode === 200 && page.status === null && !path.includes("%");
    await sendPage(request, response, page, path, isKept && isOften);
    return isKept ? page : null;
  }

  function finish(raw: Buffer, path: string): Finished {
    const { html, ...page } = finishPage(raw.toString("utf8"), parts.modules, mayBeFramed(path));
    const body = Buffer.from(html);
    return { ...page, body, tag: tagOf(body) };
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const number = randomBytes(4).toString("hex");
      parts.log(
        `${number} ${request.method} ${request.url}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      if (response.headersSent) return response.destroy();
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Content-Security-Policy", contentSecurityPolicy());
      response.removeHeader("Content-Encoding");
      const body = Buffer.from(errorPage(number));
      response.setHeader("Content-Length", body.length);
      response.writeHead(500).end(body);
    });
  };
}

/** Sends a finished page; the one cookie of the site goes with it where it has something to remember. */
function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: Finished,
  path: string,
  isOften: boolean,
): Promise<void> {
  if (page.status !== null && response.statusCode === 200) response.statusCode = page.status;
  const cookie = localeCookie(path, request.headers);
  // Where Next has drawn the page the cookie stands there already, and a second one would be appended.
  if (!cookie) response.removeHeader("Set-Cookie");
  else if (!response.hasHeader("Set-Cookie")) response.setHeader("Set-Cookie", cookie);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Security-Policy", page.policy);
  response.setHeader("Cache-Control", cookie ? "private, no-cache" : "public, max-age=0, must-revalidate");
  response.removeHeader("Vary");
  return send(request, response, page.body, page.tag, isOften);
}

/** What our routes say on purpose: 501 to a format that oEmbed does not know, 503 when cards are asked for faster than drawn. */
function saysItself({ statusCode }: ServerResponse): boolean {
  return statusCode === 501 || statusCode === 503;
}

function tagOf(body: Buffer): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

function sendText(response: ServerResponse, status: number, line: string): void {
  const body = Buffer.from(`${line}\n`);
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Content-Security-Policy", contentSecurityPolicy());
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Length", body.length);
  response.writeHead(status).end(body);
}

/**
 * Sends a body as the reader asked for it: compressed, not at all for HEAD, or as 304 when they hold it already.
 * @param isOften - these bytes will be asked for again: they are worth the best compression, which is kept
 */
async function send(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  tag: string,
  isOften: boolean,
): Promise<void> {
  const type = String(response.getHeader("Content-Type") ?? "");
  const isWhole = response.statusCode === 200;
  if (isCompressible(type, body.length)) response.setHeader("Vary", "Accept-Encoding");
  const encoding = isCompressible(type, body.length)
    ? chooseEncoding(String(request.headers["accept-encoding"] ?? ""))
    : null;
  const bodyTag = encoding ? tag.replace(/"$/, `-${encoding}"`) : tag;
  if (isWhole) response.setHeader("ETag", bodyTag);
  if (isWhole && holds(request.headers["if-none-match"], bodyTag)) {
    response.removeHeader("Content-Length");
    response.removeHeader("Content-Type");
    response.writeHead(304).end();
    return;
  }
  const sent = encoding ? await (isOften ? compress(body, encoding, tag) : compressOnce(body, encoding)) : body;
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", sent.length);
  response.writeHead(response.statusCode);
  response.end(request.method === "HEAD" ? undefined : sent);
}

function holds(ifNoneMatch: string | undefined, tag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === tag);
}
