import { getTranslations } from "next-intl/server";
import { setForDisplay, type SideName } from "@/components/reading/prepare";
import { routing, type Locale } from "@/i18n/routing";
import { cardPath } from "@/lib/address/shared-paths";
import { workPath } from "@/lib/address/permalink";
import { absolute, siteUrl } from "@/lib/address/site-url";
import { readByline } from "@/lib/cite/byline";
import { lastChange } from "@/lib/work/last-change";
import type { Work } from "@/lib/work/work";
import type { JsonLd } from "./json-ld";

/**
 * A work as schema.org describes it: the translation, an article, and the article it translates. Each is known by one
 * address in every language of the interface.
 */
export async function workData(work: Work, locale: Locale): Promise<JsonLd> {
  const t = await getTranslations({ locale, namespace: "Site" });
  const { date, origin, corrections } = work.metadata;
  const ids = { source: idOf(work, "source"), translation: idOf(work, "translation") };
  const page = absolute(workPath(locale, work.slug));
  return {
    "@context": "https://schema.org",
    ...article(work, "translation"),
    url: page,
    mainEntityOfPage: page,
    image: absolute(cardPath(work.slug, null)),
    isPartOf: { "@type": "WebSite", name: t("name"), url: siteUrl().href },
    ...(corrections.length > 0 && { dateModified: lastChange(work), correction: correctionsOf(work) }),
    translationOfWork: {
      ...article(work, "source"),
      datePublished: date,
      url: origin,
      workTranslation: { "@id": ids.translation },
    },
  };
}

function article(work: Work, side: SideName): JsonLd {
  const { title, summary, byline, publisher, rights, language } = work.metadata[side];
  const set = setForDisplay(work, side);
  const { authors, translators, editors } = readByline(byline);
  return {
    "@type": "Article",
    "@id": idOf(work, side),
    inLanguage: language,
    headline: set(title),
    description: summary && set(summary),
    author: people(authors),
    translator: people(translators),
    editor: people(editors),
    creditText: byline.length > 0 ? byline.join("; ") : undefined,
    publisher: publisher === undefined ? undefined : { "@type": "Organization", name: publisher },
    copyrightNotice: rights,
    license: licenceOf(rights),
  };
}

/** Credits do not say whether a name is a person's or a group's; to schema.org a Person is the weaker claim. */
function people(names: readonly string[]): readonly JsonLd[] | undefined {
  return names.length > 0 ? names.map((name) => ({ "@type": "Person", name })) : undefined;
}

function correctionsOf(work: Work): readonly JsonLd[] {
  return work.metadata.corrections.flatMap((correction) =>
    (["source", "translation"] as const).flatMap((side) => {
      const text = correction[side];
      if (text === undefined) return [];
      const { language } = work.metadata[side];
      return [{ "@type": "CorrectionComment", datePublished: correction.date, inLanguage: language, text }];
    }),
  );
}

/** The address of a Creative Commons licence that a sentence names: `CC BY-SA 4.0`. What it does not name is not guessed. */
export function licenceOf(rights: string): string | undefined {
  const [, kind, version] = /\bCC[ -](BY(?:-(?:NC|ND|SA|NC-SA|NC-ND))?)[ -](\d\.\d)\b/i.exec(rights) ?? [];
  if (kind && version) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
  return /\bCC0\b/.test(rights) ? "https://creativecommons.org/publicdomain/zero/1.0/" : undefined;
}

function idOf(work: Work, side: SideName): string {
  return `${absolute(workPath(routing.defaultLocale, work.slug))}#${side}`;
}
