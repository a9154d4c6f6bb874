import { breakLines, type Box } from "./break-lines";
import { lineAtoms, type LineAtom } from "./line-atoms";
import { shorten } from "./shorten";

/** Words to be set: one paragraph an entry, none with a line end in it. */
export type Words = { readonly paragraphs: readonly string[]; readonly language: string };

/** Lengths in px, except `leading` and `gap`: distance of lines, and what is added between paragraphs, in em. */
export type TextStyle = {
  readonly size: number;
  readonly leading: number;
  readonly gap: number;
  readonly width: number;
  readonly height: number;
  /** Lines of even length: for titles and a few words set large. */
  readonly isBalanced: boolean;
};

export type SetLine = {
  readonly text: string;
  /** Distance of its baseline from that of the first line, in px. */
  readonly down: number;
  /** The last of its paragraph, which is never stretched to the full measure. */
  readonly isLast: boolean;
};

export type SetText = {
  readonly lines: readonly SetLine[];
  /** From the first baseline to the last, in px. */
  readonly depth: number;
  readonly isCut: boolean;
};

/** Measures the atoms of a paragraph, in order. */
export type ToBoxes = (atoms: readonly LineAtom[], language: string) => readonly Box[];

/** Sets words in lines, whatever room they take. */
export function setText(words: Words, style: TextStyle, toBoxes: ToBoxes): SetText {
  const lines: SetLine[] = [];
  let down = 0;
  for (const paragraph of words.paragraphs) {
    const atoms = lineAtoms(paragraph, words.language);
    if (atoms.length === 0) continue;
    if (lines.length > 0) down += style.gap * style.size;
    const broken = breakLines(toBoxes(atoms, words.language), style.width / style.size, style.isBalanced);
    broken.forEach(({ first, last }, at) => {
      if (lines.length > 0) down += style.leading * style.size;
      const text = atoms
        .slice(first, last + 1)
        .map((atom) => atom.text)
        .join("")
        .trim();
      lines.push({ text, down, isLast: at === broken.length - 1 });
    });
  }
  return { lines, depth: down, isCut: false };
}

/** Whether every line has its place: within the height, and none wider than the measure. */
export function fits(words: Words, style: TextStyle, toBoxes: ToBoxes): boolean {
  const measure = style.width / style.size;
  const isTooWide = words.paragraphs.some((paragraph) =>
    toBoxes(lineAtoms(paragraph, words.language), words.language).some((box) => box.width > measure),
  );
  return !isTooWide && setText(words, style, toBoxes).depth <= style.height;
}

/** Sets words in the room there is, cut short with an ellipsis where they are too many. */
export function setTextWithin(words: Words, style: TextStyle, toBoxes: ToBoxes): SetText {
  const whole = setText(words, style, toBoxes);
  if (whole.depth <= style.height) return whole;
  const split = (text: string): Words => ({ ...words, paragraphs: text.split("\n") });
  const text = shorten(words.paragraphs.join("\n"), words.language, (candidate) => {
    return setText(split(candidate), style, toBoxes).depth <= style.height;
  });
  return { ...setText(split(text), style, toBoxes), isCut: true };
}
