import fc from "fast-check";
import type { PassageId } from "@/lib/passage/passage-id";
import { isPassageId } from "@/lib/passage/passage-id";
import { carryIds } from "@/lib/revise/carry-ids";
import type { Carried } from "@/lib/revise/revision";
import { anyParagraph, anyScript, edit, idAt, mintInOrder, side } from "./revisions";

// A thousand runs each, on a machine that may be busy.
jest.setTimeout(60_000);

const anyText = fc.array(anyParagraph, { minLength: 1, maxLength: 15 });
const marked = (text: readonly string[], every: number) =>
  text.map((paragraph, index) => (index % every === 0 ? `${paragraph} ^${idAt(index)}` : paragraph));

/** A work of two texts, and an edit script for each or for one. */
const anyRevision = fc.record({
  source: anyText,
  translation: anyText,
  every: fc.constantFrom(1, 1, 1, 2),
  sourceScript: fc.option(anyScript, { nil: null }),
  translationScript: fc.option(anyScript, { nil: null }),
  keepsMarks: fc.boolean(),
});
type Drawn = typeof anyRevision extends fc.Arbitrary<infer T> ? T : never;

function run({ source, translation, every, sourceScript, translationScript, keepsMarks }: Drawn) {
  const of = (text: readonly string[], script: Drawn["sourceScript"]) => {
    const before = marked(text, every);
    if (!script) return side(before);
    // A mark that an edit cut in two is no mark; one that it doubled stands twice, which is for the writer to mend.
    const after = edit(keepsMarks ? before : text, script);
    const seen = new Set<string>();
    return side(
      before,
      after.map((paragraph) => {
        const mark = /\^(\w+)$/.exec(paragraph)?.[1];
        if (mark === undefined || !seen.has(mark)) {
          if (mark !== undefined) seen.add(mark);
          return paragraph;
        }
        return paragraph.replace(/ ?\^\w+$/, "");
      }),
    );
  };
  return { source: of(source, sourceScript), translation: of(translation, translationScript), mint: mintInOrder() };
}

const runs = { numRuns: 1000 };
const idsOf = (carried: Carried) => [...carried.source, ...carried.translation].map(({ id }) => id);

it("never throws, loses no id, and gives each block one", () =>
  fc.assert(
    fc.property(anyRevision, (drawn) => {
      const revision = run(drawn);
      const carried = carryIds(revision);
      expect([carried.source.length, carried.translation.length]).toEqual([
        revision.source.fresh.length,
        revision.translation.fresh.length,
      ]);
      const kept = new Set([...idsOf(carried), ...carried.retired.keys()]);
      for (const { id } of [...revision.source.old, ...revision.translation.old]) expect(kept).toContain(id);
      expect(idsOf(carried).every(isPassageId)).toBe(true);
    }),
    runs,
  ));

it("opens no passage twice in a text, and retires none that lives", () =>
  fc.assert(
    fc.property(anyRevision, (drawn) => {
      const carried = carryIds(run(drawn));
      for (const list of [carried.source, carried.translation]) {
        const opened = list.flatMap(({ id, opens }) => (opens ? id : []));
        expect(new Set(opened).size).toBe(opened.length);
      }
      const living = new Set(idsOf(carried));
      expect([...carried.retired.keys()].filter((id) => living.has(id))).toEqual([]);
    }),
    runs,
  ));

it("leads every retired id to what lives, without a circle", () =>
  fc.assert(
    fc.property(anyRevision, (drawn) => {
      const carried = carryIds(run(drawn));
      const living = new Set(idsOf(carried));
      for (const [start, fate] of carried.retired) {
        if (fate.as === "removed") {
          expect(living.size === 0 || (fate.near !== undefined && living.has(fate.near))).toBe(true);
          continue;
        }
        const seen = new Set<PassageId>([start]);
        const waiting = [...(fate.into ?? [])];
        let found = false;
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          expect(next).not.toBe(start);
          if (living.has(next)) found = true;
          if (seen.has(next)) continue;
          seen.add(next);
          waiting.push(...(carried.retired.get(next)?.into ?? []));
        }
        expect(found).toBe(true);
      }
    }),
    runs,
  ));

it("keeps every mark that the writer left on its passage", () =>
  fc.assert(
    fc.property(anyRevision, (drawn) => {
      const revision = run({ ...drawn, keepsMarks: true });
      const carried = carryIds(revision);
      for (const name of ["source", "translation"] as const)
        for (const [index, { mark }] of revision[name].fresh.entries())
          if (mark && mark !== "new" && revision[name].isRevised) expect(carried[name][index]?.id).toBe(mark);
    }),
    runs,
  ));

it("changes nothing where nothing changed", () =>
  fc.assert(
    fc.property(anyText, anyText, fc.boolean(), (source, translation, bare) => {
      const [left, right] = [marked(source, 1), marked(translation, 1)];
      const carried = carryIds({
        source: side(left, bare ? source : left),
        translation: side(right, bare ? translation : right),
        mint: mintInOrder(),
      });
      expect(carried.source.map(({ id }) => id)).toEqual(source.map((_, index) => idAt(index)));
      expect(carried.translation.map(({ id }) => id)).toEqual(translation.map((_, index) => idAt(index)));
      expect([carried.minted.size, carried.retired.size]).toEqual([0, 0]);
    }),
    runs,
  ));

it("decides the same twice", () =>
  fc.assert(
    fc.property(anyRevision, (drawn) => expect(carryIds(run(drawn))).toEqual(carryIds(run(drawn)))),
    { numRuns: 200 },
  ));
