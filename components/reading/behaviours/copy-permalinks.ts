import type { Announcer } from "./announce";
import { markPassages } from "./mark-passages";

type Words = { copied: string; failed: string };

/** A passage's number copies its permalink and puts it into the address bar. Without script it is a plain link. */
export function copyPermalinks(page: Document, say: Announcer["say"], words: Words): () => void {
  async function onClick(event: MouseEvent) {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a.mark");
    // Ctrl, ⌘, Shift and Alt open a tab or window or save, as everywhere.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.replaceState(history.state, "", link.href);
    // What the page says of the link that led here is no longer so.
    page.querySelector(".landing")?.remove();
    const row = link.closest(".row");
    if (row) markPassages(page, [row]);
    try {
      await navigator.clipboard.writeText(link.href);
      say(words.copied);
    } catch {
      say(words.failed); // Plain HTTP has no clipboard, and a reader may forbid it.
    }
  }
  page.addEventListener("click", onClick);
  return () => page.removeEventListener("click", onClick);
}
