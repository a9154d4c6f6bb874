import type { PlaceWatch } from "./place";
import { remember } from "./storage";

/** Takes the passage, the view and the scroll position along to the same page in the other interface language. */
export function carryPlace(page: Document, place: PlaceWatch): () => void {
  function onClick(event: MouseEvent) {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[data-locale]");
    if (!link) return;
    const { pathname, search, hash } = page.location;
    const here = page.documentElement.lang.slice(0, 2);
    if (pathname.startsWith(`/${here}`)) link.href = `/${link.dataset.locale}${pathname.slice(3)}${search}${hash}`;
    // Opened in another tab or window, the page there starts at its own place.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const current = place.current();
    const isReading = current !== null && window.scrollY > 0;
    if (!isReading) return;
    const changed = [...page.querySelectorAll<HTMLElement>(".row:has(.toggle:checked)")].map((row) => row.id);
    remember(() => sessionStorage, "place", {
      path: link.pathname,
      id: current.row.id,
      offset: current.offset,
      changed,
    });
  }
  page.addEventListener("click", onClick);
  return () => page.removeEventListener("click", onClick);
}
