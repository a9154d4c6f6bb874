import { hashWord, placeOf } from "./hash";

/** Words to numbers, as three arrays that can be written to a file and read back without a step in between. */
export type HashTable = {
  /** Both hashes of the word at each place, and its number + 1; 0 where the place is free. */
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly value: Int32Array;
};

/** Builds a table: word `n` gets the number `n`. Words are distinct. */
export function buildTable(words: readonly string[]): HashTable {
  let size = 16;
  while (size < words.length * 1.8) size *= 2;
  const [one, two, value] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  for (const [number, word] of words.entries()) {
    const [a, b] = hashWord(word);
    let place = placeOf(a, b, size - 1);
    while (value[place] !== 0) place = (place + 1) & (size - 1);
    one[place] = a;
    two[place] = b;
    value[place] = number + 1;
  }
  return { one, two, value };
}

/** The number of a word by its hashes; -1 for none. */
export function lookUp({ one, two, value }: HashTable, a: number, b: number): number {
  const mask = value.length - 1;
  let place = placeOf(a, b, mask);
  for (;;) {
    const found = value[place] ?? 0;
    if (found === 0) return -1;
    if (one[place] === a && two[place] === b) return found - 1;
    place = (place + 1) & mask;
  }
}
