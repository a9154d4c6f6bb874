import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { oembedOf, oembedXml, readOembedQuery } from "@/components/embed/oembed";
import { sidesByNearness, titleOf } from "@/components/reading/titles";
import { routing } from "@/i18n/routing";
import { readOwnAddress } from "@/lib/address/own-address";
import { resolvePassage } from "@/lib/address/resolve";
import { originOf, siteUrl } from "@/lib/address/site-url";
import { findRenamed, findWork } from "@/lib/work/library";

/** Anybody's page may ask, from the browser too: what is answered is public. */
const shared = { "Access-Control-Allow-Origin": "*" };

/** oEmbed 1.0 for the works and passages of this site. */
export async function GET(request: Request) {
  const asked = readOembedQuery(new URL(request.url).searchParams);
  if (typeof asked === "number")
    return refuse(asked, asked === 501 ? "Formats are json and xml." : "The query cannot be read.");
  const origin = originOf(request);
  // Pages name the address that they were built for, and readers come by that of the machine too.
  const [address] = [new URL(origin).host, siteUrl().host].flatMap(
    (host) => readOwnAddress(asked.url, host, routing.locales) ?? [],
  );
  const renamed = address && (await findRenamed(address.slug));
  const found = renamed ? { work: renamed } : address && (await findWork(address.slug));
  if (!address || !found || !("work" in found) || !hasLocale(routing.locales, address.locale)) return nothing();
  const { work } = found;
  const { locale, segment } = address;
  const landing = segment === null ? null : resolvePassage(work, segment);
  const passages = landing === null ? work.passages.slice(0, 1) : "passages" in landing ? landing.passages : [];
  const [first, ...rest] = passages;
  if (!first) return landing?.kind === "removed" ? refuse(410, "This passage is no longer in the text.") : nothing();
  const t = await getTranslations({ locale, namespace: "Embed" });
  const last = rest.at(-1) ?? first;
  const name = titleOf(work, sidesByNearness(work, locale)[0]);
  const title =
    segment === null
      ? name
      : t(first === last ? "passageOf" : "rangeOf", { first: `${first.number}`, last: `${last.number}`, title: name });
  const siteName = (await getTranslations({ locale, namespace: "Site" }))("name");
  const answer = oembedOf(work, [first, ...rest], { origin, locale, siteName, title, isWork: segment === null }, asked);
  const headers = { ...shared, "Cache-Control": "public, max-age=3600" };
  if (asked.format === "json") return Response.json(answer, { headers });
  return new Response(oembedXml(answer), { headers: { ...headers, "Content-Type": "text/xml; charset=utf-8" } });
}

function nothing(): Response {
  return refuse(404, "This site has no such passage.");
}

function refuse(status: number, line: string): Response {
  return new Response(`${line}\n`, {
    status,
    headers: { ...shared, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
