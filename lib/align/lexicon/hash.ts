/** First state of both hashes of a string. */
export const start1 = 0x811c9dc5 | 0;
export const start2 = 0x9e3779b9 | 0;

/** Goes on by one UTF-16 unit; two independent 32-bit hashes tell any two words of a dictionary apart. */
export function step1(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function step2(hash: number, unit: number): number {
  return Math.imul((hash ^ unit) + 0x7f4a7c15, 0x85ebca6b);
}

/** Hashes of a whole word. */
export function hashWord(word: string): readonly [number, number] {
  let [one, two] = [start1, start2];
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    one = step1(one, unit);
    two = step2(two, unit);
  }
  return [one, two];
}

/** Where to look first in a table of `mask + 1` places. */
export function placeOf(one: number, two: number, mask: number): number {
  const mixed = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d) ^ two;
  return (mixed ^ (mixed >>> 13)) & mask;
}
