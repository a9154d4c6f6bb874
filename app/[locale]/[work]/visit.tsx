import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { permanentRedirect } from "next/navigation";
import { hasGuide } from "@/components/reading/guide";
import { ReadingPage } from "@/components/reading/reading-page";
import { previewOf } from "@/components/card/preview";
import { oembedDiscovery } from "@/components/embed/discovery";
import { visitTitle } from "@/components/reading/titles";
import { TombstonePage } from "@/components/reading/tombstone-page";
import { alternates } from "@/components/site/alternates";
import { DamagedPage } from "@/components/site/damaged-page";
import { JsonLdScript } from "@/components/site/json-ld";
import { NotFoundPage } from "@/components/site/not-found-page";
import { workData } from "@/components/site/work-data";
import type { Locale } from "@/i18n/routing";
import { permalinkPath, workPath } from "@/lib/address/permalink";
import { lastDayInText, readVisit, type Asked } from "@/lib/address/visit";

/** Draws what an address of a work comes to. Every route of a work is this, with what its path says. */
export async function drawVisit(locale: Locale, asked: Asked) {
  setRequestLocale(locale);
  const visit = await readVisit(asked);
  switch (visit.kind) {
    case "missing":
      return <NotFoundPage />;
    case "damaged":
      return <DamagedPage locale={locale} />;
    case "renamed":
      // proxy.ts has sent the reader there already, where it runs, and says more.
      permanentRedirect([workPath(locale, visit.slug), ...(asked.segment ? [asked.segment] : [])].join("/"));
    case "text":
      if (visit.landing?.kind !== "removed")
        return (
          <>
            <ReadingPage visit={visit} locale={locale} hasGuide={await hasGuide()} />
            {visit.landing === null && visit.version === null && (
              <JsonLdScript data={await workData(visit.work, locale)} />
            )}
          </>
        );
      return (
        <TombstonePage
          visit={visit}
          locale={locale}
          landing={visit.landing}
          // A line that may be left out: the page must not fail with it.
          lastDay={await lastDayInText(visit, visit.landing.date).catch(() => null)}
        />
      );
  }
}

/** Title, description and address of that page for search engines and previews. */
export async function describeVisit(locale: Locale, asked: Asked): Promise<Metadata> {
  const visit = await readVisit(asked);
  if (visit.kind !== "text") {
    const t = await getTranslations({ locale, namespace: visit.kind === "damaged" ? "DamagedPage" : "NotFoundPage" });
    return { title: t("title"), robots: { index: false } };
  }
  const { title, description } = await visitTitle(visit, locale);
  const { landing, version, work } = visit;
  const { canonical, languages, types: feeds } = alternates(locale, `/${work.slug}`);
  const isToday = version === null && (landing === null || landing.kind === "exact" || landing.kind === "moved");
  const shown = landing === null ? null : "passages" in landing ? landing : undefined;
  const path = shown
    ? permalinkPath(locale, work.slug, { first: shown.first.id, last: shown.last.id })
    : workPath(locale, work.slug);
  const types = { ...feeds, ...(shown !== undefined && version === null && oembedDiscovery(path)) };
  return {
    title,
    description,
    // A passage is part of the work's page, and that page alone is to be stored by search engines.
    alternates: { canonical, types, ...(landing === null && version === null && { languages }) },
    ...(shown !== undefined &&
      (await previewOf(work, locale, { title, description, path, run: shown, isToday: version === null }))),
    ...(!isToday && { robots: { index: false } }),
  };
}
