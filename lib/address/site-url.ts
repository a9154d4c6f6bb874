/** The site's public address, from SITE_URL; where nobody has said, that of this machine. Ends in a slash. */
export function siteUrl(): URL {
  return new URL("/", process.env.SITE_URL || `http://localhost:${process.env.PORT || 3000}`);
}

/** A path of the site as a whole address. */
export function absolute(path: string): string {
  return new URL(path, siteUrl()).href;
}

/** The origin that readers know the site by: SITE_URL where it is set, else the one that this request came by. */
export function originOf(request: { readonly url: string; readonly headers: Headers }): string {
  if (process.env.SITE_URL) return siteUrl().origin;
  const { protocol, host } = new URL(request.url);
  return `${protocol}//${request.headers.get("host") ?? host}`;
}
