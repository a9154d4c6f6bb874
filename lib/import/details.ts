import path from "node:path";
import { stringify } from "yaml";
import { isSlug } from "@/lib/work/load-work";
import { type Language, workMetadata, type WorkMetadata } from "@/lib/work/metadata";
import type { FoundMetadata } from "./imported-text";

type Side = "source" | "translation";

/** What is known of a text when its work is described. */
export type TextFacts = {
  /** Name of its file. */
  readonly file: string;
  readonly language: Language;
  readonly found: FoundMetadata;
  /** What the text begins with that looks like a title: a heading, or a short line. */
  readonly heading: string | null;
};

/** What a person says of the work: it goes before what the files say. */
export type GivenDetails = {
  readonly title?: Partial<Record<Side, string>>;
  readonly rights?: Partial<Record<Side, string>>;
  /** ISO 8601 day. */
  readonly date?: string;
};

/** Something that neither the person nor the files said, and what stands there instead. */
export type MissingDetail = {
  readonly what: "title" | "rights" | "date";
  readonly side: Side | null;
  readonly instead: string;
};

/** Says in each language that nobody said what a reader may do with the text. */
const unstated: Readonly<Record<Language, string>> = {
  "zh-Hans": "权利归属未注明；转载、引用前请先查明。",
  "zh-Hant": "權利歸屬未註明；轉載、引用前請先查明。",
  en: "The rights in this text have not been stated; find out before you use it elsewhere.",
  lzh: "權利所歸未詳，引用者宜先查明。",
  ja: "このテキストの権利関係は明記されていません。利用の前にご確認ください。",
  ko: "이 글의 권리 관계는 명시되어 있지 않습니다. 이용하기 전에 확인하십시오.",
  fr: "Les droits sur ce texte n’ont pas été précisés ; renseignez-vous avant toute réutilisation.",
  de: "Die Rechte an diesem Text sind nicht angegeben; klären Sie sie, bevor Sie ihn anderswo verwenden.",
  es: "No se han indicado los derechos de este texto; infórmese antes de reutilizarlo.",
  ru: "Права на этот текст не указаны; выясните их, прежде чем использовать его.",
};

/**
 * Describes a work by what a person gave, else by what the files say, else by what can be read off them.
 *
 * @param translation - null for a work that is not translated yet
 * @param fileDay - the day on which the source's file was last written
 */
export function describeWork(
  source: TextFacts,
  translation: TextFacts | { readonly language: Language },
  given: GivenDetails,
  fileDay: string,
): { metadata: WorkMetadata; missing: MissingDetail[] } {
  const missing: MissingDetail[] = [];
  const or = (what: MissingDetail["what"], side: Side | null, said: string | undefined, instead: string): string => {
    if (said !== undefined) return said;
    missing.push({ what, side, instead });
    return instead;
  };
  const titleOf = (facts: TextFacts, side: Side) =>
    or("title", side, given.title?.[side] ?? line(facts.found.title) ?? line(facts.heading), fileTitle(facts.file));
  const rightsOf = (language: Language, side: Side) => or("rights", side, given.rights?.[side], unstated[language]);
  const rendering = (facts: TextFacts, side: Side) => ({
    language: facts.language,
    title: titleOf(facts, side),
    ...(line(facts.found.summary) && { summary: line(facts.found.summary) }),
    byline: (facts.found.byline ?? []).flatMap((each) => line(each) ?? []),
    ...(line(facts.found.publisher) && { publisher: line(facts.found.publisher) }),
    rights: rightsOf(facts.language, side),
  });
  const written = rendering(source, "source");
  const translated =
    "found" in translation
      ? rendering(translation, "translation")
      : {
          language: translation.language,
          title: or("title", "translation", given.title?.translation, written.title),
          rights: rightsOf(translation.language, "translation"),
        };
  const origin = addressOf(source.found.origin);
  const metadata = workMetadata.parse({
    source: written,
    translation: translated,
    date: or("date", null, given.date ?? dayOf(source.found.date), fileDay),
    ...(origin && { origin }),
  });
  // In the order in which a person thinks of them.
  const order: readonly MissingDetail["what"][] = ["title", "rights", "date"];
  return { metadata, missing: missing.toSorted((a, b) => order.indexOf(a.what) - order.indexOf(b.what)) };
}

/** Writes `work.yaml`: every value in quotes, so that none is read as something else, and nothing that says nothing. */
export function writeMetadata({ source, translation, date, origin }: WorkMetadata): string {
  const rendering = ({ language, title, summary, byline, publisher, rights }: WorkMetadata[Side]) => ({
    language,
    title,
    ...(summary && { summary }),
    ...(byline.length > 0 && { byline }),
    ...(publisher && { publisher }),
    rights,
  });
  const whole = {
    source: rendering(source),
    translation: rendering(translation),
    date,
    ...(origin && { origin }),
  };
  return stringify(whole, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });
}

/** Makes an address of a title in Latin letters, of its first words where it is long; null where nothing is left. */
export function slugOf(title: string): string | null {
  const words = title
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length >= 60) break;
    slug += `${slug === "" ? "" : "-"}${word}`;
  }
  slug ||= words[0]?.slice(0, 60) ?? "";
  // `1` or `a` is no address that anybody would recognise.
  return isSlug(slug) && slug.length > 1 ? slug : null;
}

/** The address of a new work: of the title in English or another language in Latin letters, else of a file's name. */
export function proposeSlug({ source, translation }: WorkMetadata, files: readonly string[]): string | null {
  const isLatin = (title: string) => (title.match(/\p{L}/gu) ?? []).every((letter) => /\p{Script=Latin}/u.test(letter));
  const titles = [source, translation]
    .toSorted((a, b) => Number(b.language === "en") - Number(a.language === "en"))
    .map(({ title }) => title)
    .filter(isLatin);
  for (const name of [...titles, ...files.map(fileTitle)]) {
    const slug = slugOf(name);
    if (slug) return slug;
  }
  return null;
}

/** Whether a day is written as ISO 8601 has it and is in the calendar. */
export function isDay(day: string): boolean {
  return workMetadata.shape.date.safeParse(day).success;
}

function dayOf(date: string | undefined): string | undefined {
  const day = date?.slice(0, 10);
  return day !== undefined && isDay(day) ? day : undefined;
}

function addressOf(origin: string | undefined): string | undefined {
  return workMetadata.shape.origin.safeParse(origin).data;
}

/** One line of words, without what is no text; undefined where none are left. */
function line(words: string | null | undefined): string | undefined {
  return words?.replace(/[\p{Cc}\p{Cs}\p{Cn}\s]+/gu, " ").trim() || undefined;
}

/** What a file is called, without its ending. */
function fileTitle(file: string): string {
  const name = path.basename(file).replace(/(?<=.)\.[a-z0-9]{1,8}$/i, "");
  return line(name.replace(/[-_]+/g, " ")) ?? "–";
}
