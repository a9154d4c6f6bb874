import { getFormatter, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { localeTag } from "@/i18n/routing";
import type { Run } from "@/lib/address/resolve";
import type { TextVisit } from "@/lib/address/visit";
import type { Passage, Work } from "@/lib/work/work";
import { setForDisplay, type SideName } from "./prepare";
import { formatDay } from "./format-day";

/** Title and description as search engines and link previews show them. */
export type PageTitle = { title: string; description: string };

/** The work's title, the interface's language first. */
export function workTitle(work: Work, locale: Locale): PageTitle {
  const [near, far] = sidesByNearness(work, locale);
  return {
    title: `${titleOf(work, near)} · ${titleOf(work, far)}`,
    description: work.metadata[near].summary ?? titleOf(work, near),
  };
}

/** Title of what an address shows: the work's, or the words of the passage it names, so that a preview shows what was sent. */
export async function visitTitle({ work, landing, version }: TextVisit, locale: Locale): Promise<PageTitle> {
  const t = await getTranslations({ locale, namespace: "PassageTitle" });
  if (landing?.kind === "removed") {
    const heading = (await getTranslations({ locale, namespace: "Tombstone" }))("title", {
      count: 1 + landing.others.length,
    });
    return { title: t("gone", { heading, title: nearTitle(work, locale) }), description: heading };
  }
  const plain = landing && "passages" in landing ? passageTitle(landing, work, locale, t) : workTitle(work, locale);
  if (version?.kind !== "found") return plain;
  const date = formatDay(await getFormatter({ locale }), version.date);
  return { ...plain, title: t("version", { title: plain.title, date }) };
}

function passageTitle(
  { first, last, passages }: Run,
  work: Work,
  locale: Locale,
  t: Awaited<ReturnType<typeof getTranslations<"PassageTitle">>>,
): PageTitle {
  const words = wordsOf(passages, work, locale);
  const named = { words: shorten(words, 60), title: nearTitle(work, locale) };
  return {
    title:
      first === last
        ? t("one", { ...named, number: `${first.number}` })
        : t("range", { ...named, first: `${first.number}`, last: `${last.number}` }),
    description: shorten(words, 200),
  };
}

/** The work's title on the side that is nearer to the interface's language. */
function nearTitle(work: Work, locale: Locale): string {
  return titleOf(work, sidesByNearness(work, locale)[0]);
}

export function titleOf(work: Work, side: SideName): string {
  return setForDisplay(work, side)(work.metadata[side].title);
}

function wordsOf(passages: readonly Passage[], work: Work, locale: Locale): string {
  const [near, far] = sidesByNearness(work, locale);
  return passages
    .map((passage) => {
      const side = passage[near] ? near : far;
      return setForDisplay(work, side)(passage[side]?.text ?? "");
    })
    .join(" ");
}

/** Both sides, that in the interface's language first. */
export function sidesByNearness(work: Work, locale: Locale): [SideName, SideName] {
  const isNear = work.metadata.source.language.split("-")[0] === localeTag[locale].split("-")[0];
  return isNear ? ["source", "translation"] : ["translation", "source"];
}

/** Cuts after `limit` characters at most, at a word's end where the script has spaces, and says so with an ellipsis. */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text.replace(/\s+/g, " ").trim());
  if (characters.length <= limit) return characters.join("");
  return `${characters
    .slice(0, limit)
    .join("")
    .replace(/\s+[^\s]{0,12}$/, "")}…`;
}
