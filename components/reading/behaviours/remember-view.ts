import type { PlaceWatch } from "./place";
import { remember } from "./storage";

const inputs = "input[name=view], #first-translation, #flip, #study";

/** Remembers the view and keeps the place when it changes. What the view is, is the inputs' own state; CSS does the rest. */
export function rememberView(page: Document, place: PlaceWatch): () => void {
  const isOn = (id: string) => page.querySelector<HTMLInputElement>(`#${id}`)?.checked ?? false;
  const chosen = () => page.querySelector<HTMLInputElement>("input[name=view]:checked")?.value ?? "auto";
  /** What a passage shows when nobody touched it. Exceptions from one default mean nothing under another. */
  const defaults = () => [/source|translation/.test(chosen()) ? chosen() : "", isOn("flip"), isOn("study")].join();
  let before = defaults();

  function onChange(event: Event) {
    if (!(event.target instanceof Element) || !event.target.matches(inputs)) return;
    if (defaults() !== before) {
      page.querySelectorAll<HTMLInputElement>(".toggle:checked").forEach((toggle) => (toggle.checked = false));
      before = defaults();
    }
    const view = { view: chosen(), first: isOn("first-translation"), flip: isOn("flip"), study: isOn("study") };
    remember(() => localStorage, "view", view);
    forgetAsked(page);
    place.restore();
  }
  page.addEventListener("change", onChange);
  return () => page.removeEventListener("change", onChange);
}

/** A choice made here ends what a shared link asked for; else a reload would undo the choice. */
function forgetAsked(page: Document): void {
  const address = new URL(page.location.href);
  if (!address.searchParams.has("view") && !address.searchParams.has("first")) return;
  address.searchParams.delete("view");
  address.searchParams.delete("first");
  history.replaceState(history.state, "", address);
}
