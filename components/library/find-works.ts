/** Narrows the library's list to the works whose entry holds every word that was typed. */
export function findWorks(page: Document): () => void {
  const box = page.querySelector<HTMLInputElement>("input[data-find]");
  if (!box) return () => undefined;
  const normalise = (text: string) => text.normalize("NFKC").toLowerCase();
  const entries = [...page.querySelectorAll<HTMLElement>("[data-work-entry]")].map((entry) => ({
    entry,
    words: normalise(entry.textContent ?? ""),
  }));
  function onInput() {
    const asked = normalise(box?.value ?? "").split(/\s+/);
    for (const { entry, words } of entries) entry.hidden = !asked.every((word) => words.includes(word));
  }
  box.addEventListener("input", onInput);
  return () => box.removeEventListener("input", onInput);
}
