import type { Image, Paragraph, RootContent } from "mdast";
import type { Block, Figure, Inline } from "./block";
import { readRuby, refuse, toInlines } from "./inlines";
import { deepestNesting, lineOf, rawOf } from "./markdown";
import { report, type Reading } from "./reading";
import { isOwnPicture } from "./safe-url";

/** Draws flow content as blocks. Footnote definitions leave the flow and gather in `reading`. */
export function toBlocks(nodes: readonly RootContent[], reading: Reading, depth = 0): Block[] {
  return nodes.flatMap((node) => toBlock(node, reading, depth) ?? []);
}

/** Draws one node; null for a footnote definition and for an empty paragraph. */
export function toBlock(node: RootContent, reading: Reading, depth = 0): Block | null {
  if (depth > deepestNesting) return flatten(node, reading);
  switch (node.type) {
    case "heading": {
      const level = Math.min(4, Math.max(2, node.depth));
      return {
        type: "heading",
        depth: level === 2 ? 2 : level === 3 ? 3 : 4,
        children: toInlines(node.children, reading),
      };
    }
    case "paragraph":
      return fromParagraph(node, reading);
    case "blockquote":
      return { type: "quote", blocks: toBlocks(node.children, reading, depth + 1) };
    case "list":
      return {
        type: "list",
        ordered: node.ordered === true,
        start: node.start ?? 1,
        items: node.children.map((item) => toBlocks(item.children, reading, depth + 1)),
      };
    case "code":
      return { type: "verbatim", value: node.value };
    case "thematicBreak":
      return { type: "rule" };
    case "footnoteDefinition":
      define(node, reading, depth);
      return null;
    default:
      return { type: "verbatim", value: rawOf(node, reading.source) };
  }
}

function fromParagraph(node: Paragraph, reading: Reading): Block | null {
  const [image, ...rest] = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  // Nothing but white space: a full-width space on an empty line, for example.
  if (!image) return null;
  if (image.type === "image" && rest.length === 0) return fromImage(image, reading);
  const children = toInlines(node.children, reading);
  const isVerse =
    node.children.some((child) => child.type === "break") &&
    !node.children.some((child) => child.type === "text" && /[\r\n]/.test(child.value));
  if (isVerse) return { type: "verse", lines: splitLines(children) };
  return children.length === 0 ? null : { type: "paragraph", children };
}

/** `![caption](images/name.jpg "what the picture shows")`; without an address, the caption of a picture we do not have. */
function fromImage(node: Image, reading: Reading): Figure {
  const own = isOwnPicture(node.url);
  if (!own && node.url !== "") refuse(reading, lineOf(node), node.url);
  return { type: "figure", src: own ? node.url : null, alt: node.title ?? "", caption: readRuby(node.alt ?? "") };
}

function splitLines(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === "break") lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

function define(node: Extract<RootContent, { type: "footnoteDefinition" }>, reading: Reading, depth: number): void {
  const label = node.identifier;
  const blocks = toBlocks(node.children, reading, depth + 1);
  if (!reading.footnotes.has(label)) {
    reading.footnotes.set(label, { label, blocks });
    reading.footnoteLines.set(label, lineOf(node));
    return;
  }
  report(
    reading,
    "warning",
    "footnote-unused",
    lineOf(node),
    `The note [^${label}] is already written on line ${reading.footnoteLines.get(label)}; this one is not shown.`,
    "Give one of the two another label, or delete it.",
  );
}

function flatten(node: RootContent, reading: Reading): Block {
  report(
    reading,
    "error",
    "nesting-too-deep",
    lineOf(node),
    `Quotes and lists stand more than ${deepestNesting} deep in each other here.`,
    "Write this part with fewer levels.",
  );
  return { type: "verbatim", value: rawOf(node, reading.source) };
}
