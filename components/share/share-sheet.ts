import type { SheetData } from "./sheet-data";
import { citationSection } from "./citation-section";
import { element } from "./element";
import { linkSection } from "./link-section";
import { textSection } from "./text-section";

/** Words that the reader selected inside one side of a passage. */
export type SelectedWords = {
  readonly side: "source" | "translation";
  /** Verbatim. */
  readonly text: string;
  /** Fragment of an address that leads to them: `#:~:text=…`. */
  readonly fragment: string;
};

export type SheetParts = {
  readonly page: Document;
  readonly data: SheetData;
  readonly selected: SelectedWords | null;
  /** Choices from the last time, and where to keep those of this time. */
  readonly recall: () => unknown;
  readonly remember: (choices: unknown) => void;
  /** Lets the reader choose the other end of a range; `words` say how. */
  readonly extend: (words: string) => void;
};

/** What the sections of the sheet need: the data, and a way to copy that says what came of it. */
export type SheetContext = SheetParts & { readonly copy: (text: string) => Promise<void>; readonly close: () => void };

/**
 * Opens the sheet that shares a passage, a range or selected words. It is drawn in the browser because it is rare and
 * depends on what was selected; the page itself does not carry it. A native popover: Escape, a press outside and the
 * button close it, and focus returns to where it was.
 */
export function openShareSheet(parts: SheetParts): void {
  const { page, data, selected } = parts;
  const { words } = data;
  const status = element(page, "p", { role: "status", class: "share-status" });
  const sheet = element(page, "div", {
    id: "share",
    popover: "auto",
    role: "dialog",
    "aria-labelledby": "share-title",
    class: "menu-sheet share",
  });
  const context: SheetContext = {
    ...parts,
    async copy(text) {
      const isCopied = await writeToClipboard(page, sheet, text);
      // Emptied first, or saying the same again would not be read out.
      status.textContent = "";
      requestAnimationFrame(() => (status.textContent = isCopied ? words.copied : words.failed));
    },
    close: () => sheet.hidePopover(),
  };
  const close = element(page, "button", { type: "button", class: "menu-close" }, words.close);
  close.addEventListener("click", context.close);
  const title = element(page, "h2", { id: "share-title" }, selected ? words.titleOfWords : words.title);
  sheet.append(
    title,
    linkSection(context),
    textSection(context),
    citationSection(context),
    element(page, "div", { class: "share-foot" }, close, status),
  );
  sheet.addEventListener("toggle", (event) => {
    if (event instanceof ToggleEvent && event.newState === "closed") sheet.remove();
  });
  page.getElementById("share")?.remove();
  page.body.append(sheet);
  sheet.showPopover();
  sheet.querySelector("button")?.focus();
}

/** Plain HTTP has no clipboard of its own; the older way still works there. */
async function writeToClipboard(page: Document, sheet: HTMLElement, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = page.activeElement;
    const field = element(page, "textarea", { class: "sr-only", tabindex: "-1" });
    field.value = text;
    sheet.append(field);
    field.select();
    const isCopied = page.execCommand("copy");
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return isCopied;
  }
}
