import { buildFeed } from "@/components/site/feed";

export const dynamic = "force-static";

/** RSS 2.0, for readers that know nothing newer. */
export async function GET() {
  return new Response((await buildFeed()).rss2(), {
    headers: { "Content-Type": "application/rss+xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
