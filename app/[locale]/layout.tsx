import type { Metadata, Viewport } from "next";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { StartBehaviours } from "@/components/reading/start-behaviours";
import { applyComfort } from "@/components/site/inline-scripts";
import { localeTag, routing } from "@/i18n/routing";
import { siteUrl } from "@/lib/address/site-url";
import "../globals.css";

export const dynamic = "force-static";

/** The browser paints its own frame like the page: `--paper` of components/site/colours.css. */
export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f1" },
    { media: "(prefers-color-scheme: dark)", color: "#171614" },
  ],
  viewportFit: "cover",
};

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

export async function generateMetadata({ params }: LayoutProps<"/[locale]">): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: "Site" });
  return {
    metadataBase: siteUrl(),
    title: { default: `${t("name")} · ${t("tagline")}`, template: `%s · ${t("name")}` },
    description: t("description"),
  };
}

/** The frame of every page. `data-runtime="none"`: nothing here needs React in the browser, so the server may take it out. */
export default async function RootLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={localeTag[locale]} data-runtime="none" data-module="reading" suppressHydrationWarning>
      <head>
        <script data-duidu="" dangerouslySetInnerHTML={{ __html: applyComfort }} />
      </head>
      <body>
        {children}
        <StartBehaviours />
      </body>
    </html>
  );
}
