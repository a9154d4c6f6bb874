import type { Metadata } from "next";
import { localeTag, routing, type Locale } from "@/i18n/routing";

/**
 * Canonical address and hreflang of a page that exists in every interface language.
 * @param path - what follows the locale: `""` for the library, `/<work>` for a work
 */
export function alternates(locale: Locale, path: string): NonNullable<Metadata["alternates"]> & { canonical: string } {
  const languages = Object.fromEntries(routing.locales.map((each) => [localeTag[each], `/${each}${path}`]));
  return {
    canonical: `/${locale}${path}`,
    languages: { ...languages, "x-default": `/${routing.defaultLocale}${path}` },
  };
}
