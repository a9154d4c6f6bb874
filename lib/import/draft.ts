import type { Block, Footnote } from "@/lib/passage/block";
import type { Dropped, FoundMetadata } from "./imported-text";

/** A block as a format's reader found it, before headings are levelled and pictures fetched. */
export type DraftBlock = {
  readonly block: Block;
  /** Level of a heading as the file has it, 1 to 6; `null` for other blocks. */
  readonly level: number | null;
  readonly where: string | null;
};

/** What a format's reader hands over; `finish` makes a text of it. Pictures are named by their address in the file. */
export type Draft = {
  readonly blocks: readonly DraftBlock[];
  readonly footnotes: ReadonlyMap<string, Footnote>;
  readonly metadata: FoundMetadata;
  readonly dropped: readonly Dropped[];
  readonly notes: readonly string[];
};

/** Fetches what a text refers to beside it; `null` when there is no such picture. */
export type LoadPicture = (path: string) => Promise<Uint8Array | null>;

/** Shortens words for a report. */
export function shorten(words: string): string {
  const line = words.slice(0, 1_000).replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
