import { routing } from "@/i18n/routing";

/**
 * The cookie that remembers the interface's language, for a page whose path names one: sent where the reader's browser
 * would otherwise be given another language on the next visit. The same rule as next-intl's, for pages that are
 * answered without asking Next.
 * @param path - path of the request, `/en/guide`
 * @returns the value of a `Set-Cookie` header; `null` where the reader's cookie or browser says that language already
 */
export function localeCookie(
  path: string,
  headers: { readonly cookie?: string | undefined; readonly "accept-language"?: string | undefined },
): string | null {
  const locale = routing.locales.find((each) => path === `/${each}` || path.startsWith(`/${each}/`));
  const { localeCookie: cookie } = routing;
  if (!locale || typeof cookie !== "object" || !cookie.name) return null;
  const kept = (headers.cookie ?? "")
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${cookie.name}=`))
    ?.slice(cookie.name.length + 1);
  if ((kept ?? preferredLocale(headers["accept-language"])) === locale) return null;
  return `${cookie.name}=${locale}; Path=/; Max-Age=${cookie.maxAge}; SameSite=Lax`;
}

/** The interface's language that a browser asks for first (RFC 9110, 12.5.4), compared by language alone. */
function preferredLocale(acceptLanguage: string | undefined): string | null {
  const asked = (acceptLanguage ?? "").split(",").map((each) => {
    const [tag = "", weight] = each
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/);
    return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = asked
    .filter(({ language, weight }) => weight > 0 && routing.locales.some((each) => each === language))
    .sort((a, b) => b.weight - a.weight);
  return known[0]?.language ?? null;
}
