import type { ParsedBlock } from "@/lib/passage/parse-rendering";
import { sentencesOf } from "@/lib/text/sentences";
import type { SentenceBead } from "@/lib/work/beads";

/** Blocks of both texts that are one passage, by index, and its sentences linked in order. */
export type AlignedBlocks = {
  readonly source: readonly number[];
  readonly translation: readonly number[];
  readonly confidence: number;
  readonly beads: readonly SentenceBead[];
};

type Side = "source" | "translation";
const sides = ["source", "translation"] as const;

/**
 * Makes passages of rows that came aligned, by the place of their words in the whole texts. Rows of which one block was
 * made, items of one list for example, are one passage. Each row is one bead: what is in it was not linked any finer.
 *
 * @param blocks - of the texts, parsed
 */
export function blocksOfRows(
  rows: readonly Readonly<Record<Side, string>>[],
  texts: Readonly<Record<Side, { readonly markdown: string; readonly language: string }>>,
  blocks: Readonly<Record<Side, readonly ParsedBlock[]>>,
): AlignedBlocks[] {
  const reach = { source: reachOf("source"), translation: reachOf("translation") };
  const passages: { source: number[]; translation: number[]; beads: SentenceBead[] }[] = [];
  const next = { source: 0, translation: 0 };
  for (const [at, row] of rows.entries()) {
    const own = { source: [] as number[], translation: [] as number[] };
    let joins = false;
    for (const side of sides) {
      if (row[side].trim() === "") continue;
      const to = reach[side][at] ?? blocks[side].length;
      while (next[side] < to) own[side].push(next[side]++);
      // Its words went into the block of a row above.
      if (own[side].length === 0 && blocks[side].length > 0) joins = true;
    }
    const count = (side: Side) =>
      own[side].reduce(
        (sum, index) => sum + sentencesOf(blocks[side][index]?.text ?? "", texts[side].language).length,
        0,
      );
    const bead: SentenceBead = [count("source"), count("translation"), 1];
    const above = passages.at(-1);
    if (joins && above) {
      above.source.push(...own.source);
      above.translation.push(...own.translation);
      above.beads.push(bead);
    } else passages.push({ ...own, beads: [bead] });
  }
  return passages
    .filter(({ source, translation }) => source.length + translation.length > 0)
    .map(({ source, translation, beads }) => ({
      source,
      translation,
      confidence: 1,
      beads: source.length > 0 && translation.length > 0 ? beads.filter(([n, m]) => n + m > 0) : [],
    }));

  /** For each row the number of blocks that begin before its words end; the last takes what is left. */
  function reachOf(side: Side): number[] {
    const { markdown } = texts[side];
    const last = rows.findLastIndex((row) => row[side].trim() !== "");
    let from = 0;
    let block = 0;
    return rows.map((row, at) => {
      if (row[side].trim() === "") return block;
      const start = markdown.indexOf(row[side], from);
      if (start >= 0) from = start + row[side].length;
      while (block < blocks[side].length && (blocks[side][block]?.start ?? 0) < from) block++;
      return at === last ? blocks[side].length : block;
    });
  }
}
