import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: { createMessagesDeclaration: "./messages/en.json" },
});

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // The finishing server compresses once per version of a page; Next would do it once per request.
  compress: process.env.DUIDU_FINISHING !== "1",
  images: { unoptimized: true },
  // Passage pages are drawn on the first visit and held in memory: a million permalinks must not fill the disk.
  experimental: { inlineCss: true, isrFlushToDisk: false },
};

export default withNextIntl(config);
