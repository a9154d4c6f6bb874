import { fits, setTextWithin, type SetText, type TextStyle, type ToBoxes, type Words } from "@/lib/card/set-text";
import { isHan } from "@/lib/text/is-han";

/** Size of a preview, in px: what the sites that show them ask for. */
export const cardWidth = 1200;
export const cardHeight = 630;

/** The sheet: margins, where the words may stand, and the line at the foot. Baselines where they are heights. */
export const sheet = { left: 80, right: 1120, top: 74, bottom: 514, foot: 572, gutter: 96 } as const;

/** What the number and its rule take at the top of a sheet without columns, in px. */
const headHeight = 46;

/** One side as set: its first baseline, and where its lines begin. */
export type PlacedText = {
  readonly words: Words;
  readonly text: SetText;
  readonly style: TextStyle;
  readonly x: number;
  readonly baseline: number;
};

export type Layout = {
  readonly form: "columns" | "stacked" | "alone";
  readonly source: PlacedText | null;
  readonly translation: PlacedText | null;
  /** Height of the hairline between two texts that stand one above the other. */
  readonly rule: number | null;
};

/** From the largest down, in px of a Han character. Below the last one a preview cannot be read in a timeline. */
const stackedSizes = [88, 80, 72, 66, 60, 55, 50, 46];
const columnSizes = [44, 41, 38, 36, 34, 32, 30, 28];

/** Latin letters look as large as Han characters a little larger than themselves. */
const latinShare = 0.95;

function styleOf(words: Words, size: number, width: number, height: number, isBalanced: boolean): TextStyle {
  const han = isHan(words.language);
  const isLarge = size > 44;
  return {
    size: han ? size : size * latinShare,
    leading: han ? (isLarge ? 1.42 : 1.66) : isLarge ? 1.24 : 1.42,
    gap: isLarge ? 0.3 : 0.5,
    width,
    height,
    isBalanced,
  };
}

/** How far letters rise above the first baseline, and sink below the last one, in px. */
const rise = (style: TextStyle, words: Words) => style.size * (isHan(words.language) ? 0.86 : 0.7);
const sink = (style: TextStyle, words: Words) => style.size * (isHan(words.language) ? 0.1 : 0.22);

/**
 * Finds the form and the largest size in which both sides have their place: a few words stand large, one text above the
 * other, as on a title page; longer ones in two columns, as on the page, cut short where they are too long for any size.
 *
 * @param hasMark - the number of the passage stands at the top
 */
export function layOut(source: Words | null, translation: Words | null, hasMark: boolean, toBoxes: ToBoxes): Layout {
  if (source && translation)
    return stack(source, translation, hasMark, toBoxes) ?? columns(source, translation, toBoxes);
  return alone(source, translation, hasMark, toBoxes);
}

function stack(source: Words, translation: Words, hasMark: boolean, toBoxes: ToBoxes): Layout | null {
  const top = sheet.top + (hasMark ? headHeight : 0);
  for (const size of stackedSizes) {
    const between = Math.max(64, size * 1.3);
    const width = sheet.right - sheet.left;
    const first = styleOf(source, size, width, Infinity, true);
    const second = styleOf(translation, size * 0.8, width, Infinity, true);
    if (!fits(source, first, toBoxes) || !fits(translation, second, toBoxes)) continue;
    const [above, below] = [setTextWithin(source, first, toBoxes), setTextWithin(translation, second, toBoxes)];
    if (above.lines.length > 3 || below.lines.length > 4) continue;
    const upper = rise(first, source) + above.depth + sink(first, source);
    const lower = rise(second, translation) + below.depth + sink(second, translation);
    const blank = sheet.bottom - top - upper - between - lower;
    if (blank < 0) continue;
    const start = top + blank * 0.5;
    const rule = start + upper + between / 2;
    return {
      form: "stacked",
      rule,
      source: { words: source, text: above, style: first, x: sheet.left, baseline: start + rise(first, source) },
      translation: {
        words: translation,
        text: below,
        style: second,
        x: sheet.left,
        baseline: rule + between / 2 + rise(second, translation),
      },
    };
  }
  return null;
}

function columns(source: Words, translation: Words, toBoxes: ToBoxes): Layout {
  const width = (sheet.right - sheet.left - sheet.gutter) / 2;
  const stylesAt = (size: number) =>
    [source, translation].map((words) => {
      const style = styleOf(words, size, width, 0, false);
      return { ...style, height: sheet.bottom - sheet.top - rise(style, words) - sink(style, words) };
    }) as [TextStyle, TextStyle];
  const size =
    columnSizes.find((each) => {
      const [first, second] = stylesAt(each);
      return fits(source, first, toBoxes) && fits(translation, second, toBoxes);
    }) ?? columnSizes.at(-1)!;
  const [first, second] = stylesAt(size);
  // Both begin on one line, as the rows of the page do.
  const baseline = sheet.top + Math.max(rise(first, source), rise(second, translation));
  const at = (words: Words, style: TextStyle, x: number): PlacedText => ({
    words,
    style,
    x,
    baseline,
    text: setTextWithin(words, style, toBoxes),
  });
  return {
    form: "columns",
    rule: null,
    source: at(source, first, sheet.left),
    translation: at(translation, second, sheet.right - width),
  };
}

function alone(source: Words | null, translation: Words | null, hasMark: boolean, toBoxes: ToBoxes): Layout {
  const words = source ?? translation ?? { paragraphs: [], language: "en" };
  const top = sheet.top + (hasMark ? headHeight : 0);
  const styleAt = (size: number) => {
    const style = styleOf(words, size, sheet.right - sheet.left, 0, size > 44);
    return { ...style, height: sheet.bottom - top - rise(style, words) - sink(style, words) };
  };
  const sizes = [...stackedSizes, ...columnSizes];
  const style = styleAt(sizes.find((size) => fits(words, styleAt(size), toBoxes)) ?? sizes.at(-1)!);
  const text = setTextWithin(words, style, toBoxes);
  const baseline = top + (style.height - text.depth) / 2 + rise(style, words);
  const placed = { words, text, style, x: sheet.left, baseline };
  return { form: "alone", rule: null, source: source && placed, translation: source ? null : placed };
}
