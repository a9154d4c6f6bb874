import createNextIntlPlugin from "next-intl/plugin";
import { commonHeaders } from "./server/common-headers.mjs";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: { createMessagesDeclaration: "./messages/en.json" },
});

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // A long work is megabytes of HTML; the default of 50 MB would draw it anew for each reader.
  cacheMaxMemorySize: 256 * 1024 * 1024,
  images: { unoptimized: true },
  // Passage pages are drawn on the first visit and held in memory: a million permalinks must not fill the disk.
  experimental: { inlineCss: true, isrFlushToDisk: false },
  headers: async () => [
    { source: "/:path*", headers: Object.entries(commonHeaders).map(([key, value]) => ({ key, value })) },
  ],
};

export default withNextIntl(config);
