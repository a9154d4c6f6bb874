import type { ServerResponse } from "node:http";
import { commonHeaders, pictureHeaders, sharedHeaders, sharedPaths } from "./common-headers.mjs";

/** Two years, as browsers' preload lists ask; sent only where SITE_URL says that the site is served over TLS. */
const transportSecurity = "max-age=63072000; includeSubDomains";

export function setCommonHeaders(response: ServerResponse, isHttps: boolean): void {
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
  if (isHttps) response.setHeader("Strict-Transport-Security", transportSecurity);
}

/** What a response says by its path, beside and over what every response does. */
export function setPathHeaders(response: ServerResponse, path: string): void {
  const isShared = sharedPaths.some((each) => path.startsWith(each.path));
  const headers: Readonly<Record<string, string>> = isShared
    ? sharedHeaders
    : path.startsWith("/pictures/")
      ? pictureHeaders
      : {};
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** Whether pages of other sites may show what is at a path in a frame. */
export function mayBeFramed(path: string): boolean {
  return sharedPaths.some((each) => each.isFramed && path.startsWith(each.path));
}

/** Takes out what tells the outside how the page was made. */
export function removeInnerHeaders(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) {
    if (/^(x-nextjs-|x-next-|x-middleware-|x-powered-by$|link$)/.test(name)) response.removeHeader(name);
  }
}
