import type { parseArgs } from "node:util";
import { type GivenDetails, isDay } from "@/lib/import/details";
import { type PairFormat, pairFormats, type TextFormat, textFormats } from "@/lib/import/imported-text";
import type { ReadAs } from "@/lib/import/reader/messages";
import { usualBounds } from "@/lib/import/reader/start";

/** The options of `duidu import`, as the command line gives them. */
export const options = {
  alone: { type: "boolean" },
  slug: { type: "string" },
  content: { type: "string" },
  report: { type: "string" },
  json: { type: "boolean" },
  revise: { type: "boolean" },
  yes: { type: "boolean" },
  "dry-run": { type: "boolean" },
  format: { type: "string" },
  encoding: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  title: { type: "string" },
  "translation-title": { type: "string" },
  rights: { type: "string" },
  "translation-rights": { type: "string" },
  date: { type: "string" },
  deadline: { type: "string" },
  memory: { type: "string" },
} as const;

export type ImportValues = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>["values"];

/** What a work that is there says of itself stays as it is, and its report is printed. */
export function refuseDetails(values: ImportValues): void {
  const given = (["title", "translation-title", "rights", "translation-rights", "date", "report"] as const).filter(
    (name) => values[name] !== undefined,
  );
  if (given.length > 0)
    throw new Error(
      `--revise brings new texts alone: leave out ${given.map((name) => `--${name}`).join(", ")}, and change work.yaml by hand`,
    );
}

/** What the command line says of the work. @throws {Error} for a day that is none */
export function readGiven(values: ImportValues): GivenDetails {
  const pair = (option: "title" | "rights") => {
    const [source, translation] = [values[option], values[`translation-${option}`]].map((said) =>
      said?.replace(/\s+/g, " ").trim(),
    );
    return { ...(source && { source }), ...(translation && { translation }) };
  };
  if (values.date !== undefined && !isDay(values.date))
    throw new Error(`--date ${values.date}: a day is written 2025-04-30`);
  return { title: pair("title"), rights: pair("rights"), ...(values.date !== undefined && { date: values.date }) };
}

/** Reads `--format docx,txt` and `--encoding big5`: one for all files, or one for each. */
export function readFormats({ format, encoding }: ImportValues): ReadAs[] {
  const known: readonly string[] = [...textFormats, ...pairFormats];
  const formats = format?.split(",") ?? [];
  const wrong = formats.find((each) => !known.includes(each));
  if (wrong !== undefined) throw new Error(`--format ${wrong}: these are read: ${known.join(", ")}`);
  const encodings = encoding?.split(",") ?? [];
  return [0, 1].map((at) => {
    const [own, written] = [formats[at] ?? formats[0], encodings[at] ?? encodings[0]];
    return { ...(own && { format: own as TextFormat | PairFormat }), ...(written && { encoding: written }) };
  });
}

/** How long reading may take, and in how much memory. */
export function readBounds({ deadline, memory }: ImportValues) {
  const number = (option: string, value: string | undefined, usual: number): number => {
    const read = value === undefined ? usual : Number(value);
    if (!(read > 0 && read < 1e6)) throw new Error(`${option} ${value}: name a number`);
    return read;
  };
  const seconds = number("--deadline", deadline, usualBounds.readingMs / 1000);
  return {
    memoryMib: number("--memory", memory, usualBounds.memoryMib),
    grows: memory === undefined,
    readingMs: seconds * 1000,
    aligningMs: Math.max(usualBounds.aligningMs, seconds * 1000),
  };
}
