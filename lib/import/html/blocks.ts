import type { Block, Inline } from "@/lib/passage/block";
import type { HtmlBlock } from "./html-block";
import { toInlines, pictureAddress } from "./inlines";
import { kindOf } from "./kinds";
import { tableBlocks } from "./table";
import { attribute, type HtmlElement, type HtmlNode, isElement, isText, textOf } from "./tree";
import { drop, place, type Walk } from "./walk";

/** Draws the content of an element as blocks. Nothing that is not a block of ours can come out of here. */
export function toBlocks(parent: HtmlElement, walk: Walk): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let run: HtmlNode[] = [];
  const add = (more: readonly HtmlBlock[]) => more.forEach((block) => blocks.push(block));
  const flush = () => {
    add(fromWords(run, parent, walk));
    run = [];
  };
  for (const child of parent.childNodes) {
    if (isText(child)) run.push(child);
    else if (!isElement(child) || walk.notes.elements.has(child)) continue;
    else if (!walk.containers.has(child)) run.push(child);
    else {
      flush();
      add(fromContainer(child, walk));
    }
  }
  flush();
  return blocks;
}

function fromContainer(element: HtmlElement, walk: Walk): HtmlBlock[] {
  const kind = kindOf(element);
  if (kind === "hidden") {
    drop(walk, element, "markup");
    return [];
  }
  const one = (block: Block, level: number | null = null): HtmlBlock[] => [
    { block, level, where: place(walk, element), element },
  ];
  switch (element.tagName) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return fromHeading(element, walk);
    case "blockquote":
      return one({ type: "quote", blocks: toBlocks(element, walk).map(({ block }) => block) });
    case "ul":
    case "ol":
    case "menu":
    case "dir":
      return fromList(element, walk);
    case "pre":
      return one({ type: "verbatim", value: textOf(element).replace(/^\n/, "") });
    case "hr":
      return one({ type: "rule" });
    case "table":
      return tableBlocks(element, walk, toBlocks);
    case "figure":
      return fromFigure(element, walk);
    default:
      return toBlocks(element, walk);
  }
}

function fromWords(run: readonly HtmlNode[], parent: HtmlElement, walk: Walk): HtmlBlock[] {
  if (run.length === 0 || (run.length === 1 && run[0] && isText(run[0]) && run[0].value.trim() === "")) return [];
  const children = toInlines(run, walk);
  const first = run.find(isElement) ?? parent;
  // The line is that of the parent, in which the words stand; an element among them may be far below.
  const where = place(walk, blockOf(parent) ? parent : first);
  const words: HtmlBlock = { block: { type: "paragraph", children }, level: null, where, element: parent };
  return [words, ...takePictures(walk, parent)];
}

function blockOf(element: HtmlElement): boolean {
  return element.tagName === "p" || element.tagName === "li" || element.tagName === "div";
}

/** Pictures met among words stand below them. */
function takePictures(walk: Walk, element: HtmlElement): HtmlBlock[] {
  return walk.pictures.splice(0).map(({ src, alt }) => ({
    block: { type: "figure", src, alt, caption: [] },
    level: null,
    where: place(walk, element),
    element,
  }));
}

function fromHeading(element: HtmlElement, walk: Walk): HtmlBlock[] {
  const level = Number(element.tagName.slice(1));
  const depth = level <= 2 ? 2 : level === 3 ? 3 : 4;
  const heading: HtmlBlock = {
    block: { type: "heading", depth, children: headingWords(element, walk) },
    level,
    where: place(walk, element),
    element,
  };
  return [heading, ...takePictures(walk, element)];
}

/** Headings hold one line; boxes in them are words apart. */
function headingWords(element: HtmlElement, walk: Walk): Inline[] {
  return element.childNodes.flatMap((child): Inline[] => {
    if (isElement(child) && walk.containers.has(child)) {
      return [{ type: "text", value: " " }, ...toInlines(child.childNodes, walk), { type: "text", value: " " }];
    }
    return toInlines([child], walk);
  });
}

function fromList(element: HtmlElement, walk: Walk): HtmlBlock[] {
  const items: Block[][] = [];
  for (const child of element.childNodes) {
    if (!isElement(child) || walk.notes.elements.has(child)) {
      if (isText(child) && child.value.trim() !== "")
        items.push([{ type: "paragraph", children: toInlines([child], walk) }]);
      continue;
    }
    const blocks = child.tagName === "li" ? toBlocks(child, walk) : fromLoose(child, walk);
    const item = blocks.map(({ block }) => block);
    // A list that stands beside items instead of in one belongs to the item above it.
    if (/^(?:ul|ol)$/.test(child.tagName) && items.length > 0) items.at(-1)?.push(...item);
    else items.push(item);
  }
  const start = Number.parseInt(attribute(element, "start"), 10);
  const ordered = element.tagName === "ol";
  const block: Block = { type: "list", ordered, start: Number.isFinite(start) ? start : 1, items };
  return [{ block, level: null, where: place(walk, element), element }];
}

function fromLoose(child: HtmlElement, walk: Walk): HtmlBlock[] {
  return walk.containers.has(child) ? fromContainer(child, walk) : fromWords([child], child, walk);
}

/** A figure of one picture has its caption; whatever else it is, its parts stand below one another. */
function fromFigure(element: HtmlElement, walk: Walk): HtmlBlock[] {
  const captions: HtmlElement[] = [];
  const pictures: HtmlElement[] = [];
  let others = false;
  const visit = (node: HtmlNode) => {
    if (isText(node)) others ||= node.value.trim() !== "";
    else if (!isElement(node) || kindOf(node) === "script") return;
    else if (node.tagName === "figcaption") captions.push(node);
    else if (node.tagName === "img") pictures.push(node);
    else node.childNodes.forEach(visit);
  };
  element.childNodes.forEach(visit);
  const [picture, ...more] = pictures;
  if (!picture || more.length > 0 || others || captions.length > 1) return toBlocks(element, walk);
  const caption = captions.flatMap((inner) => headingWords(inner, walk));
  const src = pictureAddress(picture);
  walk.pictures.length = 0;
  const block: Block = { type: "figure", src: src === "" ? null : src, alt: attribute(picture, "alt"), caption };
  return [{ block, level: null, where: place(walk, element), element }];
}
