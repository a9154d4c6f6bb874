import type { Box } from "@/lib/card/break-lines";
import type { ToBoxes } from "@/lib/card/set-text";
import { isHan } from "@/lib/text/is-han";
import type { Faces } from "./faces";
import { air, needsAir, setLine } from "./set-line";

/** Full-width punctuation whose second half is blank, and whose first is. */
const closers = /[，。、；：”’）》〉」』】〕]$/u;
const openers = /^[“‘（《〈「『【〔]/u;
const half = 0.5;

/** Widths of atoms in em, by language and text: the same few thousand characters and words make up every card. */
const widthsByFaces = new WeakMap<Faces, Map<string, number>>();
const mostWidths = 50_000;

/** Measures atoms by the outlines that will be drawn. */
export function boxMaker(faces: Faces): ToBoxes {
  const widths = widthsByFaces.get(faces) ?? new Map<string, number>();
  if (widths.size > mostWidths) widths.clear();
  widthsByFaces.set(faces, widths);
  const measured = new Map<string, readonly Box[]>();
  const width = (text: string, language: string) => {
    const key = `${language} ${text}`;
    let known = widths.get(key);
    if (known === undefined) widths.set(key, (known = text === "" ? 0 : setLine(text, language, faces).width));
    return known;
  };
  return (atoms, language) => {
    const key = `${language} ${atoms.map(({ text }) => text).join("\u0000")}`;
    const known = measured.get(key);
    if (known) return known;
    const han = isHan(language);
    const boxes = atoms.map(({ text, endsInWord }, at): Box => {
      const ink = text.trimEnd();
      const next = atoms[at + 1]?.text ?? "";
      const space = text.length > ink.length ? width(" ", language) : 0;
      const isPair = han && space === 0 && closers.test(ink) && openers.test(next);
      return {
        width: width(ink, language),
        gap: space + (space === 0 && needsAir(ink, next) ? air : 0) - (isPair ? half : 0),
        trimStart: han && openers.test(ink) ? half : 0,
        trimEnd: han && closers.test(ink) ? half : 0,
        endsInWord,
        endsPhrase: han && /[，。；：！？]$/u.test(ink),
      };
    });
    measured.set(key, boxes);
    return boxes;
  };
}

/** What a line hangs into the margin at its start, in em. */
export function hang(line: string, language: string): number {
  return /^(zh|lzh|ja)/.test(language) && openers.test(line) ? half : 0;
}
