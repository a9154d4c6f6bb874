import type { Block } from "@/lib/passage/block";
import type { PassageId } from "@/lib/passage/passage-id";
import type { Problem } from "@/lib/problem/problem";
import type { Term } from "@/lib/work/glossary";
import type { Language } from "@/lib/work/metadata";

/** A stretch of running text: a paragraph, a heading, a caption, an item's words. */
export type Segment = {
  /** Without notes; each character of code and web addresses is U+FFFC, so that no check reads them as words. */
  readonly text: string;
  readonly kind: "paragraph" | "heading" | "caption" | "verse";
  readonly isNote: boolean;
};

/** A piece of a file as it is written there, and its first line. */
export type RawPart = { readonly raw: string; readonly line: number };

/** One side of a passage, as checks read it. */
export type CheckedSide = {
  readonly side: "source" | "translation";
  readonly language: Language;
  readonly file: string;
  readonly blocks: readonly Block[];
  /** Plain text of the blocks, notes left out. */
  readonly text: string;
  /** Of the blocks, then of the notes that they call. */
  readonly segments: readonly Segment[];
  readonly parts: readonly RawPart[];
};

export type CheckedPassage = {
  readonly id: PassageId;
  readonly source: CheckedSide | null;
  readonly translation: CheckedSide | null;
};

/** A passage that has both sides. */
export type CheckedPair = CheckedPassage & { readonly source: CheckedSide; readonly translation: CheckedSide };

/** What a check is given: a work as it stands in its files. */
export type CheckContext = {
  readonly slug: string;
  readonly passages: readonly CheckedPassage[];
  readonly glossary: readonly Term[];
  /** The page sets half-width punctuation full-width, so that it stands in the files by intention. */
  readonly isSetFullWidth: boolean;
  /** How sure the aligner was of each passage, 0 to 1; empty where nothing was aligned by machine. */
  readonly confidence: ReadonlyMap<PassageId, number>;
};

/** Reads a work for one kind of fault. Pure; it finds the same in the same texts. */
export type Check = (context: CheckContext) => Problem[];

/** Passages with both sides, in order. */
export function pairsOf({ passages }: CheckContext): CheckedPair[] {
  return passages.filter((passage): passage is CheckedPair => passage.source !== null && passage.translation !== null);
}

/** Every side of every passage, a passage's source before its translation. */
export function sidesOf({ passages }: CheckContext): { readonly id: PassageId; readonly side: CheckedSide }[] {
  return passages.flatMap(({ id, source, translation }) =>
    [source, translation].flatMap((side) => (side ? [{ id, side }] : [])),
  );
}

export function isChinese({ language }: { readonly language: Language }): boolean {
  return language === "zh-Hans" || language === "zh-Hant" || language === "lzh";
}

export function isEnglish({ language }: { readonly language: Language }): boolean {
  return language === "en";
}

/** The Chinese and the English side of a pair; null when it is of other languages. */
export function chineseAndEnglish({ source, translation }: CheckedPair): {
  readonly chinese: CheckedSide;
  readonly english: CheckedSide;
} | null {
  if (isChinese(source) && isEnglish(translation)) return { chinese: source, english: translation };
  return isEnglish(source) && isChinese(translation) ? { chinese: translation, english: source } : null;
}
