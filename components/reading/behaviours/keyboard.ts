import { shortcuts, type Shortcut } from "../shortcuts";
import type { Announcer } from "./announce";
import type { MarkedRows } from "./marked-rows";
import type { PlaceWatch } from "./place";
import { recall, remember } from "./storage";

type Parts = {
  readonly place: PlaceWatch;
  readonly marked: MarkedRows;
  readonly say: Announcer["say"];
  /** Copies the permalink of a passage, or of the range it is in. */
  readonly copy: (row: HTMLElement | null) => void;
  readonly share: () => void;
};

/** Single-key shortcuts. They never take a key from typing, from a control that uses it, or from the browser. */
export function readKeys(page: Document, { place, marked, say, copy, share }: Parts): () => void {
  const enabled = page.querySelector<HTMLInputElement>("#shortcuts");
  if (enabled && recall(() => localStorage, "shortcuts") === false) enabled.checked = false;

  const act: Record<Shortcut, () => void> = {
    next: () => move(1),
    previous: () => move(-1),
    toggle: () => selected()?.querySelector<HTMLInputElement>(".toggle")?.click(),
    extendNext: () => extend(1),
    extendPrevious: () => extend(-1),
    copy: () => copy(selected()),
    share,
    view: nextView,
    study,
    help: () => page.getElementById("help")?.togglePopover(),
  };

  function focused(): HTMLElement | null {
    return page.activeElement?.closest<HTMLElement>(".row") ?? null;
  }
  function selected(): HTMLElement | null {
    return focused() ?? place.current()?.row ?? null;
  }
  function move(by: 1 | -1) {
    const rows = [...page.querySelectorAll<HTMLElement>(".row")];
    const from = focused();
    const start = from ?? place.current()?.row;
    const at = start ? rows.indexOf(start) : 0;
    const row = rows[from || by < 0 ? at + by : at];
    if (!row) return;
    // As rows.css says, a section that grew after the jump would carry the reader past the passage.
    row.parentElement?.setAttribute("data-open", "");
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "start", behavior: "instant" });
  }
  /** Draws a range from the passage that has the focus, or draws the one that ends there further. */
  function extend(by: 1 | -1) {
    const from = focused();
    if (!from || !marked.rows().includes(from)) {
      const start = selected();
      if (start) marked.mark(start);
      if (!from) return start?.focus({ preventScroll: true });
    }
    move(by);
    const to = focused();
    if (to) marked.markTo(to);
    const label = (row: HTMLElement | undefined) => row?.getAttribute("aria-label") ?? "";
    const rows = marked.rows();
    say(`${label(rows.at(0))} – ${label(rows.at(-1))}`);
  }
  /** In a view of one language there is nothing to cover, and no switch for it. */
  function study() {
    const box = page.querySelector<HTMLInputElement>("#study");
    const label = box?.closest("label");
    if (box && label && getComputedStyle(label).display !== "none") box.click();
  }
  function nextView() {
    const views = [...page.querySelectorAll<HTMLInputElement>("input[name=view]")];
    const at = views.findIndex((view) => view.checked);
    const next = views[(at + 1) % views.length];
    next?.click();
    say(next?.closest("label")?.textContent ?? "");
  }

  function onKey(event: KeyboardEvent) {
    const shortcut = shortcuts.find(({ key }) => key === event.key);
    // A capital that comes from Caps Lock is no Shift.
    if (
      !shortcut ||
      (/[A-Z]/.test(shortcut.key) && !event.shiftKey) ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing
    )
      return;
    if (isTyping(event.target) || (enabled && !enabled.checked)) return;
    if (page.querySelector(":popover-open") && shortcut.does !== "help") return;
    event.preventDefault();
    act[shortcut.does]();
  }
  function onChange(event: Event) {
    if (event.target === enabled) remember(() => localStorage, "shortcuts", enabled?.checked);
  }
  page.addEventListener("keydown", onKey);
  page.addEventListener("change", onChange);
  return () => {
    page.removeEventListener("keydown", onKey);
    page.removeEventListener("change", onChange);
  };
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])");
}
