import type { Metadata, Viewport } from "next";
import { hasLocale } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { localeTag, routing } from "@/i18n/routing";
import { siteUrl } from "@/lib/address/site-url";
import "../embed.css";

export const dynamic = "force-static";

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

export function generateMetadata(): Metadata {
  return { metadataBase: siteUrl(), robots: { index: false } };
}

/** A page for a frame: no bar, no script, links that open beside the page that shows it. */
export default async function EmbedLayout({ children, params }: LayoutProps<"/embed/[locale]">) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={localeTag[locale]} data-runtime="none">
      <head>
        <base target="_blank" />
      </head>
      <body>{children}</body>
    </html>
  );
}
