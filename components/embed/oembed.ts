import { z } from "zod";
import { cardHeight, cardWidth } from "@/components/card/lay-out";
import { setForDisplay } from "@/components/reading/prepare";
import { cardPath } from "@/lib/address/shared-paths";
import { formatPassageRange } from "@/lib/address/passage-range";
import { embedCode } from "@/lib/cite/embed-code";
import type { Passage, Work } from "@/lib/work/work";
import { frameSize } from "./frame-size";

const pixels = z.coerce.number().int().positive().optional();

/** What a consumer may ask for (oEmbed 1.0, 2.2). Other parameters are for other providers, and nothing to us. */
const query = z.object({
  url: z.string().min(1).max(2048),
  format: z.string().default("json"),
  maxwidth: pixels,
  maxheight: pixels,
});

export type OembedQuery = z.infer<typeof query> & { readonly format: "json" | "xml" };

/** Reads the query; a number is the status to answer where that cannot be done (oEmbed 1.0, 2.3.5). */
export function readOembedQuery(parameters: URLSearchParams): OembedQuery | 400 | 501 {
  const read = query.safeParse(Object.fromEntries(parameters));
  if (!read.success) return 400;
  const { format } = read.data;
  return format === "json" || format === "xml" ? { ...read.data, format } : 501;
}

/** A `rich` answer (oEmbed 1.0, 2.3.4.4). */
export type Oembed = Readonly<Record<string, string | number>>;

type OembedFor = {
  readonly origin: string;
  readonly locale: string;
  readonly siteName: string;
  /** What the frame is called. */
  readonly title: string;
  readonly isWork: boolean;
};

/**
 * Describes the frame for a passage or a range.
 * @param passages - at least one
 * @param isWork - the work as a whole was asked for, and is shown by how it begins
 */
export function oembedOf(
  work: Work,
  passages: readonly [Passage, ...Passage[]],
  { origin, locale, siteName, title, isWork }: OembedFor,
  { maxwidth, maxheight }: Pick<OembedQuery, "maxwidth" | "maxheight">,
): Oembed {
  const segment = formatPassageRange({ first: passages[0].id, last: passages.at(-1)?.id ?? passages[0].id });
  const size = frameSize(work, passages, { maxWidth: maxwidth, maxHeight: maxheight });
  const author = work.metadata.source.publisher ?? work.metadata.source.byline[0];
  // A thumbnail has to keep to the limits too, and ours has one size.
  const hasThumbnail = (maxwidth ?? cardWidth) >= cardWidth && (maxheight ?? cardHeight) >= cardHeight;
  return {
    version: "1.0",
    type: "rich",
    title,
    ...(author !== undefined && { author_name: setForDisplay(work, "source")(author) }),
    provider_name: siteName,
    provider_url: `${origin}/${locale}`,
    cache_age: 86_400,
    ...(hasThumbnail && {
      thumbnail_url: `${origin}${cardPath(work.slug, isWork ? null : segment)}`,
      thumbnail_width: cardWidth,
      thumbnail_height: cardHeight,
    }),
    ...size,
    html: embedCode(origin, locale, work.slug, segment, title, size),
  };
}

/** Writes an answer as XML (oEmbed 1.0, 2.3.4). */
export function oembedXml(answer: Oembed): string {
  const elements = Object.entries(answer).map(([name, value]) => `  <${name}>${escape(`${value}`)}</${name}>\n`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${elements.join("")}</oembed>\n`;
}

/** What XML 1.0 cannot hold in any spelling is left out (section 2.2). */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
