/** One address of each kind of page, without its locale. */
export const kindsOfPage = [
  "",
  "/openai-microsoft-rift",
  "/guide",
  "/forms",
  "/openai-microsoft-rift/zzzzz",
  "/tides",
  "/tides/tbbb5",
  "/tides/tbbb8",
  "/tides/tbbb4?at=2025-05-01",
  "/nothing-here",
  "/damaged",
] as const;
