/** The parser looks back over the whole paragraph at each bracket that closes nothing: 1,000 cost 10 ms, 50,000 half a minute. */
const most = 2_000;

/** Finds a paragraph with more closing brackets than can be read; its offset, or null. */
export function tooManyClosings(source: string): number | null {
  let count = 0;
  let start = 0;
  for (const found of source.matchAll(/\n[ \t]*\n|(?<!\\)\]/g)) {
    if (found[0] !== "]") {
      count = 0;
      start = found.index + found[0].length;
    } else if (++count > most) return start;
  }
  return null;
}
