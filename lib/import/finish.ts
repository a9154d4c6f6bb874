import type { Block, Footnote, Inline } from "@/lib/passage/block";
import { plainText } from "@/lib/passage/plain-text";
import { findForbidden } from "@/lib/text/decode";
import { detectLanguage } from "./detect-language";
import { type Draft, type LoadPicture, shorten } from "./draft";
import { levelHeadings } from "./headings";
import { type Dropped, type ImportedText, ImportRefused } from "./imported-text";
import { checkLength } from "./limits";
import { gatherPictures } from "./pictures";
import { layNote } from "./write/lay-block";
import { labelsOf, mapInlines, writeBlock } from "./write/write-blocks";

type Origin = Pick<ImportedText, "file" | "format" | "encoding">;

/** Makes a text of what a reader found: levels headings, fetches pictures, writes Markdown that reads back. */
export async function finish(draft: Draft, origin: Origin, load?: LoadPicture): Promise<ImportedText> {
  const { blocks: levelled, title } = levelHeadings(draft.blocks, draft.metadata.title);
  const { blocks, pictures, dropped, missing } = await gatherPictures(levelled, load);
  const called = notesCalled(blocks, draft.footnotes);
  const { markdown, simplified } = writeText(blocks, called);
  const cleaned = withoutForbidden(markdown);
  checkLength(cleaned.text, origin.file);
  const language = draft.metadata.language ?? detectLanguage(cleaned.text) ?? undefined;
  const unused = [...draft.footnotes.values()].filter(({ label }) => !called.has(label));
  const text: ImportedText = {
    ...origin,
    markdown: cleaned.text,
    metadata: { ...draft.metadata, ...(title === undefined ? {} : { title }), ...(language ? { language } : {}) },
    pictures,
    dropped: [...draft.dropped, ...dropped, ...unused.map(asDropped), ...cleaned.dropped],
    notes: [...draft.notes, ...notesOn(missing, simplified), ...oddSigns(cleaned.text)],
  };
  if (text.markdown === "" && title === undefined) {
    const what = "There are no words in this file.";
    throw new ImportRefused(origin.file, null, what, "Choose the file that holds the text.");
  }
  return text;
}

/** Notes that the text calls, and those that they call. */
function notesCalled(blocks: readonly Block[], notes: ReadonlyMap<string, Footnote>): Map<string, Footnote> {
  const called = new Map<string, Footnote>();
  const queue = blocks.flatMap(labelsOf);
  // The queue grows while it is walked.
  for (const label of queue) {
    const note = notes.get(label);
    if (!note || called.has(label)) continue;
    called.set(label, note);
    for (const inner of note.blocks.flatMap(labelsOf)) queue.push(inner);
  }
  return called;
}

/** Writes blocks and the notes they call. */
export function writeText(
  blocks: readonly Block[],
  notes: ReadonlyMap<string, Footnote>,
): { markdown: string; simplified: number } {
  let simplified = 0;
  let starred = false;
  let before: Block | undefined;
  const write = (block: Block): readonly string[] => {
    const continues = block.type === "list" && before?.type === "list" && before.ordered === block.ordered;
    starred = continues && !starred;
    before = block;
    const written = writeBlock(withKnownNotes(block, notes), starred ? "*" : "-");
    simplified += written.simplified;
    return written.markdown;
  };
  const body = blocks.flatMap(write);
  const below = [...notes.values()].map(({ label, blocks: within }) => {
    before = undefined;
    const written = within.flatMap(write);
    return layNote(label, written.length > 0 ? written : ["–"]);
  });
  const markdown = [...body, ...below].join("\n\n");
  return { markdown: markdown === "" ? "" : `${markdown}\n`, simplified };
}

/** A call of a note that is nowhere goes: there is nothing to show. */
function withKnownNotes(block: Block, notes: ReadonlyMap<string, Footnote>): Block {
  if (labelsOf(block).every((label) => notes.has(label))) return block;
  const known = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines
      .filter((inline) => inline.type !== "footnote" || notes.has(inline.label))
      .map((inline) => ("children" in inline ? { ...inline, children: known(inline.children) } : inline));
  return mapInlines(block, known);
}

/** Signs that are no text can come in by their number, `&#1;`; files that hold them as they are were refused before. */
function withoutForbidden(markdown: string): { text: string; dropped: Dropped[] } {
  let text = markdown;
  const names = new Set<string>();
  for (let found = findForbidden(text); found; found = findForbidden(text)) {
    names.add(found.name);
    text = text.replaceAll(found.sign, "");
  }
  return { text, dropped: [...names].map((name) => ({ why: "unsafe", what: `the character ${name}`, where: null })) };
}

function asDropped({ blocks }: Footnote): Dropped {
  const words = blocks.map(plainText).join(" ");
  return { why: "empty", what: shorten(`a note that nothing calls: ${words}`), where: null };
}

function notesOn(missing: readonly string[], simplified: number): string[] {
  const notes: string[] = [];
  if (missing.length > 0) {
    const some = missing.slice(0, 5).map((address) => shorten(address).slice(0, 80));
    notes.push(
      `Pictures that are not here: ${some.join(", ")}${missing.length > 5 ? ` and ${missing.length - 5} more` : ""}.`,
    );
  }
  if (simplified === 1)
    notes.push("The emphasis or shape of one paragraph could not be written; its words are all there.");
  if (simplified > 1)
    notes.push(`The emphasis or shape of ${simplified} paragraphs could not be written; their words are all there.`);
  return notes;
}

/** Invisible signs that change how a line reads are kept, and named. */
function oddSigns(text: string): string[] {
  const count = text.match(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g)?.length ?? 0;
  return count === 0 ? [] : [`The text holds ${count} invisible signs that set direction or divide words.`];
}
