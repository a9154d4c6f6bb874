import createMiddleware from "next-intl/middleware";
import { NextResponse, type NextRequest } from "next/server";
import { parsePassageRange } from "@/lib/address/passage-range";
import { resolvePassage } from "@/lib/address/resolve";
import { findWork } from "@/lib/work/library";
import { routing } from "@/i18n/routing";

const negotiate = createMiddleware(routing);

/**
 * Gives every page its honest status and every visitor a language.
 * Malformed paths get 400 here because Next answers them with 500. A passage that does not exist is still drawn
 * as its work with a notice, but with 404, so that nobody stores it as a good address.
 */
export default async function proxy(request: NextRequest) {
  const path = decodePath(request.nextUrl.pathname);
  if (path === null) return new NextResponse("Bad request: this address is malformed.\n", { status: 400 });
  const [locale, slug, passage, ...rest] = path.split("/").slice(1);
  if (!routing.locales.some((known) => known === locale)) return negotiate(request);
  if (slug && rest.length === 0) {
    const found = await findWork(slug);
    if (found && "damaged" in found) return NextResponse.rewrite(request.nextUrl, { status: 503 });
    if (found && passage && (!parsePassageRange(passage) || resolvePassage(found.work, passage).kind === "unknown")) {
      return NextResponse.rewrite(new URL(`/${locale}/${slug}/unknown`, request.url), { status: 404 });
    }
  }
  return negotiate(request);
}

function decodePath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes("\0") || decoded.includes("\\") ? null : decoded;
  } catch {
    return null;
  }
}

export const config = {
  matcher: "/((?!_next/|assets/|api/|healthz$|readyz$|icon.svg$|robots.txt$|sitemap.xml$|favicon.ico$).*)",
};
