import type { PassageId } from "@/lib/passage/passage-id";
import { linkAnchors } from "./anchors";
import { linkGaps, spine } from "./gaps";
import { linkMoves, linkParts } from "./moves";
import { pairName, type Revision, type SideName, type SideRevision, sides } from "./revision";
import { linkRewritten } from "./rewritten";
import { link, type SideState, startSide } from "./side";

/**
 * Compares both texts with what they were: marks, anchors, gaps, moves, parts, and last what was rewritten in place,
 * for which each language is the other's witness.
 */
export function compareSides(revision: Revision): Readonly<Record<SideName, SideState>> {
  const compare = (name: SideName) => {
    const { old, fresh } = revision[name];
    const ruledOut = revision.ruledOut?.[name];
    const state = startSide(old, fresh, ruledOut && ((before, after) => !ruledOut.has(pairName(before, after))));
    linkMarks(state, revision[name]);
    linkAnchors(state);
    linkGaps(state);
    linkMoves(state);
    linkParts(state);
    return state;
  };
  const states = { source: compare("source"), translation: compare("translation") };
  const inPlace = {
    source: idsInPlace(states.source, revision.source),
    translation: idsInPlace(states.translation, revision.translation),
  };
  for (const name of sides) {
    const witness = inPlace[name === "source" ? "translation" : "source"];
    const { old, unmarked } = revision[name];
    linkRewritten(states[name], (at) => witness.has(old[at]?.id ?? ""), unmarked === "opens");
  }
  return states;
}

/** A mark links its block to the first old block of its passage; `^new` and ids new to this text link to nothing. */
function linkMarks(state: SideState, { old, fresh }: SideRevision): void {
  const firsts = new Map<string, number>();
  for (const [index, { id }] of old.entries()) if (!firsts.has(id)) firsts.set(id, index);
  for (const [index, { mark }] of fresh.entries()) {
    if (mark === null) continue;
    const first = firsts.get(mark);
    link(state, first === undefined || state.byOld[first] ? [] : [first], [index], "marked", 1);
  }
}

function idsInPlace(state: SideState, { old }: SideRevision): ReadonlySet<string> {
  return new Set(spine(state).flatMap((made) => made.old.map((index): PassageId | "" => old[index]?.id ?? "")));
}
