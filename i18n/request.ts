import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { locale as rootLocale } from "next/root-params";
import { routing, type Locale } from "./routing";

const catalogues = {
  en: () => import("../messages/en.json"),
  zh: () => import("../messages/zh.json"),
} satisfies Record<Locale, () => Promise<unknown>>;

export default getRequestConfig(async ({ locale: asked }) => {
  const candidate = asked ?? (await rootLocale());
  const locale = hasLocale(routing.locales, candidate) ? candidate : routing.defaultLocale;
  return { locale, messages: (await catalogues[locale]()).default, timeZone: "Asia/Shanghai" };
});
