import { clip, readSide, stretchOf, typedWords, type SideText } from "./side-text";

/**
 * What is copied from a text is the text: the words as they are on disk, without numbers, notes, readings and controls,
 * and from the column where the selection began alone. Anything else on the page is copied as the browser does it.
 */
export function copyWords(page: Document): () => void {
  function onCopy(event: ClipboardEvent) {
    const selection = page.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !event.clipboardData) return;
    if (event.target instanceof Element && event.target.closest("input, textarea")) return;
    const range = selection.getRangeAt(0);
    const parts = rootsOf(page, range).flatMap((root) => {
      const side = readSide(root);
      const stretch = stretchOf(range, side);
      return stretch ? [{ root, side, words: typedWords(side, stretch) }] : [];
    });
    if (parts.length === 0) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", parts.map(({ words }) => words).join("\n\n"));
    event.clipboardData.setData("text/html", parts.map(({ root, side }) => htmlOf(root, side, range)).join("\n"));
  }
  page.addEventListener("copy", onCopy);
  return () => page.removeEventListener("copy", onCopy);
}

/** The sides that the selection touches and the reader sees; or the one note that it lies in. */
function rootsOf(page: Document, range: Range): readonly Element[] {
  const common = range.commonAncestorContainer;
  const within = common instanceof Element ? common : common.parentElement;
  const note = within?.closest(".note");
  if (note) return [note];
  const column = page.getElementById("text")?.dataset.selecting ?? "side";
  const inside = within?.closest(".side");
  const sides = inside ? [inside] : [...page.querySelectorAll(`#text .side.${column}`)];
  return sides.filter((side) => range.intersectsNode(side) && isSeen(side));
}

/** A side that the view puts away or that study mode covers is not copied with the rest. */
function isSeen(side: Element): boolean {
  return side.firstElementChild?.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

function htmlOf(root: Element, side: SideText, range: Range): string {
  const starts = new Map(side.texts.map(({ node, at }) => [node, at]));
  const holder = root.ownerDocument.createElement("div");
  holder.lang = root.closest<HTMLElement>("[lang]")?.lang ?? "";
  holder.append(...pick(root));
  return holder.outerHTML;

  function pick(element: Element): Node[] {
    return [...element.childNodes].flatMap((child): Node[] => {
      if (child instanceof Text) {
        const [at, part] = [starts.get(child), clip(range, child)];
        return at === undefined || !part ? [] : [new Text(side.typed.slice(at + part.from, at + part.to))];
      }
      if (!(child instanceof Element) || !range.intersectsNode(child)) return [];
      const inner = pick(child);
      if (child.tagName === "BR") return [page(child)];
      if (inner.length === 0) return [];
      const copy = page(child);
      copy.append(...inner);
      return child.matches(".verse-line") ? [copy, root.ownerDocument.createElement("br")] : [copy];
    });
  }
  /** The element without what only this page knows. */
  function page(element: Element): Element {
    const copy = root.ownerDocument.createElement(element.tagName);
    if (element instanceof HTMLAnchorElement) copy.setAttribute("href", element.href);
    return copy;
  }
}
