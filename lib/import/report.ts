import type { WorkMetadata } from "@/lib/work/metadata";
import type { CompiledPassage } from "./compile-work";
import type { MissingDetail } from "./details";
import type { Dropped } from "./imported-text";
import type { TextRead } from "./reader/messages";

/** What is said of one text. */
export type ReportedText = {
  /** The file that was read. */
  readonly read: string;
  readonly format: string;
  /** Null for packages, which say themselves how they are written. */
  readonly encoding: string | null;
  readonly language: string;
  /** The file in the work's folder. */
  readonly file: string;
  readonly blocks: number;
  readonly dropped: readonly Dropped[];
  readonly notes: readonly string[];
};

/** What importing did, for people and for programs. `--json` prints it, less the words of the passages. */
export type ImportReport = {
  readonly work: string;
  /** The work's folder as problems show it. */
  readonly folder: string;
  /** False when nothing was written, because that was asked for. */
  readonly written: boolean;
  /** Address of the work on the site. */
  readonly address: string;
  readonly titles: { readonly source: string; readonly translation: string };
  readonly source: ReportedText;
  /** Null for a work that is not translated yet. */
  readonly translation: ReportedText | null;
  /** Whether passages were found, came with the file, or there is one text alone. */
  readonly alignment: "found" | "given" | "none";
  readonly counts: {
    readonly passages: number;
    readonly oneToOne: number;
    /** Of several blocks on a side, or on both. */
    readonly other: number;
    readonly sourceAlone: number;
    readonly translationAlone: number;
  };
  /** Shares of passages, 0 to 1, that are less sure than so. */
  readonly unsure: { readonly below50: number; readonly below80: number };
  /** What nothing said, and what `work.yaml` says instead. */
  readonly assumed: readonly MissingDetail[];
  readonly passages: readonly CompiledPassage[];
  /** Names of the files in the folder. */
  readonly files: readonly string[];
};

/** Gathers the report. */
export function reportOn({
  work,
  folder,
  written,
  address,
  metadata,
  texts,
  isGiven,
  assumed,
  passages,
  files,
}: Pick<ImportReport, "work" | "folder" | "written" | "address" | "assumed" | "passages" | "files"> & {
  readonly metadata: WorkMetadata;
  readonly texts: readonly TextRead[];
  readonly isGiven: boolean;
}): ImportReport {
  const [source, translation] = texts;
  if (!source) throw new Error("no text was read");
  const both = passages.filter((passage) => passage.source && passage.translation);
  const oneToOne = both.filter((passage) => passage.source?.blocks === 1 && passage.translation?.blocks === 1).length;
  const below = (bound: number) =>
    passages.length === 0 ? 0 : passages.filter(({ confidence }) => confidence < bound).length / passages.length;
  return {
    work,
    folder,
    written,
    address,
    titles: { source: metadata.source.title, translation: metadata.translation.title },
    source: textOf(source, metadata.source.language),
    translation: translation ? textOf(translation, metadata.translation.language) : null,
    alignment: translation ? (isGiven ? "given" : "found") : "none",
    counts: {
      passages: passages.length,
      oneToOne,
      other: both.length - oneToOne,
      sourceAlone: passages.filter((passage) => !passage.translation).length,
      translationAlone: passages.filter((passage) => !passage.source).length,
    },
    unsure: { below50: below(0.5), below80: below(0.8) },
    assumed,
    passages,
    files,
  };
}

/** Passages from the least to the most sure; equally sure ones as they stand in the text. */
export function leastSureFirst(passages: readonly CompiledPassage[]): CompiledPassage[] {
  return passages.toSorted((a, b) => a.confidence - b.confidence);
}

/** Shortens words to about so many characters, at both ends of what is left out. */
export function shortened(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= most) return characters.join("");
  const tail = Math.floor(most / 4);
  return `${characters.slice(0, most - tail - 3).join("")} … ${characters.slice(-tail).join("")}`;
}

/** `82 %`; nothing but what is certain is 100 %. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return `${share < 1 && rounded === 100 ? 99 : share > 0 && rounded === 0 ? 1 : rounded} %`;
}

function textOf({ file, format, encoding, blocks, dropped, notes }: TextRead, language: string): ReportedText {
  return { read: file, format, encoding, language, file: `${language}.md`, blocks, dropped, notes };
}
