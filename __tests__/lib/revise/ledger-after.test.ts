import fc from "fast-check";
import type { Ledger } from "@/lib/ledger/ledger";
import { readLedger, stringifyLedger } from "@/lib/ledger/ledger";
import { leadsTo } from "@/lib/ledger/lineage";
import { mintId } from "@/lib/passage/mint-id";
import type { PassageId } from "@/lib/passage/passage-id";
import { carryIds } from "@/lib/revise/carry-ids";
import { ledgerAfter, lineageOf, type Words } from "@/lib/revise/ledger-after";
import { anyParagraph, anyScript, edit, idAt } from "./revisions";

jest.setTimeout(60_000);

/** Revises a text of one language again and again, and hands each step's ledger to `look`. */
function revise(first: readonly string[], scripts: readonly Parameters<typeof edit>[1][], look: Look): void {
  let text = [...first];
  let ids: PassageId[] = text.map((_, index) => idAt(index));
  const wordsOf = (): Words => {
    const words = new Map<PassageId, { source: string }>();
    for (const [at, id] of ids.entries())
      words.set(id, { source: [words.get(id)?.source, text[at]].filter((part) => part !== undefined).join("\n") });
    return words;
  };
  const nothing = { minted: new Map(), retired: new Map(), redirected: new Map() };
  let ledger = ledgerAfter(new Map(), new Map(), wordsOf(), nothing, "2025-01-01");
  for (const script of scripts) {
    const [before, old] = [wordsOf(), ledger];
    const taken = new Set<string>(ledger.keys());
    const fresh = edit(text, script);
    const carried = carryIds({
      source: {
        old: text.flatMap((words, at) => (ids[at] ? [{ id: ids[at], text: words }] : [])),
        fresh: fresh.map((words) => ({ text: words, mark: null })),
        isRevised: true,
        unmarked: "opens",
      },
      translation: { old: [], fresh: [], isRevised: false, unmarked: "opens" },
      ...lineageOf(ledger, (id) => before.has(id)),
      mint: () => {
        const id = mintId(taken);
        taken.add(id);
        return id;
      },
    });
    text = fresh;
    ids = carried.source.map(({ id }) => id);
    ledger = ledgerAfter(ledger, before, wordsOf(), carried, "2025-01-02");
    look(old, ledger, new Set(ids));
  }
}
type Look = (before: Ledger, after: Ledger, living: ReadonlySet<PassageId>) => void;

it("only ever grows: no id leaves, none comes back to life, dates and last words stay, and all lead somewhere", () =>
  fc.assert(
    fc.property(
      fc.array(anyParagraph, { minLength: 1, maxLength: 12 }),
      fc.array(anyScript, { minLength: 1, maxLength: 5 }),
      (first, scripts) =>
        revise(first, scripts, (before, after, living) => {
          for (const [id, { minted, retired }] of before) {
            const now = after.get(id);
            expect(now?.minted).toBe(minted);
            if (!retired) continue;
            expect([now?.retired?.as, now?.retired?.date, now?.retired?.said]).toEqual([
              retired.as,
              retired.date,
              retired.said,
            ]);
          }
          for (const [id, { retired }] of after) {
            expect(retired === undefined).toBe(living.has(id));
            if (!retired || living.size === 0) continue;
            // A link leads on, or its last station says that it was removed.
            const stations = new Set([id, ...[...after.keys()].filter((other) => leads(after, id, other))]);
            const isRemoved = [...stations].some((other) => after.get(other)?.retired?.as === "removed");
            expect(isRemoved || leadsTo(after, id, (other) => living.has(other)).length > 0).toBe(true);
          }
          const { ledger, problems } = readLedger(stringifyLedger(after), "ledger.json");
          expect([ledger?.size, problems]).toEqual([after.size, []]);
        }),
    ),
    { numRuns: 200 },
  ));

function leads(ledger: Ledger, from: PassageId, to: PassageId): boolean {
  return leadsTo(ledger, from, (id) => id === to).length > 0;
}
