import path from "node:path";
import type { Shelved } from "@/lib/ledger/history";
import type { Problem } from "@/lib/problem/problem";
import { listSlugs } from "./library";
import { loadLedger, loadMetadata } from "./load-work";

/** Every folder of content with the names it answers to and its ledger, as far as they can be read. */
export async function listShelved(root: string): Promise<Shelved[]> {
  const shelved: Shelved[] = [];
  for (const slug of (await listSlugs(root)) ?? []) {
    const unread: Problem[] = [];
    const folder = path.join(root, slug);
    const metadata = await loadMetadata(folder, slug, unread);
    const ledger = await loadLedger(folder, slug, slug, unread);
    // A ledger that cannot be read is an error of its own; without one, everything published is forgotten.
    if (ledger || unread.every(({ code }) => code !== "ledger-malformed"))
      shelved.push({ slug, formerly: metadata?.formerly ?? [], ledger: ledger ?? new Map() });
    else shelved.push({ slug, formerly: metadata?.formerly ?? [], ledger: null });
  }
  return shelved;
}
