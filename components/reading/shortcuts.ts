/** Single keys and what they do; `does` is also the name of its words in the HelpSheet messages. A capital is Shift. */
export const shortcuts = [
  { key: "j", does: "next" },
  { key: "k", does: "previous" },
  { key: "t", does: "toggle" },
  { key: "J", does: "extendNext" },
  { key: "K", does: "extendPrevious" },
  { key: "c", does: "copy" },
  { key: "y", does: "share" },
  { key: "v", does: "view" },
  { key: "s", does: "study" },
  { key: "?", does: "help" },
] as const;

export type Shortcut = (typeof shortcuts)[number]["does"];

/** A key as keyboards name it: `Shift+J`, for a capital alone would be mistaken for the small letter. */
export function keyName(key: string): string {
  return /[A-Z]/.test(key) ? `Shift+${key}` : key;
}
