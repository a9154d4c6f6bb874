import { getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { localeTag } from "@/i18n/routing";
import type { Resolution } from "@/lib/address/resolve";
import type { Passage, Work } from "@/lib/work/work";
import { setForDisplay, type SideName } from "./prepare";

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

/** The words of the passage that a permalink names, so that a preview shows what was sent. */
export async function passageTitle(
  work: Work,
  locale: Locale,
  landing: Resolution,
): Promise<PageTitle & { exact: boolean }> {
  if (landing.kind !== "exact") return { ...workTitle(work, locale), exact: false };
  const t = await getTranslations({ locale, namespace: "PassageTitle" });
  const { first, last, passages } = landing;
  const words = wordsOf(passages, work, locale);
  const title = titleOf(work, sidesByNearness(work, locale)[0]);
  const arguments_ = { words: shorten(words, 60), title };
  return {
    title:
      first === last
        ? t("one", { ...arguments_, number: `${first.number}` })
        : t("range", { ...arguments_, first: `${first.number}`, last: `${last.number}` }),
    description: shorten(words, 200),
    exact: true,
  };
}

function titleOf(work: Work, side: SideName): string {
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

function sidesByNearness(work: Work, locale: Locale): [SideName, SideName] {
  const isNear = work.metadata.source.language.split("-")[0] === localeTag[locale].split("-")[0];
  return isNear ? ["source", "translation"] : ["translation", "source"];
}

/** Cuts after `limit` characters at most, at a word's end where the script has spaces, and says so with an ellipsis. */
function shorten(text: string, limit: number): string {
  const characters = Array.from(text.replace(/\s+/g, " ").trim());
  if (characters.length <= limit) return characters.join("");
  return `${characters
    .slice(0, limit)
    .join("")
    .replace(/\s+[^\s]{0,12}$/, "")}…`;
}
