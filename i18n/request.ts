import { hasLocale, type Messages } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { locale as rootLocale } from "next/root-params";
import { routing, type Locale } from "./routing";

/** The English catalogue gives the type; __tests__/messages holds the others to its keys and arguments. */
const catalogues: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import("../messages/en.json"),
  zh: () => import("../messages/zh.json") as Promise<unknown> as Promise<{ default: Messages }>,
};

export default getRequestConfig(async ({ locale: asked }) => {
  const candidate = asked ?? (await rootLocale());
  const locale = hasLocale(routing.locales, candidate) ? candidate : routing.defaultLocale;
  return { locale, messages: (await catalogues[locale]()).default, timeZone: "Asia/Shanghai" };
});
