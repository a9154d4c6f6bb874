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

function sideWords(work: Work, passages: readonly Passage[], side: SideName): Words | null {
  const set = setForDisplay(work, side);
  const paragraphs = passages
    .flatMap((passage) => passage[side]?.text.split("\n") ?? [])
    .map((paragraph) => set(paragraph).replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
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
