/** Marks these passages as the ones the address names, and no others. */
export function markPassages(page: Document, rows: readonly Element[]): void {
  page.querySelectorAll("[data-marked]").forEach((row) => row.removeAttribute("data-marked"));
  rows.forEach((row) => row.setAttribute("data-marked", ""));
}

/**
 * Marks the passage of a fragment in the address. Without script `:target` does; with it the mark can also be taken off
 * again, which the browser does for `:target` only after another jump.
 */
export function markFragment(page: Document): () => void {
  function mark() {
    // Not by `:target`, which the browser sets some time after this script has run.
    const row = page.getElementById(page.location.hash.slice(1));
    if (row?.matches(".row")) markPassages(page, [row]);
  }
  mark();
  window.addEventListener("hashchange", mark);
  return () => window.removeEventListener("hashchange", mark);
}
