import { isPassageId } from "@/lib/passage/passage-id";

/** What an address of this site names. `segment` is null for the work as a whole. */
export type OwnAddress = { readonly locale: string; readonly slug: string; readonly segment: string | null };

/**
 * Reads the address of a work or a passage of this site, as somebody may paste it: with a view, a fragment, over either
 * scheme. A fragment that names a passage counts where the path names none.
 *
 * @param host - name and port of this site
 * @param locales - the interface's languages
 * @returns `null` for an address of another site, or of another page of this one
 */
export function readOwnAddress(address: string, host: string, locales: readonly string[]): OwnAddress | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.host !== host || url.username || url.password) return null;
  let parts: string[];
  try {
    parts = url.pathname.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
  const [locale = "", slug = "", segment = "", ...rest] = parts;
  if (!locales.includes(locale) || slug === "" || rest.some((part) => part !== "")) return null;
  const fragment = url.hash.slice(1);
  return { locale, slug, segment: segment || (isPassageId(fragment) ? fragment : null) };
}
