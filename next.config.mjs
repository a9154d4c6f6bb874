import createNextIntlPlugin from "next-intl/plugin";
import { commonHeaders, pictureHeaders, sharedHeaders, sharedPaths } from "./server/common-headers.mjs";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: { createMessagesDeclaration: "./messages/en.json" },
});

/**
 * Pages are static and cannot read a query, so what `?at=` and `?from=` say goes into a path of ours; `_` stands for the
 * whole work. proxy.ts would have to name the host it runs on, and Next mistakes 127.0.0.1 for another than localhost.
 */
const arrivals = ["/:locale(en|zh)/:work", "/:locale(en|zh)/:work/:passage"].flatMap((source) => {
  const place = source.endsWith(":passage") ? "/:locale/:work/:passage" : "/:locale/:work/_";
  const rule = (key, value, destination) => ({
    source,
    has: [{ type: "query", key, value }],
    destination: `${place}/${destination}`,
  });
  return [
    rule("at", "(?<at>[0-9a-f]{7,40}|\\d{4}-\\d{2}-\\d{2})", "at/:at"),
    // What is no version is all one page: wrong addresses are without number.
    rule("at", ".+", "at/unknown"),
    rule("from", "(?<slug>[a-z0-9-]{1,100})/(?<old>[^/]{1,100})", "from/:slug/:old"),
    rule("from", "(?<from>[^/]{1,100})", "from/:from"),
  ];
});

/** @type {import("next").NextConfig} */
const config = {
  rewrites: async () => ({ beforeFiles: arrivals }),
  poweredByHeader: false,
  // A long work is megabytes of HTML; the default of 50 MB would draw it anew for each reader.
  cacheMaxMemorySize: 256 * 1024 * 1024,
  images: { unoptimized: true },
  // Passage pages are drawn on the first visit and held in memory: a million permalinks must not fill the disk.
  experimental: { inlineCss: true, isrFlushToDisk: false },
  // Native code and faces' tables, which a bundler can do nothing with.
  serverExternalPackages: ["@resvg/resvg-js", "fontkit", "linebreak"],
  // Where two of these name one header, the last one counts.
  headers: async () => [
    { source: "/:path*", headers: list({ ...commonHeaders, ...framedBy("'none'") }) },
    { source: "/pictures/:path*", headers: list(pictureHeaders) },
    ...sharedPaths.map(({ path, isFramed }) => ({
      source: path.endsWith("/") ? `${path}:path*` : path,
      headers: list({ ...sharedHeaders, ...(isFramed && framedBy("*")) }),
    })),
  ],
};

/** @param {Record<string, string>} headers */
function list(headers) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}

/** The one part of the policy that holds without the finishing server, which says it with the rest. */
function framedBy(/** @type {string} */ ancestors) {
  return { "Content-Security-Policy": `frame-ancestors ${ancestors}` };
}

export default withNextIntl(config);
