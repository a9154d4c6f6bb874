import { isHan } from "@/lib/text/is-han";
import type { Passage, Work } from "@/lib/work/work";

/** Lengths of embed.css, in px: what a frame needs beside its words, and where two columns begin. */
const frame = { usualWidth: 640, leastHeight: 160, mostHeight: 560, edges: 42, columnsFrom: 576, gap: 40 };
/** Titles and links stand beside each other, or below where that is too narrow. */
const foot = { wide: 80, narrow: 112 };
const size = 17;

/** Mean width of a character in em, and distance of lines. */
const han = { width: 1, leading: 1.75 };
const other = { width: 0.46, leading: 1.5 };

export type FrameLimits = { readonly maxWidth?: number | undefined; readonly maxHeight?: number | undefined };

/**
 * How large a frame a quotation needs, within what the page that shows it has. Nothing in a frame can ask for its height
 * without script, so this is an estimate on the generous side; what has no place scrolls.
 */
export function frameSize(work: Work, passages: readonly Passage[], { maxWidth, maxHeight }: FrameLimits) {
  const width = Math.min(frame.usualWidth, maxWidth ?? frame.usualWidth);
  const isWide = width >= frame.columnsFrom;
  const measure = isWide ? (width - frame.edges - frame.gap) / 2 : width - frame.edges;
  const heights = (["source", "translation"] as const).map((side) => {
    const type = isHan(work.metadata[side].language) ? han : other;
    const lines = passages.flatMap((passage) => {
      const isHeading = passage[side]?.blocks[0]?.type === "heading";
      const swell = isHeading ? 1.3 : 1.08;
      return (passage[side]?.text.split("\n") ?? []).map(
        (line) =>
          Math.ceil((Array.from(line).length * type.width * size * swell) / measure) * (isHeading ? 1.1 : 1) + 0.5,
      );
    });
    return lines.reduce((sum, count) => sum + count, 0) * type.leading * size;
  }) as [number, number];
  const text = isWide ? Math.max(...heights) : heights[0] + heights[1] + 24;
  const height = Math.round(
    Math.min(Math.max(text + frame.edges + (isWide ? foot.wide : foot.narrow), frame.leastHeight), frame.mostHeight),
  );
  return { width, height: Math.min(height, maxHeight ?? height) };
}
