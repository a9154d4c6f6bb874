import type { Inline } from "@/lib/passage/block";

/** How signs that Markdown reads are kept from it: not at all, by a backslash, or by their number. */
export type Escaping = "none" | "backslash" | "number";

/** Writes one line of inline content that `tidyLines` gave. Whether it reads back is for the caller to see. */
export function writeInlines(inlines: readonly Inline[], escaping: Escaping): string {
  return inlines.map((inline) => writeInline(inline, escaping)).join("");
}

function writeInline(inline: Inline, escaping: Escaping): string {
  switch (inline.type) {
    case "text":
      return escapeText(inline.value, escaping);
    case "emphasis":
      return `*${writeInlines(inline.children, escaping)}*`;
    case "strong":
      return `**${writeInlines(inline.children, escaping)}**`;
    case "link":
      return `[${writeInlines(inline.children, escaping)}](${writeAddress(inline.url)})`;
    case "code": {
      const fence = "`".repeat(longestRun(inline.value, "`") + 1);
      const room = inline.value.startsWith("`") || inline.value.endsWith("`") ? " " : "";
      return `${fence}${room}${inline.value}${room}${fence}`;
    }
    case "ruby":
      return `{${escapeText(inline.base, escaping)}|${escapeText(inline.annotation, escaping)}}`;
    case "footnote":
      return `[^${inline.label}]`;
    case "break":
      return " ";
  }
}

/** `<` goes by its name: the parser of passages warns of tags even behind a backslash. */
export function escapeText(text: string, escaping: Escaping): string {
  if (escaping === "none") return text;
  if (escaping === "number") return text.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return text
    .replace(/[\\`*_[\]]|!$/g, "\\$&")
    .replace(/&(?=[#A-Za-z])/g, "&amp;")
    .replaceAll("<", "&lt;");
}

/** Keeps the beginning and the end of a line from being read as the sign of a block or as a mark. */
export function escapeEnds(line: string, escaping: Escaping): string {
  if (escaping === "none") return line;
  return line
    .replace(/^[#>+=~-]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")
    .replace(/(^|\s)\^(?=[A-Za-z0-9-]{1,20}$)/, "$1\\^");
}

function writeAddress(url: string): string {
  if (!/[\s()<>*_`&\\]/.test(url)) return url;
  const safe = url.replace(/[\s<>\\`*_]/g, (sign) => encodeURIComponent(sign).replace("*", "%2A").replace("_", "\\_"));
  return `<${safe.replace(/&(?=[#A-Za-z])/g, "&amp;").replaceAll("%2A", "\\*")}>`;
}

/** Length of the longest run of a sign. */
export function longestRun(text: string, sign: "`"): number {
  let longest = 0;
  let run = 0;
  for (const character of text) {
    run = character === sign ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
