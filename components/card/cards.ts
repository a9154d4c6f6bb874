import { setForDisplay, type SideName } from "@/components/reading/prepare";
import type { Words } from "@/lib/card/set-text";
import type { Passage, Work } from "@/lib/work/work";
import type { Card } from "./draw-card";

/** The card of a work: its two titles, with whoever made each below. */
export function workCard(work: Work): Card {
  return {
    source: titleWords(work, "source"),
    translation: titleWords(work, "translation"),
    foot: { source: creditWords(work, "source"), translation: creditWords(work, "translation") },
    mark: null,
  };
}

/**
 * The card of a passage or a range: the words of both sides, and the work's titles below.
 * @param passages - in the order of the text, at least one
 */
export function passageCard(work: Work, passages: readonly Passage[]): Card {
  const [first, last] = [passages.at(0), passages.at(-1)];
  return {
    source: sideWords(work, passages, "source"),
    translation: sideWords(work, passages, "translation"),
    foot: { source: titleWords(work, "source"), translation: titleWords(work, "translation") },
    mark: first === last ? `${first?.number}` : `${first?.number}–${last?.number}`,
  };
}

/** Three times what the smallest letters have room for, in UTF-16 units: a range of a book is not read for one card. */
const mostRead = 2000;

function sideWords(work: Work, passages: readonly Passage[], side: SideName): Words | null {
  const set = setForDisplay(work, side);
  const paragraphs: string[] = [];
  let left = mostRead;
  for (const paragraph of passages.flatMap((passage) => passage[side]?.text.split("\n") ?? [])) {
    const shown = set(paragraph.slice(0, mostRead)).replace(/\s+/g, " ").trim();
    if (shown !== "") paragraphs.push(shown);
    left -= shown.length;
    if (left < 0) break;
  }
  return paragraphs.length > 0 ? { paragraphs, language: work.metadata[side].language } : null;
}

function titleWords(work: Work, side: SideName): Words {
  const { title, language } = work.metadata[side];
  return { paragraphs: [setForDisplay(work, side)(title)], language };
}

function creditWords(work: Work, side: SideName): Words {
  const { publisher, byline, language } = work.metadata[side];
  return { paragraphs: [publisher, ...byline].filter((each) => each !== undefined), language };
}
