import { type Ledger, type LedgerEntry, mostSaid } from "@/lib/ledger/ledger";
import { heirsIn, leadsTo } from "@/lib/ledger/lineage";
import type { Block } from "@/lib/passage/block";
import type { ParsedBlock } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import { blocksText } from "@/lib/passage/plain-text";
import { fingerprint } from "@/lib/text/fingerprint";
import { hashText } from "@/lib/text/hash-text";
import type { Carried, Lodger, Revision } from "./revision";

/** The words of each passage on both sides. */
export type Words = ReadonlyMap<PassageId, { readonly source?: string; readonly translation?: string }>;

/** Blocks with their marks, in the order of a text. */
export type Marked = { readonly blocks: readonly Pick<ParsedBlock, "block" | "mark">[] };

/** Gathers the words of each passage of two texts by their marks. */
export function wordsOf(source: Marked, translation: Marked): Words {
  const words = new Map<PassageId, { source?: string; translation?: string }>();
  for (const [side, { blocks }] of [
    ["source", source],
    ["translation", translation],
  ] as const) {
    const rows = new Map<PassageId, Block[]>();
    let row: Block[] | undefined;
    for (const { mark, block } of blocks) {
      if (mark && mark !== "new") {
        row = rows.get(mark) ?? [];
        rows.set(mark, row);
      }
      row?.push(block);
    }
    for (const [id, list] of rows) words.set(id, { ...words.get(id), [side]: blocksText(list) });
  }
  return words;
}

/** What of a ledger the comparison needs: where split and merged passages have come to. */
export function lineageOf(ledger: Ledger, isLiving: (id: PassageId) => boolean): Pick<Revision, "heirs" | "lodgers"> {
  const lodgers = new Map<PassageId, Lodger[]>();
  for (const [id, { retired }] of ledger) {
    if (!retired?.said || !retired.into) continue;
    const [host] = leadsTo(ledger, id, isLiving);
    if (host) lodgers.set(host, [...(lodgers.get(host) ?? []), { id, said: retired.said }]);
  }
  return { heirs: heirsIn(ledger, isLiving), lodgers };
}

/**
 * The ledger after a revision. Nothing leaves it: living ids are entered with their words as they are now, lost ones
 * retire with their last words, and a retired one keeps its date and its words.
 *
 * @param before - words before the revision, as far as they are known
 * @param after - words after it
 * @param today - ISO date
 */
export function ledgerAfter(
  ledger: Ledger,
  before: Words,
  after: Words,
  carried: Pick<Carried, "minted" | "retired" | "redirected">,
  today: string,
): Ledger {
  const entries = new Map<PassageId, LedgerEntry>(ledger);
  for (const [id, words] of after) {
    const known = ledger.get(id);
    if (known?.retired) continue;
    entries.set(id, living(known ?? { minted: today, from: carried.minted.get(id)?.from }, before.get(id), words));
  }
  for (const [id, { as, into, near }] of carried.retired) {
    const known = entries.get(id);
    if (after.has(id) || known?.retired) continue;
    const said = lastWords(before.get(id));
    const retired = { as, ...(into && { into: [...into] }), date: today, ...(near && { near }), ...(said && { said }) };
    entries.set(id, { ...(known ?? { minted: today }), sourceThen: undefined, retired });
  }
  for (const [id, into] of carried.redirected) {
    const known = entries.get(id);
    if (known?.retired) entries.set(id, { ...known, retired: { ...known.retired, into: [into] } });
  }
  return entries;
}

type Both = { readonly source?: string; readonly translation?: string };

/**
 * A translation follows its source when its words were changed after the source's, or with them: whoever edits a
 * translation has the row before them. A source that changes alone leaves its translation stale, and its own old words
 * in the ledger.
 */
function living(known: LedgerEntry, before: Both | undefined, { source, translation }: Both): LedgerEntry {
  const prints = {
    source: source === undefined ? known.source : fingerprint(source),
    translation: translation === undefined ? known.translation : fingerprint(translation),
  };
  const entry: LedgerEntry = { minted: known.minted, from: known.from, ...prints };
  if (source === undefined || translation === undefined)
    return { ...entry, translatedFrom: known.translatedFrom, sourceThen: known.sourceThen };
  const now = hashText(source);
  const isRetranslated =
    known.translation !== undefined && known.translation !== prints.translation && before?.translation !== translation;
  if (known.translatedFrom === undefined || known.translatedFrom === now || isRetranslated)
    return { ...entry, translatedFrom: now };
  const then =
    before?.source !== undefined && hashText(before.source) === known.translatedFrom ? before.source : known.sourceThen;
  return { ...entry, translatedFrom: known.translatedFrom, sourceThen: then };
}

function lastWords(words: Both | undefined): { source?: string; translation?: string } | undefined {
  if (!words || (words.source === undefined && words.translation === undefined)) return undefined;
  const cut = (text: string | undefined) => text?.slice(0, mostSaid).replace(/[\uD800-\uDBFF]$/, "");
  return { source: cut(words.source), translation: cut(words.translation) };
}
