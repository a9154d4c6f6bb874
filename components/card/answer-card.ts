import { createHash } from "node:crypto";
import { formatPassageRange } from "@/lib/address/passage-range";
import { resolvePassage } from "@/lib/address/resolve";
import { findRenamed, findWork } from "@/lib/work/library";
import type { Work } from "@/lib/work/work";
import { passageCard, workCard } from "./cards";
import type { Card } from "./draw-card";
import { drawPng } from "./draw-png";
import { keepPng } from "./png-cache";

/** Whoever shows previews keeps its own copy; a text that was corrected shows its new words within a day. */
const caching = "public, max-age=3600, stale-while-revalidate=86400";

/**
 * Answers the address of a preview picture.
 * @param name - last segment of the path, decoded: `k7m2q.png`, or `<work>.png` with `slug` null
 */
export async function answerCard(request: Request, slug: string | null, name: string): Promise<Response> {
  const stem = /^(.+)\.png$/.exec(name)?.[1];
  const asked = stem === undefined ? null : slug === null ? { slug: stem, segment: null } : { slug, segment: stem };
  const work = asked && (await workAt(asked.slug));
  const card = asked && work ? cardOf(work, asked.segment) : null;
  if (!card)
    return new Response("There is no such picture.\n", { status: 404, headers: { "Cache-Control": "no-store" } });
  const png = await keepPng(card.key, () => drawPng(card.card()));
  if (!png)
    return new Response("Too many pictures are being drawn. Ask again in a moment.\n", {
      status: 503,
      headers: { "Cache-Control": "no-store", "Retry-After": "5" },
    });
  const tag = `"${createHash("sha256").update(png).digest("base64url").slice(0, 22)}"`;
  const headers = { "Cache-Control": caching, ETag: tag };
  if (request.headers.get("if-none-match")?.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(png), { headers: { ...headers, "Content-Type": "image/png" } });
}

/** The work that has, or had, a slug: links to its cards stand in what others have posted. */
async function workAt(slug: string): Promise<Work | null> {
  const found = await findWork(slug);
  return found ? ("work" in found ? found.work : null) : findRenamed(slug);
}

/** One key for every spelling of an address, so that none is drawn twice. */
function cardOf(work: Work, segment: string | null): { key: string; card: () => Card } | null {
  const { slug } = work;
  if (segment === null) return { key: slug, card: () => workCard(work) };
  const resolution = resolvePassage(work, segment);
  if (!("passages" in resolution)) return null;
  const { first, last, passages } = resolution;
  const key = `${slug}/${formatPassageRange({ first: first.id, last: last.id })}`;
  return { key, card: () => passageCard(work, passages) };
}
