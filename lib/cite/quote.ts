import { checkOf } from "@/lib/address/check";
import { permalinkPath, withVersion } from "@/lib/address/permalink";
import { formatPassageRange, type PassageRange } from "@/lib/address/passage-range";
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
  /** The same with what it takes to find the passage by its words, should its id ever be lost. */
  readonly linkWithCheck: string;
  /** HTML for another page; null for a text of another day, since an embedded quotation shows today's. */
  readonly embed: string | null;
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
  const [first, last] = [passages[0], passages.at(-1) ?? passages[0]];
  const range = { first: first.id, last: last.id };
  const checked = { ...range, firstCheck: checkOf(first), lastCheck: checkOf(last) };
  const segment = formatPassageRange(range);
  const linkTo = (to: PassageRange) =>
    asked.origin + withVersion(permalinkPath(asked.locale, work.slug, to), asked.version);
  const link = linkTo(range);
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
    linkWithCheck: linkTo(checked),
    embed: asked.version === null ? embedCode(asked.origin, asked.locale, work.slug, segment, title) : null,
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
