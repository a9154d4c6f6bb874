import type { Selected } from "@/components/share/open-share";
import type { Announcer } from "./announce";
import { permalinkOf, type MarkedRows } from "./marked-rows";
import type { PlaceWatch } from "./place";
import { readSide, stretchOf, typedWords } from "./side-text";
import { recall, remember } from "./storage";

type Parts = {
  readonly marked: MarkedRows;
  readonly place: PlaceWatch;
  readonly say: Announcer["say"];
  readonly awaitEnd: (isAwaited: boolean) => void;
  /** What to say when the sheet cannot be opened: offline, for instance. */
  readonly failed: string;
};

export type Sharing = { readonly open: () => void; readonly stop: () => void };

type Target = { readonly rows: readonly HTMLElement[]; readonly selected: Selected | null };

/**
 * Opens the share sheet: for words selected inside one passage, else for the passage that has the focus, else for those
 * the address names, else for the one being read. Everything else that sharing needs is loaded now, not with the page.
 */
export function offerSharing(page: Document, { marked, place, say, awaitEnd, failed }: Parts): Sharing {
  /** What a press on a control is about is known before the press takes focus and selection away. */
  let pressed: Target | null = null;
  let isOpening = false;

  async function open(target = targetOf(page, marked, place)) {
    if (isOpening || !target) return;
    isOpening = true;
    const [first] = target.rows;
    try {
      const { openShare } = await import("@/components/share/open-share");
      await openShare({
        page,
        address: permalinkOf(target.rows),
        selected: target.selected,
        recall: () => recall(() => localStorage, "share"),
        remember: (choices) => remember(() => localStorage, "share", choices),
        extend(words) {
          if (first) marked.mark(first);
          awaitEnd(true);
          say(words, "stay");
        },
      });
    } catch {
      say(failed);
    } finally {
      isOpening = false;
    }
  }
  function onPress(event: PointerEvent) {
    pressed = isControl(event.target) ? targetOf(page, marked, place) : null;
  }
  function onClick(event: MouseEvent) {
    if (!isControl(event.target)) return;
    void open(pressed ?? undefined);
    pressed = null;
  }
  function onKey(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    awaitEnd(false);
    say("");
  }
  page.addEventListener("pointerdown", onPress, { capture: true });
  page.addEventListener("click", onClick);
  page.addEventListener("keydown", onKey);
  return {
    open: () => void open(),
    stop() {
      page.removeEventListener("pointerdown", onPress, { capture: true });
      page.removeEventListener("click", onClick);
      page.removeEventListener("keydown", onKey);
    },
  };
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-share]") !== null;
}

function targetOf(page: Document, marked: MarkedRows, place: PlaceWatch): Target | null {
  const selected = selectedIn(page);
  if (selected) return selected;
  const rows = marked.rows();
  const focused = page.activeElement?.closest<HTMLElement>(".row");
  if (focused && !rows.includes(focused)) return { rows: [focused], selected: null };
  const current = place.current()?.row;
  return rows.length > 0 ? { rows, selected: null } : current ? { rows: [current], selected: null } : null;
}

/** The words selected inside one side of one passage, notes aside; null when there are none. */
function selectedIn(page: Document): Target | null {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const root = (common instanceof Element ? common : common.parentElement)?.closest<HTMLElement>(".row .side");
  const row = root?.closest<HTMLElement>(".row");
  if (!root || !row) return null;
  const side = readSide(root);
  const stretch = stretchOf(range, side);
  if (!stretch || typedWords(side, stretch) === "") return null;
  return {
    rows: [row],
    selected: {
      side: root.classList.contains("source") ? "source" : "translation",
      language: root.lang,
      shown: side.shown,
      stretch,
      typed: (asked) => typedWords(side, asked),
      wholePage: () => [...page.querySelectorAll("#text .side")].map((each) => readSide(each).shown).join("\n"),
    },
  };
}
