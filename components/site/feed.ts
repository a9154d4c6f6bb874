import { Feed, type Item } from "feed";
import { getTranslations } from "next-intl/server";
import { setForDisplay, type SideName } from "@/components/reading/prepare";
import { routing, type Locale } from "@/i18n/routing";
import { workPath } from "@/lib/address/permalink";
import { absolute } from "@/lib/address/site-url";
import { openLibrary } from "@/lib/work/library";
import type { Work } from "@/lib/work/work";
import { feedPaths } from "./alternates";

/** The newest entries alone: a feed tells what is new, the library has the rest. */
const most = 50;

/**
 * The feed of the site: each work when it appears, each correction when it is made, with Chinese and English titles.
 * Every entry is in both languages, so there is one feed and not one for each language of the interface.
 */
export async function buildFeed(): Promise<Feed> {
  const { works } = await openLibrary();
  const names = await Promise.all(routing.locales.map((locale) => getTranslations({ locale, namespace: "Feed" })));
  const items = (
    await Promise.all(works.map(async (work) => [workItem(work), ...(await correctionItems(work))]))
  ).flat();
  items.sort((a, b) => b.date.getTime() - a.date.getTime());
  const title = clean(names.map((t) => t("title")).join(" · "));
  const home = absolute(`/${routing.defaultLocale}`);
  const feed = new Feed({
    id: home,
    link: home,
    title,
    author: { name: title },
    description: clean(names.map((t) => t("description")).join(" ")),
    updated: items[0]?.date ?? new Date(0),
    generator: false,
    feedLinks: { atom: absolute(feedPaths.atom), rss: absolute(feedPaths.rss) },
  });
  items.slice(0, most).forEach((item) => feed.addItem(item));
  return feed;
}

function workItem(work: Work): Item {
  const link = absolute(workPath(routing.defaultLocale, work.slug));
  const { source, translation, date } = work.metadata;
  return {
    id: link,
    link,
    title: plain(titles(work)),
    date: dayOf(date),
    published: dayOf(date),
    description: plain([source.summary, translation.summary].filter(Boolean).join(" ") || titles(work)),
    content: html(work, { source: source.summary, translation: translation.summary }),
  };
}

/** Ids count the corrections of one day, in the order of the file: a later one never changes those before it. */
async function correctionItems(work: Work): Promise<readonly Item[]> {
  const words = await Promise.all(
    routing.locales.map(async (locale) => (await getTranslations({ locale, namespace: "Feed" }))("correction")),
  );
  const counts = new Map<string, number>();
  return work.metadata.corrections.map((correction) => {
    const count = (counts.get(correction.date) ?? 0) + 1;
    counts.set(correction.date, count);
    const link = absolute(workPath(routing.defaultLocale, work.slug));
    return {
      id: `${link}#correction-${correction.date}-${count}`,
      link,
      title: plain(`${words.join(" · ")}: ${titles(work)}`),
      date: dayOf(correction.date),
      published: dayOf(correction.date),
      description: plain([correction.source, correction.translation].filter(Boolean).join(" ")),
      content: html(work, correction),
    };
  });
}

function titles(work: Work): string {
  return `${title(work, "source")} · ${title(work, "translation")}`;
}

function title(work: Work, side: SideName): string {
  return setForDisplay(work, side)(work.metadata[side].title);
}

/** A paragraph for each side, each in its own language, then the work's page in each language of the interface. */
function html(work: Work, words: { readonly source?: string | undefined; readonly translation?: string | undefined }) {
  const paragraphs = (["source", "translation"] as const).flatMap((side) =>
    words[side]
      ? `<p lang="${work.metadata[side].language}">${escape(setForDisplay(work, side)(words[side]))}</p>`
      : [],
  );
  const names: Record<Locale, string> = { en: "English", zh: "中文" };
  const links = routing.locales.map(
    (locale) => `<a href="${escape(absolute(workPath(locale, work.slug)))}" hreflang="${locale}">${names[locale]}</a>`,
  );
  return clean(`${paragraphs.join("")}<p>${links.join(" · ")}</p>`);
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Plain words for a place that some readers take for HTML and others do not: these references are read by both. */
function plain(text: string): string {
  return clean(text).replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** Takes out what XML 1.0 cannot hold in any spelling (section 2.2), which no builder does. */
function clean(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
}
