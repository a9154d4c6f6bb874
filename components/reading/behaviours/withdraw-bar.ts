/** Scrolling by less than this is a hand at rest, not reading on, in CSS pixels. */
const slackPx = 12;

/** A selection that stays as it is for so long is made, in milliseconds. */
const settledMs = 300;

/**
 * The bar goes while the reader reads on and returns on the way back, at the top, when something in it has focus, and
 * once words are selected, which it can share.
 */
export function withdrawBar(page: Document): () => void {
  const bar = page.querySelector<HTMLElement>(".bar");
  if (!bar) return () => undefined;
  let before = window.scrollY;
  function onScroll() {
    const moved = window.scrollY - before;
    if (Math.abs(moved) < slackPx) return;
    before = window.scrollY;
    const isInUse = bar?.matches(":focus-within, :has(:popover-open)");
    bar?.toggleAttribute("data-withdrawn", moved > 0 && before > 80 && !isInUse);
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  function onSelect() {
    clearTimeout(timer);
    if (page.getSelection()?.isCollapsed !== false) return;
    timer = setTimeout(() => bar?.removeAttribute("data-withdrawn"), settledMs);
  }
  window.addEventListener("scroll", onScroll, { passive: true });
  page.addEventListener("selectionchange", onSelect);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("scroll", onScroll);
    page.removeEventListener("selectionchange", onSelect);
  };
}
