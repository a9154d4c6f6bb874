import type { PassageId } from "@/lib/passage/passage-id";
import type { Key, Keys } from "./keys";
import { type Revision, sides } from "./revision";
import { contained, toBags } from "./similarity";

/**
 * Two passages were merged, and now the one they became is split again: the links of the one that was retired follow its
 * words to the part that has them.
 *
 * @returns for each such passage the part, where it is not the one that kept the id
 */
export function followLodgers(revision: Revision, keys: Keys): Map<PassageId, Key> {
  const found = new Map<PassageId, Key>();
  const parts = new Map<Key, Key[]>();
  for (const [part, whole] of keys.from) parts.set(whole, [...(parts.get(whole) ?? [whole]), part]);
  for (const [whole, all] of parts) {
    for (const { id, said } of revision.lodgers?.get(whole as PassageId) ?? []) {
      const shares = all.map(() => 0);
      for (const name of sides) {
        const words = said[name];
        if (!words) continue;
        const texts = all.map((part) => textOf(revision, keys, name, part));
        const [lost, ...bags] = toBags([words, ...texts]);
        for (const [at, bag] of bags.entries()) if (lost) shares[at] = Math.max(shares[at] ?? 0, contained(lost, bag));
      }
      // The part that kept the id comes first, and keeps its links unless another is closer.
      const best = all[shares.indexOf(Math.max(...shares))];
      if (best !== undefined && best !== whole) found.set(id, best);
    }
  }
  return found;
}

function textOf(revision: Revision, keys: Keys, name: (typeof sides)[number], key: Key): string {
  return revision[name].fresh.flatMap(({ text }, at) => (keys[name][at] === key ? [text] : [])).join("\n");
}
