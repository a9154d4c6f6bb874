/** Writes a choice of the reader's own. Storage that is full or forbidden only means that nothing is remembered. */
export function remember(storage: () => Storage, key: string, value: unknown): void {
  try {
    storage().setItem(`duidu:${key}`, JSON.stringify(value));
  } catch {
    // Nothing depends on it.
  }
}

/** Reads what `remember` wrote; `null` when there is nothing or it cannot be read. */
export function recall(storage: () => Storage, key: string): unknown {
  try {
    return JSON.parse(storage().getItem(`duidu:${key}`) ?? "null");
  } catch {
    return null;
  }
}
