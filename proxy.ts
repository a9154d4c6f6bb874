import createMiddleware from "next-intl/middleware";
import { NextResponse, type NextRequest } from "next/server";
import { routing } from "@/i18n/routing";
import { readArrival } from "@/lib/address/arrival";
import { routeVisit, type Asked } from "@/lib/address/visit";
import { isVersion } from "@/lib/work/versions";

const negotiate = createMiddleware(routing);

/** How long a browser may take an address that moved for settled, in seconds: a passage can move on. */
const settledSeconds = 3600;

/** Stands for the work itself where a path of our own needs a passage; no passage can be called so. */
const wholeWork = "_";

/**
 * Chooses the interface's language for addresses without one, sends old addresses to the new ones, and shows pages what
 * `?from=` and `?at=` say by a path of their own, so that each stays static. Answers malformed paths with 400: Next would
 * say 500. A convenience: without it every address opens the same text, and says less about how it came there.
 */
export default async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (!isWellFormed(pathname)) {
    return new NextResponse("Bad request: this address is malformed.\n", { status: 400 });
  }
  // For programs, the page's own among them: these addresses say their language themselves.
  if (pathname.startsWith("/api/")) return NextResponse.next();
  const response = negotiate(request);
  const [, locale = "", slug = "", segment, ...rest] = pathname.split("/").map(decodeURIComponent);
  if (!routing.locales.some((each) => each === locale) || !slug) return response;
  // Only the rewriting below may lead to these.
  if (rest.length > 0) return isInner(rest) ? rewrite(request, response, `/${locale}/_/_/_`) : response;

  const asked: Asked = { ...readArrival(request.nextUrl.searchParams), slug, segment: segment || null };
  const route = await routeVisit(asked);
  const place = [locale, slug, asked.segment ?? wholeWork];
  switch (route.kind) {
    case "redirect":
      return redirect(request, [locale, route.slug, ...(route.segment ? [route.segment] : [])], route.from);
    case "at":
      // What is no version is all one page: wrong addresses are without number.
      return rewrite(
        request,
        response,
        pathTo([...place, "at", isVersion(asked.at ?? "") ? `${asked.at}` : "unknown"]),
      );
    case "from":
      return rewrite(request, response, pathTo([...place, "from", ...`${asked.from}`.split("/")]));
    case "plain":
      return response;
  }
}

function isInner(rest: readonly string[]): boolean {
  return rest[0] === "from" || rest[0] === "at";
}

/** The rest of the query goes along: a shared view, or whatever others add to links. */
function redirect(request: NextRequest, parts: readonly string[], from: string | null): NextResponse {
  const query = new URLSearchParams(request.nextUrl.searchParams);
  query.delete("from");
  const written = [...(from === null ? [] : [`from=${from}`]), ...(query.size > 0 ? [query.toString()] : [])].join("&");
  const response = new NextResponse(null, { status: 301 });
  response.headers.set("Location", new URL(pathTo(parts) + (written && `?${written}`), request.url).href);
  response.headers.set("Cache-Control", `public, max-age=${settledSeconds}`);
  return response;
}

/** Draws another path of ours under the reader's address, with the cookie that choosing the language may have set. */
function rewrite(request: NextRequest, negotiated: NextResponse, path: string): NextResponse {
  const url = request.nextUrl.clone();
  url.pathname = path;
  url.search = "";
  const response = NextResponse.rewrite(url, { headers: negotiated.headers });
  response.headers.delete("x-middleware-next");
  return response;
}

function pathTo(parts: readonly string[]): string {
  return `/${parts.map(encodeURIComponent).join("/")}`;
}

function isWellFormed(path: string): boolean {
  try {
    return !/[\0\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

export const config = {
  matcher: "/((?!_next/|pictures/|icon.svg$|favicon.ico$).*)",
};
