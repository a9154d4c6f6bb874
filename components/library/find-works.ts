/** Narrows the library's list to the works whose entry holds every word that was typed, and says how many those are. */
export function findWorks(page: Document): () => void {
  const box = page.querySelector<HTMLInputElement>("input[data-find]");
  const status = page.querySelector<HTMLElement>("[data-found]");
  if (!box || !status) return () => undefined;
  const entries = [...page.querySelectorAll<HTMLElement>("[data-work-entry]")].map((entry) => ({
    entry,
    words: normalise(entry.textContent ?? ""),
  }));
  const { textContent: all, dataset } = status;

  function onInput() {
    const asked = normalise(box?.value ?? "").split(" ");
    for (const { entry, words } of entries) entry.hidden = !asked.every((word) => words.includes(word));
    if (status)
      status.textContent = asked.join() === "" ? all : say(entries.filter(({ entry }) => !entry.hidden).length);
  }
  function say(shown: number): string {
    if (shown === 0) return dataset.noneFound ?? "";
    return dataset.found?.replace("{shown}", shown.toLocaleString(page.documentElement.lang)) ?? "";
  }
  box.addEventListener("input", onInput);
  return () => box.removeEventListener("input", onInput);
}

/** Width, case and white space make no difference to what is found. */
function normalise(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
