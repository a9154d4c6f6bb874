import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { setForDisplay, type SideName } from "@/components/reading/prepare";
import { sidesByNearness } from "@/components/reading/titles";
import { routing, type Locale } from "@/i18n/routing";
import { cardPath } from "@/lib/address/shared-paths";
import { formatPassageRange } from "@/lib/address/passage-range";
import type { Run } from "@/lib/address/resolve";
import { graphemes } from "@/lib/card/line-atoms";
import { shorten } from "@/lib/card/shorten";
import type { Work } from "@/lib/work/work";
import { cardHeight, cardWidth } from "./lay-out";

/** A language of the interface as Open Graph names it. */
const openGraphLocale: Record<Locale, string> = { en: "en_US", zh: "zh_CN" };

/** What the sites that show previews have room for, in characters; X takes 420 for what a picture says. */
const room = { near: 160, far: 120, alt: 200 };

type Shown = {
  readonly title: string;
  readonly description: string;
  /** Of the page, from the site's root. */
  readonly path: string;
  /** The passages that the link leads to; `null` for the work itself. */
  readonly run: Run | null;
  /** Whether the text is today's, which is all that cards show. */
  readonly isToday: boolean;
};

/** What other sites show for a link: title, words of both languages, and the picture that has them. */
export async function previewOf(
  work: Work,
  locale: Locale,
  { title, description, path, run, isToday }: Shown,
): Promise<Pick<Metadata, "openGraph" | "twitter">> {
  const t = await getTranslations({ locale, namespace: "Site" });
  const pictured = isToday ? run : null;
  const segment = pictured && formatPassageRange({ first: pictured.first.id, last: pictured.last.id });
  const [near, far] = sidesByNearness(work, locale);
  const both = run ? join(wordsOf(work, run, near, room.near), wordsOf(work, run, far, room.far)) : description;
  const alt = join(wordsOf(work, pictured, "source", room.alt), wordsOf(work, pictured, "translation", room.alt));
  const image = { url: cardPath(work.slug, segment), width: cardWidth, height: cardHeight, type: "image/png", alt };
  return {
    openGraph: {
      type: "article",
      siteName: t("name"),
      title,
      description: both,
      url: path,
      locale: openGraphLocale[locale],
      alternateLocale: routing.locales.filter((each) => each !== locale).map((each) => openGraphLocale[each]),
      images: [image],
      ...(run === null && { publishedTime: work.metadata.date }),
    },
    twitter: { card: "summary_large_image", title, description: both, images: [{ url: image.url, alt }] },
  };
}

function join(...words: readonly string[]): string {
  return words.filter((each) => each !== "").join(" — ");
}

function wordsOf(work: Work, run: Run | null, side: SideName, most: number): string {
  const { title, language } = work.metadata[side];
  const text = run ? run.passages.flatMap((passage) => passage[side]?.text ?? []).join(" ") : title;
  const set = setForDisplay(work, side)(text).replace(/\s+/g, " ").trim();
  return shorten(set, language, (candidate) => candidate.length <= most || graphemes(candidate).length <= most);
}
