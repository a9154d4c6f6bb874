import type { Inline } from "@/lib/passage/block";
import { readRuby } from "@/lib/passage/inlines";
import { isSafeLink } from "@/lib/passage/safe-url";

type Wrapper = Extract<Inline, { children: readonly Inline[] }>;

const lineEndInHan =
  /(?<=[\p{Script=Han}\u3000-\u30FF\uFF00-\uFFEF])[ \t]*[\r\n]\s*(?=[\p{Script=Han}\u3000-\u30FF\uFF00-\uFFEF])/gu;

/**
 * Puts inline content into the one form in which the parser of passages gives it back: lines between hard breaks, white
 * space collapsed and outside of emphasis, nothing empty, nothing within its like.
 *
 * @returns lines; one that is empty stands where two breaks followed each other
 */
export function tidyLines(inlines: readonly Inline[]): Inline[][] {
  return linesOf(inlines, []).map((line) => trimLine(merge(line)));
}

function linesOf(inlines: readonly Inline[], inside: readonly Inline["type"][]): Inline[][] {
  const lines: Inline[][] = [[]];
  const add = (inline: Inline) => lines.at(-1)?.push(inline);
  for (const inline of inlines) {
    switch (inline.type) {
      case "break":
        lines.push([]);
        break;
      case "text":
        for (const piece of readRuby(joinLines(inline.value))) add(piece.type === "ruby" ? tidyRuby(piece) : piece);
        break;
      case "ruby":
        add(tidyRuby(inline));
        break;
      case "code": {
        const value = inline.value.replace(/\s+/g, " ").trim();
        if (value !== "") add({ type: "code", value });
        break;
      }
      case "footnote":
        add(inline);
        break;
      default: {
        const plain = inside.includes(inline.type) || (inline.type === "link" && !isSafeLink(inline.url));
        const within = linesOf(inline.children, plain ? inside : [...inside, inline.type]);
        for (const [index, line] of within.entries()) {
          if (index > 0) lines.push([]);
          for (const piece of plain ? line : hoist(inline, line)) add(piece);
        }
      }
    }
  }
  return lines;
}

/** Two Han characters are not divided by a line end; everything else is divided by one space. */
export function joinLines(value: string): string {
  return value.replace(lineEndInHan, "").replace(/[\t\r\n ]+/g, " ");
}

/** A reading that the dialect cannot write stands behind its word, in parentheses. */
function tidyRuby({ base, annotation }: Extract<Inline, { type: "ruby" }>): Inline {
  const [word, reading] = [base, annotation].map((part) => part.replace(/\s+/g, " ").trim());
  const [written] = readRuby(`{${word}|${reading}}`);
  if (written?.type === "ruby" && written.base === word && written.annotation === reading) return written;
  return { type: "text", value: reading ? `${word}（${reading}）` : (word ?? "") };
}

/** Emphasis cannot begin or end in white space: that moves outside. */
function hoist(wrapper: Wrapper, line: readonly Inline[]): Inline[] {
  const children = merge(line);
  const before = leadingSpace(children) ? [{ type: "text", value: " " } as const] : [];
  const after = trailingSpace(children) ? [{ type: "text", value: " " } as const] : [];
  const within = trimLine(children);
  if (within.length === 0) return before;
  return [...before, { ...wrapper, children: within }, ...after];
}

function leadingSpace([first]: readonly Inline[]): boolean {
  return first?.type === "text" && first.value.trimStart() !== first.value;
}

function trailingSpace(line: readonly Inline[]): boolean {
  const last = line.at(-1);
  return last?.type === "text" && last.value.trimEnd() !== last.value;
}

/** Neighbouring texts become one, and so do neighbouring emphases of one kind. */
function merge(line: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  let words: string[] = [];
  const flush = () => {
    const value = words.join("").replace(/ {2,}/g, " ");
    if (value !== "") merged.push({ type: "text", value });
    words = [];
  };
  for (const inline of line) {
    if (inline.type === "text") {
      words.push(inline.value);
      continue;
    }
    flush();
    const last = merged.at(-1);
    if (last?.type === inline.type && (inline.type === "emphasis" || inline.type === "strong") && "children" in last) {
      merged[merged.length - 1] = { ...last, children: merge([...last.children, ...inline.children]) };
    } else merged.push(inline);
  }
  flush();
  return merged;
}

function trimLine(line: readonly Inline[]): Inline[] {
  const trimmed = [...line];
  for (let first = trimmed[0]; first?.type === "text"; first = trimmed[0]) {
    const value = first.value.trimStart();
    if (value === "") trimmed.shift();
    else {
      trimmed[0] = { type: "text", value };
      break;
    }
  }
  for (let last = trimmed.at(-1); last?.type === "text"; last = trimmed.at(-1)) {
    const value = last.value.trimEnd();
    if (value === "") trimmed.pop();
    else {
      trimmed[trimmed.length - 1] = { type: "text", value };
      break;
    }
  }
  return trimmed;
}

/** Takes emphasis off, and links too where they are not kept; words, notes and readings stay. */
export function withoutStyle(inlines: readonly Inline[], keepLinks: boolean): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === "code") return [{ type: "text", value: inline.value }];
    if (!("children" in inline)) return [inline];
    const children = withoutStyle(inline.children, keepLinks);
    return inline.type === "link" && keepLinks ? [{ ...inline, children }] : children;
  });
}
