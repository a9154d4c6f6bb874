/**
 * What a display rule changed in a text, in a few characters, so that a page can give back the words as they were typed
 * without carrying them twice. It knows the changes that `typeset` makes: one UTF-16 unit for one.
 */

/** What is shown, and what was typed for it. */
const typedFor: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "；": ";",
  "？": "?",
  "！": "!",
  "（": "(",
  "）": ")",
  "·": "・",
};

/**
 * Describes the changes: the shown units that may be changes, in their order, as lengths of runs that are by turns
 * changed and unchanged, the first changed; the last run goes on to the end. `""` is "every one", by far the commonest.
 * @param typed - the text as it is on disk
 * @param shown - the same text as it is displayed, of equal length
 * @returns `null` when nothing was changed
 */
export function describeRuns(typed: string, shown: string): string | null {
  const runs: number[] = [];
  let isChanged = true;
  let length = 0;
  for (let at = 0; at < shown.length; at++) {
    if (!((shown[at] ?? "") in typedFor)) continue;
    if ((typed[at] !== shown[at]) !== isChanged) {
      runs.push(length);
      isChanged = !isChanged;
      length = 0;
    }
    length++;
  }
  return typed === shown ? null : runs.join(" ");
}

/**
 * Undoes the changes in pieces that are handed over in their order, as the text nodes of a page are.
 * @param runs - what `describeRuns` returned
 * @returns a function from the next shown piece to the typed one, of equal length
 */
export function undoRuns(runs: string | null): (shown: string) => string {
  if (runs === null) return (shown) => shown;
  const waiting = runs === "" ? [] : runs.split(" ").map(Number);
  let isChanged = true;
  let left = waiting.shift() ?? Infinity;
  return (shown) =>
    shown.replace(/[，：；？！（）·]/g, (unit) => {
      while (left === 0) {
        isChanged = !isChanged;
        left = waiting.shift() ?? Infinity;
      }
      left--;
      return isChanged ? (typedFor[unit] ?? unit) : unit;
    });
}
