/** The passage being read and how far its top is from the window's, in CSS pixels. */
export type Place = { readonly row: HTMLElement; readonly offset: number };

export type PlaceWatch = {
  /** Where the reader is; `null` on a page without passages. */
  current: () => Place | null;
  /** Puts that passage back where it was, after the layout changed under it. */
  restore: () => void;
  /** Calls `listener` after each move to another passage; returns what ends that. */
  onMove: (listener: (row: HTMLElement) => void) => () => void;
  stop: () => void;
};

/**
 * Follows the reader's place while scrolling, so that it is known from before a change when the change arrives.
 * Looks at sections first and only at the rows of one: asking a row for its place lays out its whole section.
 */
export function watchPlace(page: Document): PlaceWatch {
  const window = page.defaultView;
  const listeners = new Set<(row: HTMLElement) => void>();
  let place = findPlace(page);
  let frame = 0;

  function look() {
    frame = 0;
    const before = place?.row;
    place = findPlace(page);
    if (place && place.row !== before) listeners.forEach((listener) => listener(place!.row));
  }
  function lookSoon() {
    frame ||= window?.requestAnimationFrame(look) ?? 0;
  }
  /** Folding a passage moves what stands below it: what is there now is the place, not what was. */
  function onChange(event: Event) {
    if (event.target instanceof Element && event.target.matches(".toggle")) lookSoon();
  }
  function restore() {
    if (!place || isAtTop(page)) return;
    const moved = place.row.getBoundingClientRect().top - place.offset;
    if (Math.abs(moved) >= 1) window?.scrollBy({ top: moved, behavior: "instant" });
  }
  window?.addEventListener("scroll", lookSoon, { passive: true });
  window?.addEventListener("resize", restore);
  page.addEventListener("change", onChange);
  return {
    current: () => place,
    restore,
    onMove(listener) {
      listeners.add(listener);
      if (place) listener(place.row);
      return () => listeners.delete(listener);
    },
    stop() {
      window?.removeEventListener("scroll", lookSoon);
      window?.removeEventListener("resize", restore);
      page.removeEventListener("change", onChange);
      if (frame) window?.cancelAnimationFrame(frame);
    },
  };
}

/** Above the first passage there is no place to keep: the title stays where it is. */
function isAtTop(page: Document): boolean {
  return (page.defaultView?.scrollY ?? 0) < 8;
}

/** A passage that begins in the upper part of the window is what the reader looks at; else the one that fills it. */
const upperPart = 0.4;

function findPlace(page: Document): Place | null {
  const top = readingTop(page);
  const section = firstBelow(page.querySelectorAll<HTMLElement>(".rows-section"), top);
  const covering = section && firstBelow(section.querySelectorAll<HTMLElement>(".row"), top);
  if (!covering) return null;
  const next = covering.getBoundingClientRect().top < top ? nextRow(covering) : null;
  const limit = (page.defaultView?.innerHeight ?? 0) * upperPart;
  const row = next && next.getBoundingClientRect().top < limit ? next : covering;
  return { row, offset: row.getBoundingClientRect().top };
}

function nextRow(row: HTMLElement): HTMLElement | null {
  const next = row.nextElementSibling ?? row.parentElement?.nextElementSibling?.querySelector(".row");
  return next instanceof HTMLElement ? next : null;
}

/** The first of the elements, which stand one below the other, whose end is below `top`. O(log n) measurements. */
function firstBelow(elements: NodeListOf<HTMLElement>, top: number): HTMLElement | undefined {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle;
    else low = middle + 1;
  }
  return elements[low];
}

/** Where the bar ends when it stands above the text; 0 on a phone, where it stands below. */
function readingTop(page: Document): number {
  const bar = page.querySelector(".bar")?.getBoundingClientRect();
  return bar && bar.top <= 0 ? Math.max(0, bar.bottom) + 1 : 1;
}
