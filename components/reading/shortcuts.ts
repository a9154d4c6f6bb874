/** Single keys and what they do; `does` is also the name of its words in the HelpSheet messages. */
export const shortcuts = [
  { key: "j", does: "next" },
  { key: "k", does: "previous" },
  { key: "t", does: "toggle" },
  { key: "c", does: "copy" },
  { key: "v", does: "view" },
  { key: "s", does: "study" },
  { key: "?", does: "help" },
] as const;

export type Shortcut = (typeof shortcuts)[number]["does"];
