import type { useFormatter } from "next-intl";

/** A day as the interface's language writes it out. @param date - ISO 8601 */
export function formatDay(format: ReturnType<typeof useFormatter>, date: string): string {
  return format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
}
