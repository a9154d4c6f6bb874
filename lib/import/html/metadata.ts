import { isSafeLink } from "@/lib/passage/safe-url";
import { readLanguage } from "../detect-language";
import type { FoundMetadata } from "../imported-text";
import { attribute, elementsOf, type HtmlElement, textOf } from "./tree";

/** Reads what a page says of itself in its head. */
export function pageMetadata(root: HtmlElement): FoundMetadata {
  const named = new Map<string, string>();
  let title = "";
  let canonical = "";
  for (const element of elementsOf(root)) {
    if (element.tagName === "meta") {
      const name = (
        attribute(element, "property") ||
        attribute(element, "name") ||
        attribute(element, "itemprop")
      ).toLowerCase();
      const content = oneLine(attribute(element, "content"));
      if (name !== "" && content !== "" && !named.has(name)) named.set(name, content);
    }
    if (element.tagName === "title" && title === "") title = oneLine(textOf(element));
    if (element.tagName === "link" && attribute(element, "rel") === "canonical")
      canonical ||= attribute(element, "href");
    if (element.tagName === "body") break;
  }
  const first = (...names: string[]) => names.map((name) => named.get(name)).find((value) => value !== undefined);
  const author = first("author", "article:author", "dc.creator", "byl", "parsely-author");
  const language = readLanguage(
    attribute(root, "lang") || attribute(root, "xml:lang") || first("og:locale", "dc.language") || "",
  );
  const date = readDay(
    first("article:published_time", "date", "pubdate", "dc.date", "datepublished", "parsely-pub-date") ?? "",
  );
  const origin = [first("og:url") ?? "", canonical].find(isWebAddress);
  const name = first("og:title", "dc.title", "twitter:title") ?? withoutSite(title, first("og:site_name"));
  const publisher = first("og:site_name", "dc.publisher", "publisher");
  const summary = first("og:description", "description");
  return {
    ...(name ? { title: name } : {}),
    ...(author && !/^https?:/.test(author) ? { byline: [author] } : {}),
    ...(publisher ? { publisher } : {}),
    ...(date ? { date } : {}),
    ...(language ? { language } : {}),
    ...(origin ? { origin } : {}),
    ...(summary ? { summary } : {}),
  };
}

function oneLine(text: string): string {
  return text.slice(0, 2_000).replace(/\s+/g, " ").trim();
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && url.length < 2_000 && isSafeLink(url);
}

/** `Title - Site` is the title, where the page names its site. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s[-–—|_]\s/);
  return site && parts.length > 1 && parts.at(-1) === site ? title.slice(0, -site.length - 3).trim() : title;
}

/** Reads a day from a date as files write it; empty for what is none. */
export function readDay(text: string): string {
  const found = /(?:^|\D)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(text.slice(0, 100));
  if (!found) return "";
  const [, year = "", month = "", day = ""] = found;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? "" : iso;
}
