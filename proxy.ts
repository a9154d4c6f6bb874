import createMiddleware from "next-intl/middleware";
import { NextResponse, type NextRequest } from "next/server";
import { routing } from "@/i18n/routing";
import { readArrival } from "@/lib/address/arrival";
import { findRedirect, type Redirect } from "@/lib/address/visit";

const negotiate = createMiddleware(routing);

/** How long a browser may take an address that moved for settled, in seconds: a passage can move on. */
const settledSeconds = 3600;

/** What is for programs and other sites says its language itself, or has none to choose. */
const isForPrograms = /^\/(?:(?:api|card|embed|pictures)\/|(?:oembed|robots\.txt|sitemap\.xml|feed\.xml|rss\.xml)$)/;

/**
 * Chooses the interface's language for addresses without one and sends old addresses to the new ones. Answers malformed
 * paths with 400: Next would say 500. A convenience: without it every address opens the same text, and says less about
 * how it came there.
 */
export default async function proxy(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;
  if (!isWellFormed(pathname)) return refuse(400, "Bad request: this address is malformed.");
  if (isForPrograms.test(pathname)) return NextResponse.next();
  const [, locale = "", slug = "", segment, ...rest] = pathname.split("/").map(decodeURIComponent);
  if (!routing.locales.some((each) => each === locale) || !slug) return negotiate(request);
  // Paths of our own, which next.config.mjs draws for a query.
  if (rest[0] === "from" || rest[0] === "at") return refuse(404, "There is nothing at this address.");
  if (rest.length > 0) return negotiate(request);
  const redirect = await findRedirect({ ...readArrival(searchParams), slug, segment: segment || null });
  return redirect ? lead(request, locale, redirect) : negotiate(request);
}

/** The rest of the query goes along: a shared view, or whatever others add to links. */
function lead(request: NextRequest, locale: string, { slug, segment, from }: Redirect): NextResponse {
  const query = new URLSearchParams(request.nextUrl.searchParams);
  query.delete("from");
  const written = [
    ...(from === null ? [] : [`from=${encodeURIComponent(from).replaceAll("%2F", "/").replaceAll("%7E", "~")}`]),
    ...(query.size > 0 ? [query.toString()] : []),
  ].join("&");
  const path = pathTo([locale, slug, ...(segment === null ? [] : [segment])]);
  const response = new NextResponse(null, { status: 301 });
  response.headers.set("Location", new URL(path + (written && `?${written}`), request.url).href);
  response.headers.set("Cache-Control", `public, max-age=${settledSeconds}`);
  return response;
}

function refuse(status: number, line: string): NextResponse {
  return new NextResponse(`${line}\n`, { status });
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
  matcher: "/((?!_next/|icon.svg$|favicon.ico$).*)",
};
