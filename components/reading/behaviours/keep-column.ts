/**
 * Keeps a selection in the column where it began: while there is one, the other side cannot be selected (text.css).
 * Without script the browser selects what lies between in the order of the page, both sides.
 */
export function keepColumn(page: Document): () => void {
  const text = page.getElementById("text");

  function keep(side: string | undefined) {
    if (!text || text.dataset.selecting === side) return;
    if (side) text.dataset.selecting = side;
    else delete text.dataset.selecting;
  }
  /**
   * A press on the other side begins anew. The browser would take it for a press into the selection, which in the order
   * of the page lies on both sides, and start to drag the words.
   */
  function onPress(event: PointerEvent) {
    const column = text?.dataset.selecting;
    const isOther = column && sideOf(event.target) && sideOf(event.target) !== column;
    if (!isOther || event.button !== 0 || event.shiftKey) return;
    // A finger may only be scrolling.
    if (event.pointerType === "mouse") page.getSelection()?.removeAllRanges();
    keep(undefined);
  }
  function onSelect() {
    const selection = page.getSelection();
    const isEmpty = !selection || selection.isCollapsed;
    // "Select all" begins in no column and holds both.
    keep(isEmpty ? undefined : sideOf(selection.anchorNode));
  }
  page.addEventListener("pointerdown", onPress, { capture: true });
  page.addEventListener("selectionchange", onSelect);
  return () => {
    page.removeEventListener("pointerdown", onPress, { capture: true });
    page.removeEventListener("selectionchange", onSelect);
    keep(undefined);
  };
}

function sideOf(target: EventTarget | null): "source" | "translation" | undefined {
  const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
  const side = element?.closest(".row .side");
  return side ? (side.classList.contains("source") ? "source" : "translation") : undefined;
}
