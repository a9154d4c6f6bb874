import { buildFeed } from "@/components/site/feed";

export const dynamic = "force-static";

/** Atom. */
export async function GET() {
  return new Response((await buildFeed()).atom1(), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
