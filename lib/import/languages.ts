import { languages, type Language } from "@/lib/work/metadata";
import { readLanguage } from "./detect-language";
import { ImportRefused } from "./imported-text";

type Read = { readonly file: string; readonly language: Language | null };

/**
 * Says what both texts of a work are in. The first is the source, whatever it is in.
 *
 * @param texts - one for a work that is not translated yet
 * @param said - languages that a person named for the source and the translation
 * @throws {ImportRefused} where that cannot be told, or both are in one language
 */
export function chooseLanguages(
  [source, translation]: readonly Read[],
  said: { readonly from?: string | undefined; readonly to?: string | undefined },
): { source: Language; translation: Language } {
  if (!source) throw new Error("no text was read");
  const from = named(said.from, "--from") ?? source.language ?? refuseUnknown(source.file, "--from");
  const to = named(said.to, "--to");
  if (!translation) {
    const other = to ?? (isChinese(from) ? "en" : "zh-Hans");
    if (isOne(from, other)) throw new Error(`--to ${other} is the language of ${source.file} already`);
    return { source: from, translation: other };
  }
  const other = to ?? translation.language ?? refuseUnknown(translation.file, "--to");
  if (isOne(from, other)) {
    const isOneFile = source.file === translation.file;
    const what = isOneFile
      ? `Both texts of this file are in one language (${nameOf(from, other)}), so neither is the other's translation.`
      : `This text is in ${other}, and so is ${source.file}${from === other ? "" : ` (${from})`}: neither is the other's translation.`;
    const fix = isOneFile
      ? "Choose a file with a text and its translation; if the languages were misread, say them: --from zh --to en."
      : "Name a text and its translation; for a new version of a work, use --revise; if a language was misread, say both: --from zh --to en.";
    throw new ImportRefused(translation.file, null, what, fix);
  }
  return { source: from, translation: other };
}

function named(name: string | undefined, option: string): Language | null {
  if (name === undefined) return null;
  const language = languages.find((each) => each.toLowerCase() === name.toLowerCase()) ?? readLanguage(name);
  if (!language) throw new Error(`${option} ${name}: these languages are known: ${languages.join(", ")}`);
  return language;
}

function refuseUnknown(file: string, option: string): never {
  const what = "What language this text is in cannot be told from its words.";
  throw new ImportRefused(file, null, what, `Say it: ${option} ${option === "--from" ? "zh" : "en"}.`);
}

/** Simplified and traditional characters are one language. */
function isOne(a: Language, b: Language): boolean {
  return a === b || (a.startsWith("zh") && b.startsWith("zh"));
}

function isChinese(language: Language): boolean {
  return language.startsWith("zh") || language === "lzh";
}

function nameOf(a: Language, b: Language): string {
  return a === b ? a : `${a}, ${b}`;
}
