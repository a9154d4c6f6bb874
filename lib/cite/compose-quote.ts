import { asQuotation } from "./quote-markdown";

/** Words in the two forms in which they can be taken along, verbatim. */
export type Words = { readonly text: string; readonly markdown: string };

export type QuoteParts = {
  /** Each stands as a paragraph of its own, in this order: passages, or by turns a source and its translation. */
  readonly words: readonly Words[];
  readonly form: "plain" | "markdown";
  /** Who is quoted; null to leave it out. */
  readonly credit: string | null;
  /** Permalink; null to leave it out. */
  readonly link: string | null;
};

/**
 * Puts together what a reader takes along: the words, and below them, if wanted, whose they are and where they stand.
 * In Markdown the words are a quotation, and the credit carries the link.
 */
export function composeQuote({ words, form, credit, link }: QuoteParts): string {
  if (form === "plain") {
    const source = [credit && `— ${credit}`, link].filter(Boolean).join("\n");
    return [...words.map(({ text }) => text), source].filter((part) => part !== "").join("\n\n");
  }
  const quoted = asQuotation(words.map(({ markdown }) => markdown).join("\n\n"));
  const named = credit && credit.replace(/[\\[\]*_`<]/g, "\\$&");
  const source = named ? `— ${link ? `[${named}](${link})` : named}` : link ? `<${link}>` : "";
  return source ? `${quoted}\n>\n> ${source}` : quoted;
}
