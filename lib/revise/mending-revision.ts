import type { Ledger } from "@/lib/ledger/ledger";
import type { ParsedRendering } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import type { OpenWork } from "@/lib/work/open-work";
import { oldBlocks } from "./blocks";
import { findByPrint } from "./find-by-print";
import { lineageOf, type Words } from "./ledger-after";
import { normalise } from "./normalise";
import type { FreshBlock, OldBlock, Revision, SideName } from "./revision";

/** The blocks of both texts as they stand. */
export type Fresh = Readonly<Record<SideName, readonly FreshBlock[]>>;
/** Both texts as they were, and the words of each passage then. */
export type Before = { readonly source: ParsedRendering; readonly translation: ParsedRendering; readonly words: Words };

/**
 * What a file edited by hand is compared with: the last commit's blocks, or, for passages that it does not have, the
 * ledger's fingerprints.
 *
 * @param thorough - wants back in each text what that text lost, and not only what both lost
 */
export function mendingRevision(
  work: OpenWork,
  fresh: Fresh,
  before: Before | null,
  thorough: boolean,
  mint: () => PassageId,
): Revision {
  const present = {
    source: new Set(fresh.source.map(({ mark }) => mark)),
    translation: new Set(fresh.translation.map(({ mark }) => mark)),
  };
  const side = (name: SideName) => {
    const other = name === "source" ? "translation" : "source";
    const isStripped = fresh[name][0]?.mark === null;
    // A passage that the other text still marks may have lost its mark here on purpose, to be aligned otherwise.
    const isWanted = (id: PassageId) =>
      !work.ledger.get(id)?.retired && (thorough || isStripped || present[name].has(id) || !present[other].has(id));
    const old = before ? oldBlocks(before[name]).filter(({ id }) => isWanted(id)) : [];
    const blocks = cleanMarks(fresh[name], old, work.ledger);
    const known = new Set<PassageId | "new" | null>([...old.map(({ id }) => id), ...blocks.map(({ mark }) => mark)]);
    const prints = new Map(
      [...work.ledger].flatMap(([id, entry]) => {
        const print = entry[name];
        return print === undefined || known.has(id) || !isWanted(id) ? [] : [[id, print] as const];
      }),
    );
    const unmarked = new Map(
      blocks.flatMap(({ text, mark }, index) => (mark === null ? [[index, text] as const] : [])),
    );
    const found = prints.size > 0 ? findByPrint(prints, unmarked) : new Map<number, PassageId>();
    const isUnmarked = fresh[name].every(({ mark }) => mark === null);
    return {
      old,
      fresh: blocks.map((block, index) => ({ ...block, mark: found.get(index) ?? block.mark })),
      isRevised: true,
      unmarked: isUnmarked ? ("opens" as const) : ("continues" as const),
    };
  };
  const living = new Set([...work.ledger].flatMap(([id, { retired }]) => (retired ? [] : id)));
  return {
    source: side("source"),
    translation: side("translation"),
    ...lineageOf(work.ledger, (id) => living.has(id)),
    mint,
  };
}

/**
 * Of a mark that stands twice, the block that says what the passage said keeps it, else the first; the other is found by
 * its words, or is new. A retired mark gives way to a new one.
 */
function cleanMarks(blocks: readonly FreshBlock[], old: readonly OldBlock[], ledger: Ledger): FreshBlock[] {
  const places = new Map<PassageId, number[]>();
  for (const [index, { mark }] of blocks.entries())
    if (mark && mark !== "new") places.set(mark, [...(places.get(mark) ?? []), index]);
  const known = new Map(old.map(({ id, text }) => [normalise(text), id]));
  const keeps = new Map(
    [...places].map(([id, indices]) => [
      id,
      indices.find((index) => known.get(normalise(blocks[index]?.text ?? "")) === id) ?? indices[0],
    ]),
  );
  return blocks.map((block, index) => {
    if (!block.mark || block.mark === "new") return block;
    if (!isRetired(ledger, block.mark) && keeps.get(block.mark) === index) return block;
    return { ...block, mark: known.has(normalise(block.text)) ? null : "new" };
  });
}

/** Whether a mark is that of a retired passage. */
export function isRetired(ledger: Ledger, mark: FreshBlock["mark"]): boolean {
  return mark !== null && mark !== "new" && ledger.get(mark)?.retired !== undefined;
}
