import type { Inline } from "@/lib/passage/block";
import { type HtmlBlock } from "./html-block";
import { toInlines } from "./inlines";
import { attribute, type HtmlElement, isElement } from "./tree";
import { place, type Walk } from "./walk";

/**
 * Draws a table: a paragraph for each row, with ` | ` between its cells. A table that holds paragraphs, or one column,
 * lays a page out, and its cells are text like any other.
 *
 * @param toBlocks - draws the content of a cell
 */
export function tableBlocks(
  table: HtmlElement,
  walk: Walk,
  toBlocks: (parent: HtmlElement, walk: Walk) => HtmlBlock[],
): HtmlBlock[] {
  const parts = partsOf(table).filter(({ element }) => !walk.notes.elements.has(element));
  const cells = parts.flatMap(({ cells: inRow }) => inRow);
  const isLayout =
    parts.every(({ cells: inRow }) => inRow.length <= 1) ||
    /^(?:presentation|none)$/.test(attribute(table, "role")) ||
    cells.some((cell) => cell.childNodes.filter((child) => isElement(child) && walk.containers.has(child)).length > 1);
  if (isLayout)
    return parts.flatMap(({ element, cells: inRow }) =>
      (inRow.length > 0 ? inRow : [element]).flatMap((cell) => toBlocks(cell, walk)),
    );
  walk.tables++;
  return parts.flatMap(({ element, cells: inRow }) => {
    const cellsOrCaption = inRow.length > 0 ? inRow : [element];
    const children = cellsOrCaption.flatMap((cell, index): Inline[] => [
      ...(index > 0 ? [{ type: "text", value: " | " } as const] : []),
      ...inOneLine(toInlines(cell.childNodes, walk)),
    ]);
    const block = { type: "paragraph", children } as const;
    const figures = walk.pictures.splice(0).map(({ src, alt }) => ({ type: "figure", src, alt, caption: [] }) as const);
    return [block, ...figures].map((each) => ({
      block: each,
      level: null,
      where: place(walk, element),
      element: table,
    }));
  });
}

function inOneLine(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.type === "break") return { type: "text", value: " " };
    return "children" in inline ? { ...inline, children: inOneLine(inline.children) } : inline;
  });
}

/** Rows and captions in order, without those of tables within. Rows that are notes are none. */
function partsOf(table: HtmlElement): { element: HtmlElement; cells: HtmlElement[] }[] {
  return table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === "tr") {
      return [
        { element: child, cells: child.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName)) },
      ];
    }
    if (child.tagName === "caption") return [{ element: child, cells: [] }];
    return /^t(?:body|head|foot)$/.test(child.tagName) ? partsOf(child) : [];
  });
}
