import type { Progress } from "@/lib/align/align-lines";
import type { Lexicon } from "@/lib/align/lexicon/lexicon";
import type { PassageId } from "@/lib/passage/passage-id";
import { isError, type Problem } from "@/lib/problem/problem";
import type { Placed } from "@/lib/revise/revision";
import { writeMarks } from "@/lib/revise/write-marks";
import { alignBlocks, type CompilableText, openNew } from "./compile-work";

/**
 * Marks a text as the translation of one that has its ids already, for a work that waited for it: each block that opens a
 * passage takes the id of what it answers to. What answers to nothing continues the passage above: a `^new` would be taken
 * for the translation of a passage that has none.
 *
 * @param marked - the text that is there, with its marks
 */
export function markTranslation(
  marked: CompilableText,
  text: CompilableText,
  lexicon: Lexicon,
  progress?: Progress,
): { readonly markdown: string } | { readonly problems: readonly Problem[] } {
  const [there, fresh] = [openNew(marked), openNew(text)];
  const problems = [there, fresh].flatMap(({ rendering }) => rendering.problems).filter(isError);
  if (problems.length > 0) return { problems };
  const blocks = { source: there.rendering.blocks, translation: fresh.rendering.blocks };
  const owners: (PassageId | null)[] = [];
  for (const { mark } of blocks.source) owners.push(mark && mark !== "new" ? mark : (owners.at(-1) ?? null));
  const [first] = owners;
  if (!first) throw new Error("the text that is there has no marks");
  const used = new Set<PassageId>();
  const placed: Placed[] = [];
  let last = first;
  for (const { source, translation } of alignBlocks({ source: marked, translation: text }, blocks, lexicon, progress)) {
    const id = owners[source[0] ?? -1] ?? last;
    for (const [order, block] of translation.entries()) placed[block] = { id, opens: order === 0 && !used.has(id) };
    if (translation.length > 0) used.add((last = id));
  }
  const written = writeMarks(fresh, placed);
  return "problem" in written ? { problems: [written.problem] } : { markdown: written.decoded.text };
}
