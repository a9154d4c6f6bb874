/** Pictures kept, of some 100 KB each. */
const most = 256;

const kept = new Map<string, Promise<Buffer>>();

/** Draws a picture once for as long as it is kept; whoever asks while it is being drawn waits for the same one. */
export function keepPng(key: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const held = kept.get(key);
  const png = held ?? draw();
  kept.delete(key);
  kept.set(key, png);
  if (!held) png.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return png;
}
