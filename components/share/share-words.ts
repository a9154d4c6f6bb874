import { getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { citationForms } from "@/lib/cite/citations";
import type { CitationForm } from "@/lib/cite/citations";
import type { Passage, Work } from "@/lib/work/work";
import type { ShareWords } from "./sheet-data";

/** Translates the share sheet for these passages. */
export async function shareWords(
  work: Work,
  passages: readonly [Passage, ...Passage[]],
  locale: Locale,
): Promise<ShareWords> {
  const t = await getTranslations({ locale, namespace: "ShareSheet" });
  const language = await getTranslations({ locale, namespace: "Languages" });
  const [first, last] = [`${passages[0].number}`, `${(passages.at(-1) ?? passages[0]).number}`];
  const byForm = (words: (form: CitationForm) => string) =>
    Object.fromEntries(citationForms.map((form) => [form, words(form)])) as Record<CitationForm, string>;
  return {
    title: first === last ? t("title", { number: first }) : t("titleOfRange", { first, last }),
    titleOfWords: t("titleOfWords", { number: first }),
    link: t("link"),
    copyLink: t("copyLink"),
    copyLinkToPassage: t("copyLinkToPassage"),
    copyLinkWithCheck: t("copyLinkWithCheck"),
    aboutCheck: t("aboutCheck"),
    copyLinkToWords: t("copyLinkToWords"),
    copyEmbed: t("copyEmbed"),
    send: t("send"),
    extend: t("extend"),
    extending: t("extending"),
    text: t("text"),
    language: t("language"),
    source: language(work.metadata.source.language),
    translation: language(work.metadata.translation.language),
    both: t("both"),
    form: t("form"),
    plain: t("plain"),
    markdown: t("markdown"),
    withCredit: t("withCredit"),
    withLink: t("withLink"),
    copyText: t("copyText"),
    preview: t("preview"),
    citation: t("citation"),
    copy: t("copy"),
    copied: t("copied"),
    failed: t("failed"),
    close: t("close"),
    forms: byForm((form) => t(`forms.${form}`)),
    copyCitation: byForm((form) => t("copyCitation", { form: t(`forms.${form}`) })),
  };
}
