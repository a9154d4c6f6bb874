import path from "node:path";
import type { Block } from "@/lib/passage/block";
import type { ParsedBlock } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import { lineAt } from "@/lib/text/decode";
import { beadsOf, loadBeads } from "@/lib/work/beads";
import { openText, type OpenText } from "@/lib/work/open-text";
import type { Side, Work } from "@/lib/work/work";
import type { CheckContext, CheckedSide, RawPart } from "./context";
import { labelsIn, segmentsOf } from "./segments";

/**
 * Reads a loaded work's files again for what the page has no use for: the lines, and the words as they are written.
 *
 * @param root - the content folder
 * @param shownAs - the work's folder as problems show it
 * @returns null when a file has gone since the work was loaded
 */
export async function readContext(root: string, work: Work, shownAs: string): Promise<CheckContext | null> {
  const { slug, metadata, glossary } = work;
  const folder = path.join(root, slug);
  const source = await openText(folder, metadata.source.language, shownAs, []);
  const translation = await openText(folder, metadata.translation.language, shownAs, []);
  if (!source || !translation) return null;
  const toSource = sideMaker("source", source, work);
  const toTranslation = sideMaker("translation", translation, work);
  const passages = work.passages.map(({ id, source: left, translation: right }) => ({
    id,
    source: left && toSource(id, left),
    translation: right && toTranslation(id, right),
  }));
  const isSetFullWidth = metadata.display.includes("full-width-punctuation");
  const confidence = await readConfidence(folder, work);
  return { slug, passages, glossary, isSetFullWidth, confidence };
}

/**
 * How sure the aligner was of each passage that reads as it did then: the mean over its sentences. A single doubtful bead
 * within a passage is no doubt about the passage.
 */
async function readConfidence(folder: string, { passages }: Work): Promise<Map<PassageId, number>> {
  const beads = await loadBeads(folder);
  const confidence = new Map<PassageId, number>();
  for (const { id, source, translation } of passages) {
    const linked = source && translation && beadsOf(beads, id, { source: source.text, translation: translation.text });
    if (!linked || linked.length === 0) continue;
    const sentences = linked.reduce((sum, [a, b]) => sum + a + b, 0);
    confidence.set(id, linked.reduce((sum, [a, b, sure]) => sum + sure * (a + b), 0) / sentences);
  }
  return confidence;
}

function sideMaker(
  side: CheckedSide["side"],
  { file, decoded, rendering }: OpenText,
  { metadata, footnotes }: Work,
): (id: PassageId, read: Side) => CheckedSide {
  const parts = partsById(rendering.blocks, decoded.text);
  const notes = notesOf(decoded.text);
  return (id, { blocks, text }) => ({
    side,
    language: metadata[side].language,
    file,
    blocks,
    text,
    segments: segmentsOf(blocks, footnotes[side]),
    parts: [...(parts.get(id) ?? []), ...labelsOf(blocks).flatMap((label) => notes.get(label) ?? [])],
  });
}

function labelsOf(blocks: readonly Block[]): string[] {
  return labelsIn(blocks).map((label) => label.toLowerCase());
}

/** The blocks of each passage as written; a block without a mark continues the passage above it. */
function partsById(blocks: readonly ParsedBlock[], text: string): ReadonlyMap<PassageId, readonly RawPart[]> {
  const parts = new Map<PassageId, RawPart[]>();
  let row: RawPart[] | undefined;
  for (const { mark, line, start, end } of blocks) {
    if (mark && mark !== "new") {
      row = parts.get(mark) ?? [];
      parts.set(mark, row);
    }
    row?.push({ raw: text.slice(start, end), line });
  }
  return parts;
}

/** Each note as written, up to the next empty line and the lines indented below it. */
function notesOf(text: string): ReadonlyMap<string, RawPart> {
  const notes = new Map<string, RawPart>();
  let line = 1;
  let from = 0;
  for (const { 0: raw, 1: label = "", index } of text.matchAll(
    /^\[\^([^\]\s]{1,80})\]:.*(?:\r?\n(?!\[\^)(?!\r?\n(?! )).*)*/gm,
  )) {
    line += lineAt(text.slice(from, index), index - from) - 1;
    from = index;
    const key = label.toLowerCase();
    if (!notes.has(key)) notes.set(key, { raw, line });
  }
  return notes;
}
