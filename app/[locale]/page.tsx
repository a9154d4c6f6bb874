import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LibraryPage } from "@/components/library/library-page";
import { alternates } from "@/components/site/alternates";
import type { Locale } from "@/i18n/routing";
import { openLibrary } from "@/lib/work/library";

export async function generateMetadata({ params }: PageProps<"/[locale]">): Promise<Metadata> {
  const locale = (await params).locale as Locale;
  const t = await getTranslations({ locale, namespace: "Site" });
  return {
    title: { absolute: `${t("name")} · ${t("tagline")}` },
    description: t("description"),
    alternates: alternates(locale, ""),
  };
}

export default async function Page({ params }: PageProps<"/[locale]">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  return <LibraryPage library={await openLibrary()} locale={locale} />;
}
