import type { Announcer } from "./announce";
import { permalinkOf, type MarkedRows } from "./marked-rows";

type Words = { copied: string; failed: string };

export type Permalinks = {
  /** The next number that is activated ends a range, as with Shift; `false` takes that back. */
  awaitEnd: (isAwaited: boolean) => void;
  /** Copies the permalink of a passage, or of the range it is in. */
  copy: (row: HTMLElement | null) => void;
  stop: () => void;
};

/**
 * A passage's number copies its permalink and puts it into the address bar. With Shift, or once a range was begun in the
 * share sheet, it does so for all passages from the one that was marked before. Without script it is a plain link.
 */
export function copyPermalinks(page: Document, marked: MarkedRows, say: Announcer["say"], words: Words): Permalinks {
  let isEndAwaited = false;

  async function copy(address: string) {
    try {
      await navigator.clipboard.writeText(address);
      say(words.copied, "offer");
    } catch {
      say(words.failed, "offer"); // Plain HTTP has no clipboard, and a reader may forbid it.
    }
  }
  function onClick(event: MouseEvent) {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a.mark");
    const row = link && link.closest<HTMLElement>(".row");
    // Ctrl, ⌘ and Alt open a tab or save, as everywhere.
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const address = event.shiftKey || isEndAwaited ? marked.markTo(row) : marked.mark(row);
    // Shift opens a window, as everywhere, where no passage is marked to begin with.
    if (address === null) return;
    event.preventDefault();
    isEndAwaited = false;
    // A click with Shift also selects whatever lies between.
    if (event.shiftKey) page.getSelection()?.removeAllRanges();
    void copy(address);
  }
  page.addEventListener("click", onClick);
  return {
    awaitEnd: (isAwaited) => (isEndAwaited = isAwaited),
    copy(row) {
      const rows = marked.rows();
      if (row) void copy(rows.includes(row) ? permalinkOf(rows) : marked.mark(row));
    },
    stop: () => page.removeEventListener("click", onClick),
  };
}
