import type { PassageId } from "@/lib/passage/passage-id";
import type { OpenFate } from "./fates";
import { type Carried, type Decision, type Fate, type Placed, type Revision, type SideName, sides } from "./revision";
import type { SideState } from "./side";

/** Certainty of a removal, and of one beside which something new stands: it may have been rewritten. */
const removedConfidence = 0.9;
const replacedConfidence = 0.5;
const absorbedConfidence = 0.4;

/** Lists what was decided, per text, in the order of the new texts; then what went. */
export function decide(
  revision: Revision,
  states: Readonly<Record<SideName, SideState>>,
  placed: Readonly<Record<SideName, readonly Placed[]>>,
  minted: Carried["minted"],
  retired: ReadonlyMap<PassageId, Fate>,
  fates: ReadonlyMap<PassageId, OpenFate>,
): Decision[] {
  const decisions: Decision[] = [];
  for (const side of sides) {
    const state = states[side];
    const { old, isRevised } = revision[side];
    if (!isRevised) continue;
    for (const [index, { id, opens }] of placed[side].entries()) {
      const made = state.byFresh[index];
      if (made && made.old.length > 0) {
        if (made.fresh[0] !== index) continue;
        const kind = made.how === "marked" ? "same" : made.how;
        const owners = [...new Set(made.old.flatMap((at) => old[at]?.id ?? []))];
        const others = [...owners, ...made.fresh.flatMap((at) => placed[side][at]?.id ?? [])].filter(
          (other) => other !== id,
        );
        const into = [...new Set(others)];
        // Within one passage, blocks may be divided and joined without any link's noticing.
        const isWithin = into.length === 0 && (kind === "split" || kind === "merged") && owners.length === 1;
        decisions.push({
          id,
          kind: isWithin && kind === "merged" ? "edited" : kind,
          side,
          confidence: made.confidence,
          old: made.old,
          fresh: made.fresh,
          ...(into.length > 0 && { into }),
        });
      } else if (opens && minted.has(id)) {
        decisions.push({ id, kind: "new", side, confidence: 1, old: [], fresh: [index] });
      } else if (!made) {
        decisions.push({ id, kind: "continues", side, confidence: 1, old: [], fresh: [index] });
      }
    }
  }
  decisions.push(...leftAlone(revision, states, placed));
  for (const [id, { as, into }] of retired) {
    const kind = as === "removed" ? "removed" : fates.get(id)?.found ? "absorbed" : as;
    // A merge was listed where it happened.
    if (kind === "merged") continue;
    const confidence =
      kind === "absorbed"
        ? fates.get(id)?.found === "whole"
          ? 1
          : absorbedConfidence
        : sides.some((side) => isReplaced(id, revision, states[side], side))
          ? replacedConfidence
          : removedConfidence;
    const side = sides.find((name) => revision[name].old.some((block) => block.id === id)) ?? null;
    const olds = side ? revision[side].old.flatMap((block, index) => (block.id === id ? [index] : [])) : [];
    decisions.push({ id, kind, side, confidence, old: olds, fresh: [], ...(into && { into }) });
  }
  return decisions;
}

/** Passages that a revised text has lost and the other still has. */
function leftAlone(
  revision: Revision,
  states: Readonly<Record<SideName, SideState>>,
  placed: Readonly<Record<SideName, readonly Placed[]>>,
): Decision[] {
  return sides.flatMap((side) => {
    if (!revision[side].isRevised) return [];
    const here = new Set(placed[side].map(({ id }) => id));
    const there = new Set(placed[side === "source" ? "translation" : "source"].map(({ id }) => id));
    const gone = new Map<PassageId, number[]>();
    for (const [index, { id }] of revision[side].old.entries())
      if (!here.has(id) && there.has(id)) gone.set(id, [...(gone.get(id) ?? []), index]);
    return [...gone].map(([id, old]): Decision => {
      const confidence = isReplaced(id, revision, states[side], side) ? replacedConfidence : removedConfidence;
      return { id, kind: "alone", side, confidence, old, fresh: [] };
    });
  });
}

/** Whether a block that is like nothing before stands where the passage stood. */
function isReplaced(id: PassageId, revision: Revision, state: SideState, side: SideName): boolean {
  const at = revision[side].old.findIndex((block) => block.id === id);
  if (at < 0) return false;
  for (let before = at; before >= 0; before--) {
    const fresh = state.byOld[before]?.fresh.at(-1);
    if (fresh !== undefined) return fresh + 1 < state.fresh.length && !state.byFresh[fresh + 1];
  }
  return state.fresh.length > 0 && !state.byFresh[0];
}
