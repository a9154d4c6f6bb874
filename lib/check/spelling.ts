/** Whether two words are spellings of one name, and neither is a plural or an adjective of the other. */
export function isSpelling(usual: string, rare: string): boolean {
  const [short, long] = usual.length <= rare.length ? [usual, rare] : [rare, usual];
  if (distance(usual, rare) > (short.length >= 8 ? 2 : 1)) return false;
  const ending = long.startsWith(short) ? long.slice(short.length) : null;
  return ending === null || !(/^(?:e?s|i?an|ic)$/.test(ending) || (/[aeiouy]$/.test(short) && /^n/.test(ending)));
}

/** Edit distance (Levenshtein), at most `most + 1`. */
export function distance(a: string, b: string, most = 2): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
