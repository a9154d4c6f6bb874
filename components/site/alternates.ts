import type { Metadata } from "next";
import { localeTag, routing, type Locale } from "@/i18n/routing";

export const feedPaths = { atom: "/feed.xml", rss: "/rss.xml" } as const;

/**
 * Canonical address, hreflang and feeds of a page that exists in every interface language.
 * @param path - what follows the locale: `""` for the library, `/<work>` for a work
 */
export function alternates(locale: Locale, path: string): NonNullable<Metadata["alternates"]> & { canonical: string } {
  const languages = Object.fromEntries(routing.locales.map((each) => [localeTag[each], `/${each}${path}`]));
  return {
    canonical: `/${locale}${path}`,
    languages: { ...languages, "x-default": `/${routing.defaultLocale}${path}` },
    types: { "application/atom+xml": feedPaths.atom, "application/rss+xml": feedPaths.rss },
  };
}
