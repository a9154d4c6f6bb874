import type { MetadataRoute } from "next";
import { absolute } from "@/lib/address/site-url";

export const dynamic = "force-static";

/**
 * Everything may be fetched. Cards and frames are kept out of indexes by their `X-Robots-Tag` and not here: a crawler that
 * may not fetch a card cannot show it beside the link it belongs to.
 */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/" }, sitemap: absolute("/sitemap.xml") };
}
