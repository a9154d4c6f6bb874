import type { Block, Inline } from "@/lib/passage/block";

/**
 * Writes blocks as Markdown for use elsewhere: their words verbatim, their emphasis, links, lists and readings kept.
 * Notes are left out, for they would lead nowhere. Reading it again gives the same blocks, notes aside; it need not be
 * the same Markdown, character for character, as the file's.
 */
export function quoteMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map(blockMarkdown)
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Sets every line of a Markdown text in a quotation. */
export function asQuotation(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.depth)} ${inlineMarkdown(block.children).replace(/\s*\n\s*/g, " ")}`;
    case "paragraph":
      return escapeStart(inlineMarkdown(block.children));
    case "verse":
      return block.lines.map((line) => escapeStart(inlineMarkdown(line))).join("\\\n");
    case "figure":
      // A picture is not words; its caption is.
      return escapeStart(inlineMarkdown(block.caption));
    case "quote":
      return asQuotation(quoteMarkdown(block.blocks));
    case "list":
      return listMarkdown(block);
    case "verbatim":
      return fence(block.value);
    case "rule":
      return "---";
  }
}

function listMarkdown({ ordered, start, items }: Extract<Block, { type: "list" }>): string {
  const isLoose = items.some((blocks) => blocks.length > 1);
  return items
    .map((blocks, at) => {
      const bullet = ordered ? `${start + at}. ` : "- ";
      const [first = "", ...rest] = quoteMarkdown(blocks).split("\n");
      const indent = " ".repeat(bullet.length);
      return [bullet + first, ...rest.map((line) => (line === "" ? "" : indent + line))].join("\n");
    })
    .join(isLoose ? "\n\n" : "\n");
}

function inlineMarkdown(inlines: readonly Inline[]): string {
  return inlines.map(oneMarkdown).join("");
}

function oneMarkdown(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return escapeWords(inline.value);
    case "emphasis":
      return `*${inlineMarkdown(inline.children)}*`;
    case "strong":
      return `**${inlineMarkdown(inline.children)}**`;
    case "link":
      return `[${inlineMarkdown(inline.children)}](<${inline.url.replace(/[<>\\]/g, "\\$&")}>)`;
    case "code":
      return code(inline.value);
    case "ruby":
      return `{${inline.base}|${inline.annotation}}`;
    case "break":
      return "\\\n";
    case "footnote":
      return "";
  }
}

/** Escapes what would be read as markup, and no more: words without it stay as they are. */
function escapeWords(text: string): string {
  return text
    .replace(/[\\*`[\]<&]/g, (mark, at: number) => {
      const next = text[at + 1] ?? "";
      if (mark === "&") return /^&(?:#?\w{1,32});/.test(text.slice(at, at + 40)) ? `\\${mark}` : mark;
      if (mark === "<") return /[\w/!?]/.test(next) ? `\\${mark}` : mark;
      return `\\${mark}`;
    })
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_");
}

/** Escapes what at the beginning of a line would open another kind of block. */
function escapeStart(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      line
        .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|~{3,}|=+\s*$|-+\s*$)/, "$1\\$2")
        .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, "$1\\$2"),
    )
    .join("\n");
}

function code(value: string): string {
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/s.test(value) ? " " : "";
  return `${ticks}${pad}${value}${pad}${ticks}`;
}

function fence(value: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}\n${value}\n${ticks}`;
}
