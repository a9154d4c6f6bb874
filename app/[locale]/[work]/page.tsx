import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { hasGuide } from "@/components/reading/guide";
import { ReadingPage } from "@/components/reading/reading-page";
import { workTitle } from "@/components/reading/titles";
import { alternates } from "@/components/site/alternates";
import { DamagedPage } from "@/components/site/damaged-page";
import { NotFoundPage } from "@/components/site/not-found-page";
import { routing, type Locale } from "@/i18n/routing";
import { findWork, openLibrary } from "@/lib/work/library";

export async function generateStaticParams() {
  const { works } = await openLibrary();
  return routing.locales.flatMap((locale) => works.map((work) => ({ locale, work: work.slug })));
}

export async function generateMetadata({ params }: PageProps<"/[locale]/[work]">): Promise<Metadata> {
  const { locale, work: slug } = (await params) as { locale: Locale; work: string };
  const found = await findWork(slug);
  if (!found || "damaged" in found) {
    const t = await getTranslations({ locale, namespace: found ? "DamagedPage" : "NotFoundPage" });
    return { title: t("title"), robots: { index: false } };
  }
  const { title, description } = workTitle(found.work, locale);
  return {
    title,
    description,
    alternates: alternates(locale, `/${slug}`),
    openGraph: { type: "article", title, description, publishedTime: found.work.metadata.date },
  };
}

export default async function Page({ params }: PageProps<"/[locale]/[work]">) {
  const { locale, work: slug } = (await params) as { locale: Locale; work: string };
  setRequestLocale(locale);
  const found = await findWork(slug);
  if (!found) return <NotFoundPage />;
  if ("damaged" in found) return <DamagedPage locale={locale} />;
  return <ReadingPage work={found.work} locale={locale} landing={null} hasGuide={await hasGuide()} />;
}
