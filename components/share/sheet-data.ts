import type { CitationForm } from "@/lib/cite/citations";
import type { Quote } from "@/lib/cite/quote";

/** The sentences of the share sheet, finished: the catalogue itself never travels to the browser. */
export type ShareWords = Readonly<
  Record<
    | "title"
    | "titleOfWords"
    | "link"
    | "copyLink"
    | "copyLinkToPassage"
    | "copyLinkWithCheck"
    | "aboutCheck"
    | "copyLinkToWords"
    | "copyEmbed"
    | "send"
    | "extend"
    | "extending"
    | "text"
    | "language"
    | "source"
    | "translation"
    | "both"
    | "form"
    | "plain"
    | "markdown"
    | "withCredit"
    | "withLink"
    | "copyText"
    | "preview"
    | "citation"
    | "copied"
    | "failed"
    | "copy"
    | "close",
    string
  >
> & {
  readonly copyCitation: Readonly<Record<CitationForm, string>>;
  readonly forms: Readonly<Record<CitationForm, string>>;
};

/** What the share sheet is drawn from; `/api/quote/<locale>/<work>/<segment>` answers with it. */
export type SheetData = { readonly quote: Quote; readonly words: ShareWords };
