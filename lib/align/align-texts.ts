import { isHan } from "@/lib/text/is-han";
import { sentencesOf } from "@/lib/text/sentences";
import { alignLines, type Progress, type SideLines } from "./align-lines";
import type { AlignableText, Bead, Sentence } from "./alignment";
import type { Lexicon } from "./lexicon/lexicon";
import { findMoved, type Run } from "./moved";
import { derivePassages } from "./passages";
import { type ExplainedAlignment, putIn } from "./put-in";
import type { Settings } from "./settings";

/**
 * Aligns a text with its translation: sentences across the whole text, ends of paragraphs being evidence, and passages
 * from those. Sections that stand in another order are found as well; beads and passages are in the source's order.
 * Deterministic. Time grows about linearly with the texts.
 *
 * @throws {RangeError} when both texts are in Chinese, or in one other language
 */
export function alignTexts(
  source: AlignableText,
  translation: AlignableText,
  lexicon: Lexicon,
  { settings, progress }: { readonly settings?: Settings; readonly progress?: Progress } = {},
): ExplainedAlignment {
  refuseOneLanguage(source.language, translation.language);
  const whole = alignInOrder(source, translation, lexicon, settings, progress);
  const moved = findMoved(whole.passages, source, translation, (one, other) =>
    alignInOrder(cutOut(source, one), cutOut(translation, other), lexicon, settings),
  );
  return moved.reduce(putIn, whole);
}

function cutOut(text: AlignableText, { from, to }: Run): AlignableText {
  return { ...text, paragraphs: text.paragraphs.slice(from, to) };
}

/** The alignment in which both texts go forward. */
function alignInOrder(
  source: AlignableText,
  translation: AlignableText,
  lexicon: Lexicon,
  settings?: Settings,
  progress?: Progress,
): ExplainedAlignment {
  const isSwapped = isHan(translation.language) && !isHan(source.language);
  const sentences = { source: sentencesIn(source), translation: sentencesIn(translation) };
  const sides = {
    source: linesOf(source, sentences.source),
    translation: linesOf(translation, sentences.translation),
  };
  const found = isSwapped
    ? alignLines(sides.translation, sides.source, lexicon, settings, progress)
    : alignLines(sides.source, sides.translation, lexicon, settings, progress);
  const beads = isSwapped ? found.beads.map(swap) : found.beads;
  const passages = derivePassages(
    beads,
    sentences,
    { source: lengthsOf(sides.source.texts), translation: lengthsOf(sides.translation.texts) },
    { source: source.paragraphs.length, translation: translation.paragraphs.length },
    (a, b) => (isSwapped ? found.cut(b, a) : found.cut(a, b)),
  );
  return { sentences, beads, passages, explain: found.explain };
}

/** @throws {RangeError} for two texts in one language: neither can be the other's translation */
export function refuseOneLanguage(source: string, translation: string): void {
  const [one, other] = [source, translation].map((tag) => (tag.startsWith("zh") ? "Chinese" : tag));
  if (one === other)
    throw new RangeError(`Both texts are in one language (${one}); an alignment needs a text and its translation.`);
}

/** Every paragraph has a sentence, and be it empty: a picture without caption has its place too. */
function sentencesIn({ language, paragraphs }: AlignableText): Sentence[] {
  return paragraphs.flatMap(({ text, kind }, paragraph): Sentence[] => {
    const spans = kind === "code" ? [{ start: 0, end: text.length }] : sentencesOf(text, language);
    return (spans.length > 0 ? spans : [{ start: 0, end: 0 }]).map((span) => ({ paragraph, ...span }));
  });
}

function linesOf({ paragraphs }: AlignableText, sentences: readonly Sentence[]): SideLines {
  return {
    texts: sentences.map(({ paragraph, start, end }) => paragraphs[paragraph]?.text.slice(start, end) ?? ""),
    kinds: sentences.map(({ paragraph }) => paragraphs[paragraph]?.kind ?? "paragraph"),
    endsParagraph: sentences.map(({ paragraph }, at) => sentences[at + 1]?.paragraph !== paragraph),
  };
}

function lengthsOf(texts: readonly string[]): number[] {
  return texts.map(({ length }) => length);
}

function swap({ source, translation, confidence }: Bead): Bead {
  return { source: translation, translation: source, confidence };
}
