import { undoRuns } from "@/lib/text/display-runs";

/** Stands in a side's strings for something on the page that is no part of the text. Object replacement character. */
const gap = "\uFFFC";

/** What stands beside a text without being part of it. */
const aside = "rt, rp, sup, .note, .note-mark, .alone, .stale";
const block = "p, h1, h2, h3, h4, li, ul, ol, blockquote, pre, figure, figcaption, div, hr, .verse-line";

/**
 * The words of one side of a passage, as they are shown and as they were typed. Both strings are equally long, with `\n`
 * between blocks and `gap` where the page has a note's number or a reading that is no part of the text.
 */
export type SideText = {
  readonly shown: string;
  readonly typed: string;
  /** Its text nodes in order, and where each begins in the strings. */
  readonly texts: readonly { readonly node: Text; readonly at: number }[];
};

/** Reads a side of a passage, or a note. `data-set` says what its display rule changed (lib/text/display-runs). */
export function readSide(root: Element): SideText {
  const texts: { node: Text; at: number }[] = [];
  let [shown, typed] = ["", ""];
  function add(mark: string) {
    shown += mark;
    typed += mark;
  }
  function newLine() {
    if (shown !== "" && !shown.endsWith("\n")) add("\n");
  }
  function read(element: Element, outer: (shown: string) => string) {
    const runs = element.getAttribute("data-set");
    const undo = runs === null ? outer : undoRuns(runs);
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        texts.push({ node: child, at: shown.length });
        typed += undo(child.data);
        shown += child.data.replace(/\s/g, element.closest("pre") ? "$&" : " ");
      } else if (child instanceof Element) {
        const isBlock = child.matches(block);
        if (child.matches(aside)) {
          if (!isBlock) add(gap);
          continue;
        }
        if (child.tagName === "BR") add("\n");
        if (isBlock) newLine();
        read(child, undo);
        if (isBlock) newLine();
      }
    }
  }
  read(root, (same) => same);
  return { shown, typed, texts };
}

/** The part of a text node that a range holds, in UTF-16 units; null when it holds none. */
export function clip(range: Range, node: Text): { from: number; to: number } | null {
  if (!range.intersectsNode(node)) return null;
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : node.length;
  return from < to ? { from, to } : null;
}

/** Where a range begins and ends in a side's strings; null when it holds none of its words. */
export function stretchOf(range: Range, { texts }: SideText): { start: number; end: number } | null {
  const held = texts.flatMap(({ node, at }) => {
    const part = clip(range, node);
    return part ? [{ start: at + part.from, end: at + part.to }] : [];
  });
  const [first, last] = [held.at(0), held.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Verbatim words, as they are taken out of the page. */
export function typedWords({ typed }: SideText, { start, end }: { start: number; end: number }): string {
  return typed.slice(start, end).replaceAll(gap, "").trim();
}
