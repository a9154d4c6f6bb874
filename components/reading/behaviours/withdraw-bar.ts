/** Scrolling by less than this is a hand at rest, not reading on, in CSS pixels. */
const slackPx = 12;

/** The bar goes while the reader reads on and returns on the way back, at the top and when something in it has focus. */
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
  window.addEventListener("scroll", onScroll, { passive: true });
  return () => window.removeEventListener("scroll", onScroll);
}
