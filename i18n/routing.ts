import { defineRouting } from "next-intl/routing";

/** The interface's languages, and how one is chosen on the first visit and remembered: the only cookie of the site. */
export const routing = defineRouting({
  locales: ["en", "zh"],
  defaultLocale: "en",
  localePrefix: "always",
  localeCookie: { name: "NEXT_LOCALE", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" },
  // Written into the pages themselves, where the canonical address is known.
  alternateLinks: false,
});

export type Locale = (typeof routing.locales)[number];

/** BCP 47 tag of the interface's own text. */
export const localeTag: Record<Locale, string> = { en: "en", zh: "zh-Hans" };
