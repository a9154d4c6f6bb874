import type { Language } from "@/lib/work/metadata";

/** A format that a text can come in. */
export type TextFormat = (typeof textFormats)[number];
export const textFormats = ["txt", "markdown", "html", "docx", "epub"] as const;
/** A format that brings two texts, aligned already. */
export type PairFormat = (typeof pairFormats)[number];
export const pairFormats = ["tmx", "tsv", "csv", "interleaved"] as const;

/** Something that was in the file and is not in the text: what, why, and where. */
export type Dropped = {
  /** Permanent name of the reason, for programs. */
  readonly why: "navigation" | "repeated-header" | "page-number" | "script" | "markup" | "picture" | "empty" | "unsafe";
  /** The words that went, shortened to 200 characters, or what it was. */
  readonly what: string;
  /** 1-based line of the file, or the part of a package and its line: `text/ch1.xhtml:12`. `null` where nothing says. */
  readonly where: string | null;
};

/** A picture that a text brought. Its name is unique in the text: small letters, digits, hyphens, and png, jpg, gif or webp. */
export type ImportedPicture = { readonly name: string; readonly bytes: Uint8Array };

/** What a file says about the text in it; whatever it does not say is left out. */
export type FoundMetadata = {
  readonly title?: string;
  readonly byline?: readonly string[];
  readonly publisher?: string;
  /** ISO 8601 day. */
  readonly date?: string;
  readonly language?: Language;
  /** Address of the page that was saved. */
  readonly origin?: string;
  readonly summary?: string;
};

/** A text as it was read from a file, in the Markdown of the content format, without marks. */
export type ImportedText = {
  /** Name of the file as problems show it. */
  readonly file: string;
  readonly format: TextFormat | PairFormat;
  /** Encoding of the file as people call it: UTF-8, GB18030, Big5 …; `null` for packages. */
  readonly encoding: string | null;
  /** Blocks with one empty line between them, and the notes they call at the end. Ends in a line end unless it is empty. */
  readonly markdown: string;
  readonly metadata: FoundMetadata;
  readonly pictures: readonly ImportedPicture[];
  readonly dropped: readonly Dropped[];
  /** What a person should know and need not mend: the encoding was guessed, a style was not understood. */
  readonly notes: readonly string[];
};

/** Two texts that came aligned: block `source[i]` beside block `translation[i]`, each Markdown, `""` for none. */
export type ImportedPair = {
  readonly source: ImportedText;
  readonly translation: ImportedText;
  readonly rows: readonly { readonly source: string; readonly translation: string }[];
};

/** A file that cannot be read, or must not be. Ordinary: shown to the person as `file:line`, what is wrong, how to mend it. */
export class ImportRefused extends Error {
  constructor(
    readonly file: string,
    /** 1-based; `null` where the fault has no line. */
    readonly line: number | null,
    readonly what: string,
    readonly fix: string,
  ) {
    super(`${file}${line === null ? "" : `:${line}`}: ${what} ${fix}`);
    this.name = "ImportRefused";
  }
}
