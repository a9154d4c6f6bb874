import type { Block, Footnote } from "@/lib/passage/block";
import type { PassageId } from "@/lib/passage/passage-id";
import type { Ledger } from "@/lib/ledger/ledger";
import type { Length } from "@/lib/text/length";
import type { Term } from "./glossary";
import type { WorkMetadata } from "./metadata";

export type { Length };

/** One side of a passage: its blocks, in order. `text` is their plain text, for titles, descriptions and copying. */
export type Side = { readonly blocks: readonly Block[]; readonly text: string };

/** The aligned unit, one row of the page. At least one side is present. */
export type Passage = {
  readonly id: PassageId;
  /** 1-based ordinal shown to readers; display only, never part of an address. */
  readonly number: number;
  readonly source: Side | null;
  readonly translation: Side | null;
};

/** A heading of the text, in both languages where both have it. */
export type ContentsEntry = {
  readonly id: PassageId;
  readonly depth: 2 | 3 | 4;
  readonly source: string | null;
  readonly translation: string | null;
};

/** A text with its renderings, checked: whoever holds one may trust it. */
export type Work = {
  readonly slug: string;
  readonly metadata: WorkMetadata;
  /** In the source's order. */
  readonly passages: readonly Passage[];
  readonly contents: readonly ContentsEntry[];
  /** Notes by label, each rendering its own. */
  readonly footnotes: {
    readonly source: ReadonlyMap<string, Footnote>;
    readonly translation: ReadonlyMap<string, Footnote>;
  };
  /** Names and terms; empty where the work has no glossary. */
  readonly glossary: readonly Term[];
  /** What became of every id this work ever published. */
  readonly ledger: Ledger;
  readonly length: { readonly source: Length; readonly translation: Length };
};
