import createMiddleware from "next-intl/middleware";
import { NextResponse, type NextRequest } from "next/server";
import { routing } from "@/i18n/routing";

const negotiate = createMiddleware(routing);

/** Chooses the interface's language for addresses without one, and answers malformed paths with 400: Next would say 500. */
export default function proxy(request: NextRequest) {
  if (!isWellFormed(request.nextUrl.pathname)) {
    return new NextResponse("Bad request: this address is malformed.\n", { status: 400 });
  }
  return request.nextUrl.pathname.startsWith("/pictures/") ? NextResponse.next() : negotiate(request);
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
