import pLimit from "p-limit";

/** Pictures kept, of some 100 KB each. */
const most = 256;
/** Pictures drawn at once, each on one core for a quarter of a second, and those that may wait for their turn. */
const inTurn = pLimit(2);
const mostWaiting = 64;

const kept = new Map<string, Promise<Buffer>>();

/**
 * Draws a picture once for as long as it is kept; whoever asks while it is being drawn waits for the same one.
 * @returns null when too many others wait to be drawn
 */
export function keepPng(key: string, draw: () => Promise<Buffer>): Promise<Buffer> | null {
  const held = kept.get(key);
  if (!held && inTurn.pendingCount >= mostWaiting) return null;
  const png = held ?? inTurn(draw);
  kept.delete(key);
  kept.set(key, png);
  if (!held) png.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return png;
}
