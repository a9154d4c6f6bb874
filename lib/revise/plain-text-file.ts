import { parseRendering, type ParsedBlock } from "@/lib/passage/parse-rendering";
import type { OpenText } from "@/lib/work/open-text";
import { linkAnchors } from "./anchors";
import { linkGaps } from "./gaps";
import { startSide } from "./side";

/**
 * Writes a plain text as Markdown: a paragraph between empty lines becomes a block. A paragraph that the old text has
 * word for word keeps its Markdown (links, emphasis, its form), an edited heading stays one, and signs that Markdown
 * would read stand escaped. Notes that kept blocks call come along.
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
  const notes = old.rendering.slices.flatMap(({ raw, block }) =>
    block === null && /^\[\^/m.test(raw) ? raw.trim() : [],
  );
  const called = notes.filter((note) => {
    const label = /^\[\^([^\]]+)\]/m.exec(note)?.[1];
    return label !== undefined && written.some((text) => text.includes(`[^${label}]`));
  });
  return `${[...written, ...called].join("\n\n")}\n`;
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
