import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { hasGuide } from "@/components/reading/guide";
import { ReadingPage } from "@/components/reading/reading-page";
import { passageTitle } from "@/components/reading/titles";
import { alternates } from "@/components/site/alternates";
import { DamagedPage } from "@/components/site/damaged-page";
import { NotFoundPage } from "@/components/site/not-found-page";
import type { Locale } from "@/i18n/routing";
import { resolvePassage } from "@/lib/address/resolve";
import { findWork } from "@/lib/work/library";

type Params = { locale: Locale; work: string; passage: string };

/** Drawn on the first visit and then kept: passages must not become prerendered pages of their own. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: PageProps<"/[locale]/[work]/[passage]">): Promise<Metadata> {
  const { locale, work: slug, passage } = (await params) as Params;
  const found = await findWork(slug);
  if (!found || "damaged" in found) {
    const t = await getTranslations({ locale, namespace: found ? "DamagedPage" : "NotFoundPage" });
    return { title: t("title"), robots: { index: false } };
  }
  const { title, description, exact } = await passageTitle(
    found.work,
    locale,
    resolvePassage(found.work, decodeURIComponent(passage)),
  );
  return {
    title,
    description,
    // The passage is part of the work's page, and that page alone is to be stored by search engines.
    alternates: { canonical: alternates(locale, `/${slug}`).canonical },
    ...(exact ? { openGraph: { type: "article" as const, title, description } } : { robots: { index: false } }),
  };
}

export default async function Page({ params }: PageProps<"/[locale]/[work]/[passage]">) {
  const { locale, work: slug, passage } = (await params) as Params;
  setRequestLocale(locale);
  const found = await findWork(slug);
  if (!found) return <NotFoundPage />;
  if ("damaged" in found) return <DamagedPage locale={locale} />;
  const landing = resolvePassage(found.work, decodeURIComponent(passage));
  return <ReadingPage work={found.work} locale={locale} landing={landing} hasGuide={await hasGuide()} />;
}
