import { parseRendering, type ParsedBlock } from "@/lib/passage/parse-rendering";
import type { OpenText } from "@/lib/work/open-text";
import { linkAnchors } from "./anchors";
import { linkGaps } from "./gaps";
import { type SideState, startSide } from "./side";

/**
 * Writes a plain text as Markdown: a paragraph between empty lines becomes a block. A paragraph that the old text has
 * word for word keeps its Markdown (links, emphasis, its form), an edited heading stays one, and signs that Markdown
 * would read stand escaped. Notes that kept blocks call come along, and so do pictures and rules, which have no words.
 */
export function markdownOf(plain: string, old: OpenText): string {
  const paragraphs = plain.split(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/).flatMap((text) => text.trim() || []);
  const blocks = old.rendering.blocks;
  const state = startSide(
    blocks.map(({ text }) => ({ text })),
    paragraphs.map((text) => ({ text })),
  );
  linkAnchors(state);
  linkGaps(state);
  const written = paragraphs.map((paragraph, index) => {
    const before = blocks[state.byFresh[index]?.old[0] ?? -1];
    if (before?.text === paragraph) return unmarked(before, old.decoded.text);
    const heading = before?.block.type === "heading" && state.byFresh[index]?.fresh.length === 1 ? before.block : null;
    const words = escapeMarkdown(paragraph);
    return heading && !/[\r\n]/.test(paragraph) ? `${"#".repeat(heading.depth)} ${words}` : words;
  });
  const wordless = new Map<number, string[]>();
  for (const [index, block] of blocks.entries()) {
    // Unless the plain text writes it as Markdown does.
    if (block.text !== "" || paragraphs.includes(unmarked(block, old.decoded.text))) continue;
    const after = placeAfter(state, blocks, index);
    wordless.set(after, [...(wordless.get(after) ?? []), unmarked(block, old.decoded.text)]);
  }
  const whole = [-1, ...written.keys()].flatMap((at) => [
    ...(at < 0 ? [] : written.slice(at, at + 1)),
    ...(wordless.get(at) ?? []),
  ]);
  // Several may stand below one another without an empty line.
  const notes = old.rendering.slices.flatMap(({ raw, block }) =>
    block === null
      ? raw.split(/^(?=\[\^[^\]]+\]:)/m).flatMap((note) => (note.startsWith("[^") ? note.trim() : []))
      : [],
  );
  const called = notes.filter((note) => {
    const label = /^\[\^([^\]]+)\]/m.exec(note)?.[1];
    return label !== undefined && written.some((text) => text.includes(`[^${label}]`));
  });
  return `${[...whole, ...called].join("\n\n")}\n`;
}

/** The new paragraph after which a block without words goes: that of the nearest block above it; -1 for none. */
function placeAfter(state: SideState, blocks: readonly ParsedBlock[], index: number): number {
  for (let above = index - 1; above >= 0; above--) {
    const fresh = blocks[above]?.text === "" ? undefined : state.byOld[above]?.fresh.at(-1);
    if (fresh !== undefined) return fresh;
  }
  return -1;
}

/** A block's Markdown without its mark. */
function unmarked(block: ParsedBlock, text: string): string {
  const end = block.markAt && block.markAt.start - 1 < block.end ? block.markAt.start - 1 : block.end;
  return text.slice(block.start, end).trimEnd();
}

/** Escapes what Markdown would not read as the words they are; leaves alone what it would. */
export function escapeMarkdown(text: string): string {
  if (readsBack(text, text)) return text;
  const escaped = text
    .split(/\r\n?|\n/)
    .map((line) =>
      line
        .trim()
        .replace(/[\\`*_[\]<{!&~|]/g, "\\$&")
        .replace(/^(?:[#>+=-])/, "\\$&")
        .replace(/^(\d{1,9})([.)])/, "$1\\$2")
        .replace(/(^|\s)\^(?=[A-Za-z0-9-]{1,20}$)/, "$1\\^"),
    )
    .join("\n");
  return escaped;
}

function readsBack(markdown: string, words: string): boolean {
  const { blocks, problems } = parseRendering(markdown, "");
  const [first] = blocks;
  return (
    blocks.length === 1 &&
    problems.length === 0 &&
    first?.block.type === "paragraph" &&
    first.block.children.every(({ type }) => type === "text") &&
    first.mark === null &&
    // A line end within a paragraph is read as a space, or as nothing between Chinese lines.
    first.text.replace(/\s+/g, "") === words.replace(/\s+/g, "")
  );
}
