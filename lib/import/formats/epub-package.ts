import { readLanguage } from "../detect-language";
import { readDay } from "../html/metadata";
import { type FoundMetadata, ImportRefused } from "../imported-text";
import { descendants, parseXml, type XmlElement, xmlText } from "../xml";
import type { Package } from "../zip";
import { decodePart } from "./docx";

/** A part of the book, as its table of contents lists it. */
export type BookPart = { readonly path: string; readonly properties: string; readonly linear: boolean };
export type Book = {
  /** Chapters in reading order. */
  readonly spine: readonly BookPart[];
  readonly metadata: FoundMetadata;
  /** Parts that the guide calls a cover or a table of contents. */
  readonly aside: ReadonlySet<string>;
};

/** Reads what a book says of itself: where its chapters are, and in which order. */
export function readBook(source: Package, file: string): Book {
  const container = xmlPart(source, "META-INF/container.xml", file);
  refuseLocked(source, file);
  const path = descendants(container, "rootfile")[0]?.attributes.get("full-path") ?? "";
  const opf = xmlPart(source, path, file);
  const items = new Map(
    descendants(opf, "item").map((item) => [item.attributes.get("id") ?? "", item.attributes] as const),
  );
  const spine = descendants(opf, "itemref").flatMap(({ attributes }): BookPart[] => {
    const item = items.get(attributes.get("idref") ?? "");
    const href = item?.get("href");
    if (!item || href === undefined || !/html|xml/.test(item.get("media-type") ?? "")) return [];
    const linear = attributes.get("linear") !== "no";
    return [{ path: resolvePart(path, href), properties: item.get("properties") ?? "", linear }];
  });
  if (spine.length === 0) throw damagedBook(file, "it names no chapters");
  const aside = descendants(opf, "reference")
    .filter(({ attributes }) => /^(?:cover|toc|loi|lot|title-?page)$/i.test(attributes.get("type") ?? ""))
    .map(({ attributes }) => resolvePart(path, attributes.get("href") ?? ""));
  return { spine, metadata: bookMetadata(opf), aside: new Set(aside) };
}

/** A path in the package, from the part that names it. Leaving the package is impossible: there is nothing outside. */
export function resolvePart(from: string, href: string): string {
  const steps = from.split("/").slice(0, -1);
  const [plain = ""] = href.split(/[#?]/);
  for (const step of decode(plain).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function xmlPart(source: Package, name: string, file: string): XmlElement {
  const bytes = source.read(name);
  if (!bytes) throw damagedBook(file, `the part ${name || "with its contents"} is missing`);
  return parseXml(decodePart(bytes), `${file}/${name}`);
}

function damagedBook(file: string, why: string): ImportRefused {
  return new ImportRefused(file, null, `This package is no book that can be read: ${why}.`, "Choose an .epub file.");
}

/** Fonts may be scrambled, which keeps nobody from reading; chapters may not. */
function refuseLocked(source: Package, file: string): void {
  if (!source.names.includes("META-INF/encryption.xml") && !source.names.includes("META-INF/rights.xml")) return;
  const bytes = source.read("META-INF/encryption.xml");
  const methods = bytes
    ? descendants(parseXml(decodePart(bytes), `${file}/META-INF/encryption.xml`), "EncryptionMethod")
    : [];
  const onlyFonts =
    bytes !== null &&
    methods.every(({ attributes }) =>
      /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/.test(
        attributes.get("Algorithm") ?? "",
      ),
    );
  if (onlyFonts && !source.names.includes("META-INF/rights.xml")) return;
  throw new ImportRefused(file, null, "This book is locked (DRM).", "Use an edition without a lock.");
}

function bookMetadata(opf: XmlElement): FoundMetadata {
  const [head] = descendants(opf, "metadata");
  const values = (name: string) =>
    head
      ? descendants(head, name)
          .map((element) => xmlText(element).replace(/\s+/g, " ").trim())
          .filter((text) => text !== "")
      : [];
  const [title] = values("title");
  const byline = values("creator");
  const [publisher] = values("publisher");
  const date = readDay(values("date")[0] ?? "");
  const language = readLanguage(values("language")[0] ?? "");
  const origin = values("source").find((text) => /^https?:\/\/\S+$/.test(text));
  const summary = values("description")[0]
    ?.replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 2_000);
  return {
    ...(title ? { title } : {}),
    ...(byline.length > 0 ? { byline } : {}),
    ...(publisher ? { publisher } : {}),
    ...(date ? { date } : {}),
    ...(language ? { language } : {}),
    ...(origin ? { origin } : {}),
    ...(summary ? { summary } : {}),
  };
}
