import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { SheetData } from "@/components/share/sheet-data";
import { shareWords } from "@/components/share/share-words";
import { routing, type Locale } from "@/i18n/routing";
import { readArrival } from "@/lib/address/arrival";
import { originOf } from "@/lib/address/site-url";
import { readVisit, versionShown } from "@/lib/address/visit";
import { quoteOf } from "@/lib/cite/quote";

/** The words of a passage or a range with their citations: what the share sheet is drawn from when it is opened. */
export async function GET(request: Request, { params }: RouteContext<"/api/quote/[locale]/[work]/[segment]">) {
  const { locale, work: slug, segment } = await params;
  if (!hasLocale(routing.locales, locale)) return nothing();
  const arrival = readArrival(new URL(request.url).searchParams);
  const visit = await readVisit({ ...arrival, slug, segment });
  if (visit.kind !== "text") return nothing();
  const { work, landing } = visit;
  const [first, ...rest] = landing && "passages" in landing ? landing.passages : [];
  if (!first) return nothing();
  const passages = [first, ...rest] as const;
  const data: SheetData = {
    quote: quoteOf(work, passages, {
      locale,
      origin: originOf(request),
      siteNames: {
        source: await siteName(work.metadata.source.language),
        translation: await siteName(work.metadata.translation.language),
      },
      version: versionShown(visit),
      day: new Date().toISOString().slice(0, 10),
    }),
    words: await shareWords(work, passages, locale),
  };
  // Today's date is in it, and the address it was asked by.
  return Response.json(data, { headers: { "Cache-Control": "no-store" } });
}

function nothing(): Response {
  return Response.json(
    { error: "There is no such passage." },
    { status: 404, headers: { "Cache-Control": "no-store" } },
  );
}

/** What the site is called in the language of a text. */
async function siteName(language: string): Promise<string> {
  const locale: Locale = language.startsWith("zh") || language === "lzh" ? "zh" : "en";
  return (await getTranslations({ locale, namespace: "Site" }))("name");
}
