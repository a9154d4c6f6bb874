import { randomInt } from "node:crypto";
import { idDigits, idLetters, isPassageId, type PassageId } from "./passage-id";

/**
 * Mints an id that none of `taken` bears. 21 million ids exist: a work of 100,000 passages retries one time in two hundred.
 *
 * @param taken - every id the work ever had, the retired ones too
 * @param random - an integer from 0 up to, not including, its argument
 */
export function mintId(taken: ReadonlySet<string>, random: (below: number) => number = randomInt): PassageId {
  const all = idLetters + idDigits;
  for (;;) {
    let id = idLetters[random(idLetters.length)] ?? "";
    while (id.length < 5) id += all[random(all.length)] ?? "";
    if (isPassageId(id) && !taken.has(id)) return id;
  }
}
