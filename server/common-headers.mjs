/**
 * What every response says, whatever its status: here for the finishing server, and for next.config.mjs, which says the
 * same where plain `next start` serves the site.
 */
export const commonHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
};

/**
 * What is made for other sites: cards and frames, which they may show, and which search engines are not to list as pages.
 * `isFramed` paths alone may stand in a frame.
 */
export const sharedPaths = [
  { path: "/card/", isFramed: false },
  { path: "/embed/", isFramed: true },
  { path: "/oembed", isFramed: false },
];

/** Pictures stand in frames on other sites, whose sandbox makes them a site of their own. */
export const pictureHeaders = { "Cross-Origin-Resource-Policy": "cross-origin" };

export const sharedHeaders = {
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Robots-Tag": "noindex",
};
