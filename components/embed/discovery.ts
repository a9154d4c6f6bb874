import { absolute } from "@/lib/address/site-url";

/**
 * Where programs that show links find how to show this page: the links of oEmbed 1.0, section 4.
 * @param path - permalink of a work or a passage, from the site's root
 */
export function oembedDiscovery(path: string): Record<string, string> {
  const address = (format: string) => `/oembed?${new URLSearchParams({ url: absolute(path), format })}`;
  return { "application/json+oembed": address("json"), "text/xml+oembed": address("xml") };
}
