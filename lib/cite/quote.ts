import { permalinkPath, withVersion } from "@/lib/address/permalink";
import { formatPassageRange } from "@/lib/address/passage-range";
import type { Passage, Side, Work } from "@/lib/work/work";
import { citationsOf, type Citation } from "./citations";
import type { Words } from "./compose-quote";
import { creditOf } from "./credit";
import { embedCode } from "./embed-code";
import { quoteMarkdown } from "./quote-markdown";

/** One side of what is quoted. */
export type QuotedSide = {
  readonly language: string;
  /** Whose words they are, in one line. */
  readonly credit: string;
  readonly citations: readonly Citation[];
};

/** All that can be taken along of a passage or a range. */
export type Quote = {
  /** Permalink, absolute. */
  readonly link: string;
  /** HTML for another page. */
  readonly embed: string;
  readonly passages: readonly { readonly source: Words | null; readonly translation: Words | null }[];
  readonly source: QuotedSide;
  readonly translation: QuotedSide;
};

export type QuoteFor = {
  /** Language of the interface, as addresses have it. */
  readonly locale: string;
  /** Scheme and host that addresses begin with. */
  readonly origin: string;
  /** What the site is called in the language of each side. */
  readonly siteNames: Readonly<Record<"source" | "translation", string>>;
  /** The version that is quoted, as it was asked for; `null` for today's text. */
  readonly version: string | null;
  /** Today, ISO 8601. */
  readonly day: string;
};

/** @param passages - one or more, in the order of the text */
export function quoteOf(work: Work, passages: readonly [Passage, ...Passage[]], asked: QuoteFor): Quote {
  const range = { first: passages[0].id, last: (passages.at(-1) ?? passages[0]).id };
  const segment = formatPassageRange(range);
  const link = asked.origin + withVersion(permalinkPath(asked.locale, work.slug, range), asked.version);
  const sideOf = (side: "source" | "translation"): QuotedSide => ({
    language: work.metadata[side].language,
    credit: creditOf(work, side),
    citations: citationsOf(work, side, {
      url: link,
      site: asked.siteNames[side],
      day: asked.day,
      key: `${work.slug}-${segment.replace("..", "-")}`,
    }),
  });
  const title = [work.metadata.source.title, work.metadata.translation.title].join(" · ");
  return {
    link,
    embed: embedCode(asked.origin, asked.locale, work.slug, segment, title),
    passages: passages.map(({ source, translation }) => ({
      source: wordsOf(source),
      translation: wordsOf(translation),
    })),
    source: sideOf("source"),
    translation: sideOf("translation"),
  };
}

function wordsOf(side: Side | null): Words | null {
  return side && { text: side.text, markdown: quoteMarkdown(side.blocks) };
}
