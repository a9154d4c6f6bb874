/**
 * A script that stands in the page itself because it must run before the page is painted. It only applies what the
 * reader chose before. Storage may be forbidden: then nothing is remembered. behaviours/comfort.ts writes the key.
 */

/** In the head: theme, text size and line width. */
export const applyComfort = `
try { Object.assign(document.documentElement.dataset, JSON.parse(localStorage["duidu:comfort"])) } catch {}`;
