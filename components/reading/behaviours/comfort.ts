import type { PlaceWatch } from "./place";
import { recall, remember } from "./storage";

/** Text size, line width and colours: what the radios say goes to the page's root, where CSS reads it. */
export function applyComfortChoices(page: Document, place: PlaceWatch): () => void {
  const root = page.documentElement;
  const radios = () => page.querySelectorAll<HTMLInputElement>("input[data-comfort]");
  const kept = recall(() => localStorage, "comfort");
  for (const radio of radios()) {
    const chosen = isRecord(kept) ? kept[radio.dataset.comfort ?? ""] : undefined;
    if (chosen !== undefined) radio.checked = chosen === radio.value;
  }

  function onChange(event: Event) {
    const radio = event.target;
    if (!(radio instanceof HTMLInputElement) || !radio.dataset.comfort) return;
    root.dataset[radio.dataset.comfort] = radio.value;
    const chosen = [...radios()].filter((each) => each.checked).map((each) => [each.dataset.comfort, each.value]);
    remember(() => localStorage, "comfort", Object.fromEntries(chosen));
    place.restore();
  }
  page.addEventListener("change", onChange);
  return () => page.removeEventListener("change", onChange);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
