import type { Block, Footnote, Inline } from "@/lib/passage/block";
import type { Segment } from "./context";

/** Stands for a character that is no word of the text. */
export const mask = "\uFFFC";

const address =
  /(?:https?:\/\/|mailto:|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
/** Punctuation after an address belongs to the sentence. */
const addressTail = /[\].,:;?!)'*]+$/;

/** The running text of blocks, and of the notes that they call. Code blocks and rules have none. */
export function segmentsOf(blocks: readonly Block[], footnotes: ReadonlyMap<string, Footnote>): Segment[] {
  const own = blocks.flatMap((block) => fromBlock(block, false));
  const notes = labelsIn(blocks).flatMap((label) => footnotes.get(label)?.blocks ?? []);
  return [...own, ...notes.flatMap((block) => fromBlock(block, true))];
}

/** Labels of the notes that blocks call, in order. */
export function labelsIn(blocks: readonly Block[]): string[] {
  const inlines = blocks.flatMap(inlinesOf);
  return inlines.flatMap(function find(inline): string[] {
    if (inline.type === "footnote") return [inline.label];
    return "children" in inline ? inline.children.flatMap(find) : [];
  });
}

function fromBlock(block: Block, isNote: boolean): Segment[] {
  switch (block.type) {
    case "heading":
      return segment(block.children, "heading", isNote);
    case "paragraph":
      return segment(block.children, "paragraph", isNote);
    case "figure":
      return segment(block.caption, "caption", isNote);
    case "verse":
      return segment(block.lines.flatMap((line, index) => (index > 0 ? [{ type: "break" }, ...line] : line)), "verse", isNote); // prettier-ignore
    case "quote":
      return block.blocks.flatMap((inner) => fromBlock(inner, isNote));
    case "list":
      return block.items.flat().flatMap((inner) => fromBlock(inner, isNote));
    case "verbatim":
    case "rule":
      return [];
  }
}

function segment(inlines: readonly Inline[], kind: Segment["kind"], isNote: boolean): Segment[] {
  const text = inlines
    .map(wordsOf)
    .join("")
    .replace(address, (found) => {
      const own = found.replace(addressTail, "").length;
      return mask.repeat(own) + found.slice(own);
    });
  return text.trim() === "" ? [] : [{ text, kind, isNote }];
}

function wordsOf(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return inline.value;
    case "code":
      return mask.repeat(Math.max(1, inline.value.length));
    case "emphasis":
    case "strong":
    case "link":
      return inline.children.map(wordsOf).join("");
    case "ruby":
      return inline.base;
    case "break":
      return "\n";
    case "footnote":
      return "";
  }
}

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return block.children;
    case "figure":
      return block.caption;
    case "verse":
      return block.lines.flat();
    case "quote":
      return block.blocks.flatMap(inlinesOf);
    case "list":
      return block.items.flat().flatMap(inlinesOf);
    case "verbatim":
    case "rule":
      return [];
  }
}
