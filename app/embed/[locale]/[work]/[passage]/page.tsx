import type { Metadata } from "next";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { NothingQuoted } from "@/components/embed/nothing-quoted";
import { Quotation } from "@/components/embed/quotation";
import { workTitle } from "@/components/reading/titles";
import { routing } from "@/i18n/routing";
import { decodeSegment } from "@/lib/address/decode-segment";
import { workPath } from "@/lib/address/permalink";
import { resolvePassage } from "@/lib/address/resolve";
import { findRenamed, findWork } from "@/lib/work/library";

type Props = PageProps<"/embed/[locale]/[work]/[passage]">;

/** Drawn on the first visit and then kept, as permalinks are. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, found } = await read(params);
  if (!found || !("work" in found)) {
    return { title: (await getTranslations({ locale, namespace: "Embed" }))("nothing") };
  }
  return { title: workTitle(found.work, locale).title, alternates: { canonical: workPath(locale, found.work.slug) } };
}

export default async function Page({ params }: Props) {
  const { locale, slug, segment, found } = await read(params);
  setRequestLocale(locale);
  const link = `${workPath(locale, slug)}/${encodeURIComponent(segment)}`;
  if (!found) return <NothingQuoted href={link} status={404} />;
  if ("damaged" in found) return <NothingQuoted href={link} status={503} />;
  const landing = resolvePassage(found.work, segment);
  const [first, ...rest] = "passages" in landing ? landing.passages : [];
  if (!first) return <NothingQuoted href={link} status={landing.kind === "removed" ? 410 : 404} />;
  const isExact = landing.kind === "exact";
  return <Quotation work={found.work} locale={locale} passages={[first, ...rest]} isExact={isExact} />;
}

async function read(params: Props["params"]) {
  const { locale, work, passage } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const slug = decodeSegment(work);
  const renamed = await findRenamed(slug);
  const found = renamed ? { work: renamed } : await findWork(slug);
  return { locale, slug, segment: decodeSegment(passage), found };
}
