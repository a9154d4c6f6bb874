import type { CSL } from "@citation-js/core";
import type { Work } from "@/lib/work/work";
import { readByline } from "./byline";

/** Where what is cited was read. */
export type Reading = {
  /** Permalink, absolute. */
  readonly url: string;
  /** Name of the site that it was read on. */
  readonly site: string;
  /** The day it was read, ISO 8601. */
  readonly day: string;
  /**
   * Unique among what a reader may cite: the key of a BibTeX entry. Letters, digits and hyphens, of which BibTeX leaves
   * the hyphens out.
   */
  readonly key: string;
};

/**
 * One rendering of a work as a bibliographic record, CSL-JSON 1.0.2. Only what `work.yaml` says is in it: without a
 * byline the publisher answers for the text, names are kept whole because nothing says which part is the family's, and a
 * translation has the date of its source, the only one there is, and says whose translation it is.
 */
export function recordOf({ metadata }: Work, side: "source" | "translation", reading: Reading): CSL {
  const { title, byline, publisher, language } = metadata[side];
  const { authors, translators, editors } = readByline(byline);
  const responsible = authors.length > 0 ? authors : publisher ? [publisher] : [];
  const isTranslation = side === "translation";
  const record: CSL = {
    id: reading.key,
    type: "webpage",
    title,
    "container-title": reading.site,
    issued: dateOf(metadata.date),
    accessed: dateOf(reading.day),
    language,
    URL: reading.url,
  };
  const names = (list: readonly string[]) => list.map((literal) => ({ literal }));
  if (responsible.length > 0) record.author = names(responsible);
  if (translators.length > 0) record.translator = names(translators);
  if (editors.length > 0) record.editor = names(editors);
  if (publisher && publisher !== reading.site && authors.length > 0) record.publisher = publisher;
  if (isTranslation) record["original-title"] = metadata.source.title;
  return record;
}

function dateOf(day: string): NonNullable<CSL["issued"]> {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { "date-parts": [[year, month, date]] };
}
