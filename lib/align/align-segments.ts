import { isHan } from "@/lib/text/is-han";
import { sentencesOf } from "@/lib/text/sentences";
import { alignLines, type Progress } from "./align-lines";
import { alignTexts, refuseOneLanguage } from "./align-texts";
import type { Bead } from "./alignment";
import type { Lexicon } from "./lexicon/lexicon";
import type { Parts } from "./search/evidence";

/** Two lists of segments to align as they are, each with its language (BCP 47). */
export type Segments = { readonly language: string; readonly texts: readonly string[] };

/** Beads of segments, and where there is one a bead's explanation. */
export type AlignedSegments = {
  readonly beads: readonly Bead[];
  readonly explain: ((bead: number) => Parts) | null;
};

/** Segments with more sentences than this on average are paragraphs. */
const mostSentences = 1.2;

/**
 * Aligns segments, each as a whole. Those that hold several sentences are aligned sentence by sentence first, which finds
 * more than comparing paragraphs does; that alone leaves no explanation of a bead.
 *
 * @throws {RangeError} when both are in Chinese, or in one other language
 */
export function alignSegments(
  source: Segments,
  translation: Segments,
  lexicon: Lexicon,
  progress?: Progress,
): AlignedSegments {
  refuseOneLanguage(source.language, translation.language);
  if ([source, translation].some((side) => sentencesPerText(side) > mostSentences)) {
    const paragraphs = ({ language, texts }: Segments) => ({
      language,
      paragraphs: texts.map((text) => ({ text, kind: "paragraph" as const })),
    });
    const { passages } = alignTexts(paragraphs(source), paragraphs(translation), lexicon, { progress });
    return { beads: passages, explain: null };
  }
  const lines = ({ texts }: Segments) => ({ texts, kinds: null, endsParagraph: null });
  const isSwapped = isHan(translation.language) && !isHan(source.language);
  const [chinese, english] = isSwapped ? [translation, source] : [source, translation];
  const { beads, explain } = alignLines(lines(chinese), lines(english), lexicon, undefined, progress);
  const turned = isSwapped
    ? beads.map((bead) => ({ ...bead, source: bead.translation, translation: bead.source }))
    : beads;
  return { beads: turned, explain };
}

function sentencesPerText({ language, texts }: Segments): number {
  const count = texts.reduce((sum, text) => sum + sentencesOf(text, language).length, 0);
  return count / Math.max(1, texts.length);
}
