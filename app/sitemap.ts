import type { MetadataRoute } from "next";
import { localeTag, routing } from "@/i18n/routing";
import { absolute } from "@/lib/address/site-url";
import { workPath } from "@/lib/address/permalink";
import { lastChange } from "@/lib/work/last-change";
import { openLibrary } from "@/lib/work/library";

export const dynamic = "force-static";

/** The library and its works in every language of the interface. Passages are parts of a work's page, and no pages to find. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { works } = await openLibrary();
  const newest = works.map(lastChange).sort().at(-1);
  return [
    ...entries((locale) => `/${locale}`, newest),
    ...works.flatMap((work) => entries((locale) => workPath(locale, work.slug), lastChange(work))),
  ];
}

function entries(path: (locale: string) => string, lastModified: string | undefined): MetadataRoute.Sitemap {
  const languages = {
    ...Object.fromEntries(routing.locales.map((each) => [localeTag[each], absolute(path(each))])),
    "x-default": absolute(path(routing.defaultLocale)),
  };
  return routing.locales.map((locale) => ({
    url: absolute(path(locale)),
    ...(lastModified !== undefined && { lastModified }),
    alternates: { languages },
  }));
}
