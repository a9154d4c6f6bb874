import type { PlaceWatch } from "./place";

/** Marks in the contents the heading under which the reader is. */
export function markCurrentSection(page: Document, place: PlaceWatch): () => void {
  const links = [...page.querySelectorAll<HTMLAnchorElement>("a[data-heading]")];
  const headings = links.map((link) => page.getElementById(link.dataset.heading ?? ""));

  const stop = place.onMove((row) => {
    const at = headings.findLastIndex((heading) => heading && isAtOrBefore(heading, row));
    links.forEach((link, each) =>
      each === at ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"),
    );
  });
  /** A sheet over the text has done its work once a place in the text was chosen. */
  function onClick(event: MouseEvent) {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("#contents a");
    if (link) link.closest<HTMLElement>("[popover]")?.hidePopover();
  }
  page.addEventListener("click", onClick);
  return () => {
    stop();
    page.removeEventListener("click", onClick);
  };
}

function isAtOrBefore(heading: HTMLElement, row: HTMLElement): boolean {
  return heading === row || Boolean(heading.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
}
