/** An atom as the breaking of lines sees it. Lengths are in em: they hold at every size. */
export type Box = {
  /** Without the space at its end. */
  readonly width: number;
  /** What stands between it and the next atom of the line: a space, or a little air between Han and Latin. */
  readonly gap: number;
  /** What is saved when it ends a line: the blank half of full-width punctuation. Where lines are balanced, at their start too. */
  readonly trimStart: number;
  readonly trimEnd: number;
  readonly endsInWord: boolean;
  /** Ends with punctuation: where a title is best broken. */
  readonly endsPhrase: boolean;
};

/** First and last box of a line, both inclusive. */
export type Line = { readonly first: number; readonly last: number };

/** Costs beside the square of a line's blank share: found by looking at cards. */
const breakInWordCost = { filled: 0.002, balanced: 0.05 };
const lineCost = 0.1;
const phraseGain = 0.12;
const orphanCost = 0.05;

/**
 * Breaks a paragraph into lines of at most `measure`, all of them together as even as can be: least sum of squares of what
 * is left blank (Knuth and Plass 1981, "Breaking paragraphs into lines", without stretch). The last line may be short,
 * though not a lone character. O(boxes × boxes in a line) time.
 *
 * @param measure - in em, as the boxes are
 * @param isBalanced - the last line is to be as long as the others too: for titles
 * @returns lines that together hold every box once; a box wider than the measure has a line of its own
 */
export function breakLines(boxes: readonly Box[], measure: number, isBalanced = false): readonly Line[] {
  if (!isBalanced) return breakAt(boxes, measure, measure, false);
  const count = breakAt(boxes, measure, measure, false).length;
  if (count < 2) return breakAt(boxes, measure, measure, false);
  // The narrowest measure that needs no more lines.
  let [narrow, wide] = [measure / 4, measure];
  while (wide - narrow > 0.05) {
    const middle = (narrow + wide) / 2;
    if (greedyCount(boxes, middle) <= count) wide = middle;
    else narrow = middle;
  }
  return breakAt(boxes, measure, wide, true);
}

/** @param ideal - how long a line should be; one may be longer, up to `measure` */
function breakAt(boxes: readonly Box[], measure: number, ideal: number, isBalanced: boolean): readonly Line[] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= boxes.length; end++) {
    let [cost, from] = [Infinity, end - 1];
    let width = 0;
    for (let start = end - 1; start >= 0; start--) {
      width += boxes[start]!.width + (start < end - 1 ? boxes[start]!.gap : 0);
      const set = width - (isBalanced ? boxes[start]!.trimStart : 0) - boxes[end - 1]!.trimEnd;
      if (set > measure && start < end - 1) break;
      const isLast = end === boxes.length;
      const blank = Math.abs(ideal - set) / ideal;
      const here =
        lineCost +
        (isLast && !isBalanced ? (set < 2 && start > 0 ? orphanCost : 0) : blank * blank) +
        (!isLast && isBalanced && boxes[end - 1]!.endsPhrase ? -phraseGain : 0) +
        (!isLast && boxes[end - 1]!.endsInWord ? breakInWordCost[isBalanced ? "balanced" : "filled"] : 0);
      const total = best[start]!.cost + here;
      if (total < cost) [cost, from] = [total, start];
    }
    best.push({ cost, from });
  }
  const lines: Line[] = [];
  for (let end = boxes.length; end > 0; end = best[end]!.from) lines.unshift({ first: best[end]!.from, last: end - 1 });
  return lines;
}

function greedyCount(boxes: readonly Box[], measure: number): number {
  let [count, start, width] = [boxes.length > 0 ? 1 : 0, 0, 0];
  boxes.forEach((box, at) => {
    const added = at === start ? box.width : boxes[at - 1]!.gap + box.width;
    if (at > start && width + added - boxes[start]!.trimStart - box.trimEnd > measure) {
      count += 1;
      start = at;
      width = box.width;
    } else width += added;
  });
  return count;
}
