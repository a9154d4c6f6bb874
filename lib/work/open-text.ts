import { type ParsedRendering, parseRendering } from "@/lib/passage/parse-rendering";
import type { Problem } from "@/lib/problem/problem";
import type { DecodedText } from "@/lib/text/decode";
import { fileMissing, readText } from "./read-file";

/** One text of a work as it was read. */
export type OpenText = {
  readonly name: string;
  /** Its name as problems show it. */
  readonly file: string;
  readonly decoded: DecodedText;
  /** With problems of its own, which are not yet noted elsewhere. */
  readonly rendering: ParsedRendering;
};

/**
 * Reads one text of a work, noting what keeps it from being read.
 *
 * @param shownAs - the work's folder as problems show it
 * @returns null when it is missing or no text at all
 */
export async function openText(
  folder: string,
  language: string,
  shownAs: string,
  problems: Problem[],
): Promise<OpenText | null> {
  const name = `${language}.md`;
  const file = `${shownAs}/${name}`;
  const { decoded, missing, problems: reading } = await readText(folder, name, shownAs);
  problems.push(...reading);
  if (missing)
    problems.push(fileMissing(file, "error", "Add the text in this language, or mend the language in work.yaml."));
  return decoded && { name, file, decoded, rendering: parseRendering(decoded.text, file) };
}
