import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import type { Work } from "@/lib/work/work";
import { creditOf } from "./credit";
import { recordOf, type Reading } from "./record";
import { chicago, gb7714 } from "./styles";

/** The forms of a citation, in the order in which they are offered. */
export const citationForms = ["plain", "chicago", "apa", "gb7714", "bibtex", "csl-json"] as const;
export type CitationForm = (typeof citationForms)[number];

export type Citation = { readonly form: CitationForm; readonly text: string };

const { styles } = plugins.config.get("@csl");
styles.add("duidu-chicago", chicago);
styles.add("duidu-gb7714-zh", gb7714("译"));
styles.add("duidu-gb7714-en", gb7714("trans"));
// Else whatever is not ASCII, that is to say all Chinese, is left out.
Object.assign(plugins.config.get("@bibtex").format, { asciiOnly: false, useIdAsLabel: true });

/**
 * Cites one rendering of a work, or a passage of it, in every form. The permalink, which each form carries, says which
 * passage is meant; the number of a passage is in none of them, because it changes when the text is edited.
 * Takes some 10 ms; the first time up to a second, while the library reads its styles.
 */
export function citationsOf(work: Work, side: "source" | "translation", reading: Reading): readonly Citation[] {
  const cite = new Cite(recordOf(work, side, reading));
  const isChinese = /^(zh|lzh)/.test(work.metadata[side].language);
  const styled = (template: string) =>
    cite.format("bibliography", { style: template, template, lang: "en-US", format: "text" }).trim();
  const texts: Record<CitationForm, string> = {
    plain: `${creditOf(work, side)}${isChinese ? "，" : ", "}${reading.url}`,
    chicago: styled("duidu-chicago"),
    apa: styled("apa"),
    gb7714: styled(`duidu-gb7714-${isChinese ? "zh" : "en"}`),
    bibtex: cite.format("bibtex").trim(),
    "csl-json": printRecords(cite.data),
  };
  return citationForms.map((form) => ({ form, text: texts[form] }));
}

/** CSL-JSON with a line for each field: the library's own print of one record is fifty lines long. */
function printRecords(records: readonly object[]): string {
  const print = (record: object) =>
    Object.entries(record)
      .filter(([field]) => !field.startsWith("_"))
      .map(([field, value]) => `    ${JSON.stringify(field)}: ${JSON.stringify(value)}`)
      .join(",\n");
  return `[\n${records.map((record) => `  {\n${print(record)}\n  }`).join(",\n")}\n]`;
}
