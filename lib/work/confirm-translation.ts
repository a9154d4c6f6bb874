import type { Ledger } from "@/lib/ledger/ledger";
import { isPassageId } from "@/lib/passage/passage-id";
import { isError, type Problem } from "@/lib/problem/problem";
import { hashText } from "@/lib/text/hash-text";
import { loadWork } from "./load-work";
import { openWork, saveWork } from "./open-work";

/**
 * Notes that translations stand though their source changed.
 *
 * @param ids - passages, at least one
 * @returns the ids that were stale and are no longer, and those that name no passage with two sides
 */
export async function confirmTranslation(
  folder: string,
  shownAs: string,
  slug: string,
  ids: readonly string[],
): Promise<{ confirmed: string[]; unknown: string[]; problems: Problem[] }> {
  const { work: loaded, problems } = await loadWork(folder, shownAs);
  if (!loaded) return { confirmed: [], unknown: [], problems: problems.filter(isError) };
  const { work } = await openWork(folder, shownAs, slug);
  if (!work) return { confirmed: [], unknown: [], problems };
  const passages = new Map(loaded.passages.map((passage) => [passage.id, passage]));
  const ledger = new Map(work.ledger);
  const confirmed: string[] = [];
  const unknown: string[] = [];
  for (const id of ids) {
    const passage = isPassageId(id) ? passages.get(id) : undefined;
    const entry = passage && ledger.get(passage.id);
    if (!passage?.source || !passage.translation || !entry) unknown.push(id);
    else if (entry.translatedFrom !== hashText(passage.source.text)) {
      ledger.set(passage.id, { ...entry, translatedFrom: hashText(passage.source.text), sourceThen: undefined });
      confirmed.push(id);
    }
  }
  const after: Ledger = ledger;
  if (unknown.length === 0)
    await saveWork(work, { source: work.source.decoded, translation: work.translation.decoded, ledger: after });
  return { confirmed: unknown.length === 0 ? confirmed : [], unknown, problems: [] };
}
