/** How links fared. `silently` of the misled: landed exactly, as the reader is told, on other words. */
export type Score = { right: number; misled: number; silently: number; lost: number; gone: number; saidSo: number };

export const noScore = (): Score => ({ right: 0, misled: 0, silently: 0, lost: 0, gone: 0, saidSo: 0 });

/**
 * Counts one link.
 *
 * @param expected - where its words are now; none when they are gone
 * @param found - where it leads; none when it says that the passage is gone
 * @param isExact - whether the reader is told nothing
 */
export function add(score: Score, expected: ReadonlySet<number>, found: ReadonlySet<number>, isExact: boolean): void {
  if (expected.size === 0) {
    score.gone++;
    if (found.size === 0 || !isExact) score.saidSo++;
    return;
  }
  if ([...found].some((place) => expected.has(place))) score.right++;
  else if (found.size === 0) score.lost++;
  else {
    score.misled++;
    if (isExact) score.silently++;
  }
}

/** A row of the table; `pass` says whether a target was met. */
export function row(name: string, score: Score, target?: number): string {
  const links = score.right + score.misled + score.lost;
  const share = (part: number, all: number) => (all === 0 ? "–" : `${((100 * part) / all).toFixed(2)} %`).padStart(9);
  const met = target === undefined ? "" : (100 * score.right) / Math.max(1, links) >= target ? "  ≥ " : "  MISSED ";
  return [
    name.padEnd(44),
    String(links).padStart(7),
    ...[score.right, score.misled, score.silently, score.lost].map((part) => share(part, links)),
    share(score.saidSo, score.gone),
    met && `${met}${target} %`,
  ].join(" ");
}

/** The line above the rows. */
export const header = [
  "".padEnd(44),
  "links".padStart(7),
  ...["right", "misled", "silently", "lost", "said so"].map((name) => name.padStart(9)),
].join(" ");
