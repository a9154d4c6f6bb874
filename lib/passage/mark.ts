import type { Nodes, Parent } from "mdast";
import { isPassageId, type PassageId } from "./passage-id";

/** What a block's mark says: an id, a wish for a new passage (`^new`), or nothing, which continues the passage above. */
export type Mark = PassageId | "new" | null;

/** A mark as written: the token after `^`, and where the token starts in the text it was found in. */
export type WrittenMark = { readonly token: string; readonly offset: number };

const atEnd = /(?:^|\s)\^([A-Za-z0-9-]{1,20})[ \t]*$/;

/** Finds what looks like a mark at the end of a block's raw text. */
export function findMark(raw: string): WrittenMark | null {
  const end = raw.trimEnd().length;
  // The longest mark is 22 characters; a pattern anchored at the end alone would try every space of a long block.
  const from = Math.max(0, end - 24);
  const found = atEnd.exec(raw.slice(from, end));
  if (!found?.[1]) return null;
  return { token: found[1], offset: end - found[1].length };
}

/** Reads a mark's token; null when it is malformed. */
export function readMark(token: string): Exclude<Mark, null> | null {
  return token === "new" || isPassageId(token) ? token : null;
}

/** Offsets, in a block's raw text, of well-formed marks that end a line but not the block. */
export function marksWithin(raw: string): number[] {
  return [...raw.matchAll(/[ \t]\^([a-z0-9]{3,5})[ \t]*(?=\r|\n)(?!\s*$)/g)]
    .filter((found) => readMark(found[1] ?? "") !== null)
    .map((found) => found.index + found[0].indexOf("^"));
}

/** True when the block ends in words, to which a mark can be attached; else the mark needs a line of its own. */
export function endsInText(block: Nodes, raw: string): boolean {
  const leaf = lastLeaf(block).leaf;
  if (leaf.type === "code" || leaf.type === "thematicBreak" || leaf.type === "footnoteDefinition") return false;
  // A heading's closing ### must stay at the end of its line.
  return !(/#\s*$/.test(raw) && hasHeadingAtEnd(block));
}

/** Takes a mark off the end of a block; false when the block ends in something that is no text, code for example. */
export function stripMark(block: Nodes, token: string): boolean {
  const { leaf, parents } = lastLeaf(block);
  if (leaf.type !== "text") return false;
  // Markdown keeps a full-width space at the end of a line, where nobody sees it.
  const words = leaf.value.trimEnd();
  if (!words.endsWith(`^${token}`)) return false;
  leaf.value = words.slice(0, -token.length - 1).trimEnd();
  if (leaf.value !== "") return true;
  parents[0]?.children.pop();
  if (parents[0]?.children.at(-1)?.type === "break") parents[0].children.pop();
  // The mark stood in a paragraph of its own inside a quote or a list item: that paragraph goes with it.
  if (parents[0]?.children.length === 0 && parents[0].type === "paragraph") parents[1]?.children.pop();
  return true;
}

/** The last leaf of a block and its parents, nearest first. A loop, since nesting may be deep. */
function lastLeaf(block: Nodes): { leaf: Nodes; parents: Parent[] } {
  let leaf = block;
  const parents: Parent[] = [];
  while ("children" in leaf && leaf.children.length > 0 && leaf.type !== "footnoteDefinition") {
    parents.unshift(leaf);
    const next: Nodes | undefined = leaf.children.at(-1);
    if (!next) break;
    leaf = next;
  }
  return { leaf, parents };
}

function hasHeadingAtEnd(block: Nodes): boolean {
  const { leaf, parents } = lastLeaf(block);
  return leaf.type === "heading" || parents.some((parent) => parent.type === "heading");
}
