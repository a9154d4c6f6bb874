import type { Work } from "./work";

/** The day of the last correction of a work, else of its publication, ISO 8601. */
export function lastChange({ metadata }: Work): string {
  return metadata.corrections.reduce((latest, { date }) => (date > latest ? date : latest), metadata.date);
}
