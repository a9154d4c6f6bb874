import type { PassageId } from "@/lib/passage/passage-id";
import { type Fingerprint, fingerprint } from "@/lib/text/fingerprint";

/** Agreement from which a block is taken for the passage whose fingerprint it resembles, and its lead over the next. */
const leastAgreement = 0.25;
const leastLead = 0.1;
const hashes = 32;

/**
 * Finds passages by their fingerprints alone, where no older text is to be had.
 *
 * @param lost - fingerprints of passages without a mark
 * @param blocks - words of the blocks without a mark, by index
 * @returns for each block found the passage, the closest pairs first
 */
export function findByPrint(
  lost: ReadonlyMap<PassageId, Fingerprint>,
  blocks: ReadonlyMap<number, string>,
): Map<number, PassageId> {
  const holders = new Map<string, number[]>();
  for (const [index, words] of blocks) {
    for (const part of partsOf(fingerprint(words))) {
      const list = holders.get(part);
      if (list) list.push(index);
      else holders.set(part, [index]);
    }
  }
  const pairs: { id: PassageId; index: number; agreement: number }[] = [];
  for (const [id, print] of lost) {
    const counts = new Map<number, number>();
    for (const part of partsOf(print))
      for (const index of holders.get(part) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
    const [best, next] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (!best || best[1] < leastAgreement * hashes) continue;
    // Equal texts are no rivals: either is as good, and each is taken once.
    if (next && next[1] !== best[1] && best[1] - next[1] < leastLead * hashes) continue;
    for (const [index, count] of counts) if (count === best[1]) pairs.push({ id, index, agreement: count / hashes });
  }
  const found = new Map<number, PassageId>();
  const placed = new Set<PassageId>();
  for (const { id, index } of pairs.sort((a, b) => b.agreement - a.agreement || a.index - b.index)) {
    if (found.has(index) || placed.has(id)) continue;
    found.set(index, id);
    placed.add(id);
  }
  return found;
}

function partsOf(print: Fingerprint): string[] {
  return Array.from({ length: hashes }, (_, at) => `${at} ${print.slice(2 * at, 2 * at + 2)}`);
}
