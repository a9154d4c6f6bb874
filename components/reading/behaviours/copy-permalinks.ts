type Words = { copied: string; failed: string };

/** How long a confirmation stays, in milliseconds. */
const confirmationMs = 2500;

/** A passage's number copies its permalink and puts it into the address bar. Without script it is a plain link. */
export function copyPermalinks(page: Document, status: HTMLElement, words: Words): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function say(message: string) {
    status.textContent = message;
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = ""), confirmationMs);
  }
  async function onClick(event: MouseEvent) {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a.mark");
    // Ctrl, ⌘, Shift and Alt open a tab or window or save, as everywhere.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.replaceState(history.state, "", link.href);
    page.querySelectorAll("[data-marked]").forEach((row) => row.removeAttribute("data-marked"));
    link.closest(".row")?.setAttribute("data-marked", "");
    try {
      await navigator.clipboard.writeText(link.href);
      say(words.copied);
    } catch {
      say(words.failed); // Plain HTTP has no clipboard, and a reader may forbid it.
    }
  }
  page.addEventListener("click", onClick);
  return () => {
    clearTimeout(timer);
    page.removeEventListener("click", onClick);
  };
}
