import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/site/not-found-page";
import type { Locale } from "@/i18n/routing";

export async function generateMetadata({ params }: PageProps<"/[locale]/[...rest]">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "NotFoundPage" });
  return { title: t("title"), robots: { index: false } };
}

/** Every address that nothing else answers. Drawn, not thrown: Next draws what is thrown in the browser, by script. */
export default async function Page({ params }: PageProps<"/[locale]/[...rest]">) {
  setRequestLocale((await params).locale as Locale);
  return <NotFoundPage />;
}
