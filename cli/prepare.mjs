// Runs once after `npm ci`: compiles the dictionary, which otherwise the first alignment would do.
import { fileURLToPath } from "node:url";

try {
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
  const { loadLexicon } = await import("../lib/align/lexicon/store.ts");
  await loadLexicon();
} catch (cause) {
  // An installation without development tools, or one that nobody may write to, is no failed one.
  console.warn(`The dictionary was not prepared: ${cause instanceof Error ? cause.message : String(cause)}`);
}
