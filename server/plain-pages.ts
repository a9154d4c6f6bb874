import en from "@/messages/en.json";
import zh from "@/messages/zh.json";

/**
 * The page for a request that nothing else could answer. It says the same in both languages, because what failed may
 * be what knows the reader's.
 * @param number - names the line in the log that has the details
 */
export function errorPage(number: string): string {
  const sections = [
    { language: "en", words: en.ErrorPage },
    { language: "zh-Hans", words: zh.ErrorPage },
  ].map(
    ({ language, words }) =>
      `<section lang="${language}"><h1>${words.title}</h1><p>${words.lead}</p><p>${words.number.replace("{number}", number)}</p></section>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${en.ErrorPage.title}</title></head><body><main>${sections.join("")}</main></body></html>`;
}
