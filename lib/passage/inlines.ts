import type { PhrasingContent, Text } from "mdast";
import type { Inline } from "./block";
import { deepestNesting, lineOf, rawOf } from "./markdown";
import { report, type Reading } from "./reading";
import { isSafeLink } from "./safe-url";

/** Draws phrasing content as inlines. What is not drawn (a refused link, a picture amid words) leaves its words. */
export function toInlines(nodes: readonly PhrasingContent[], reading: Reading, depth = 0): Inline[] {
  return join(nodes.flatMap((node) => toInline(node, reading, depth)));
}

/** Reads `{漢字|かんじ}` in plain text as ruby; the base must hold a Han character, so that other braces stay. */
export function readRuby(value: string): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const found of value.matchAll(/\{([^{}|\n]{1,40})\|([^{}|\n]{1,80})\}/g)) {
    const [whole, base = "", annotation = ""] = found;
    if (!/\p{Script=Han}/u.test(base)) continue;
    if (found.index > from) inlines.push({ type: "text", value: value.slice(from, found.index) });
    inlines.push({ type: "ruby", base, annotation });
    from = found.index + whole.length;
  }
  if (from < value.length) inlines.push({ type: "text", value: value.slice(from) });
  return inlines;
}

function toInline(node: PhrasingContent, reading: Reading, depth: number): Inline[] {
  if (depth > deepestNesting) return [{ type: "text", value: rawOf(node, reading.source) }];
  switch (node.type) {
    case "text":
      return fromText(node, reading);
    case "emphasis":
    case "strong":
      return [{ type: node.type, children: toInlines(node.children, reading, depth + 1) }];
    case "link": {
      const children = toInlines(node.children, reading, depth + 1);
      if (isSafeLink(node.url)) return [{ type: "link", url: node.url, children }];
      refuse(reading, lineOf(node), node.url);
      return children;
    }
    case "inlineCode":
      return [{ type: "code", value: node.value }];
    case "break":
      return [{ type: "break" }];
    case "image":
      return readRuby(node.alt ?? "");
    case "footnoteReference":
      reading.references.add(node.identifier);
      return [{ type: "footnote", label: node.identifier }];
    default:
      return [{ type: "text", value: rawOf(node, reading.source) }];
  }
}

/** Reports an address that is not drawn. */
export function refuse(reading: Reading, line: number, url: string): void {
  report(
    reading,
    "warning",
    "link-refused",
    line,
    `The address ${JSON.stringify(url.slice(0, 80))} is not drawn, only its words are.`,
    "Link to http, https, mailto or a place in this site; put pictures (png, jpg, webp, avif, gif) into the work's images/ folder.",
  );
}

function fromText(node: Text, reading: Reading): Inline[] {
  const raw = rawOf(node, reading.source);
  const tag = /<(?:\/?[A-Za-z][^<>\n]{0,200}|!--)/.exec(raw);
  if (tag && raw.indexOf(">", tag.index) > 0) {
    report(
      reading,
      "warning",
      "html-as-text",
      lineOf(node),
      `HTML is shown as text: ${tag[0].slice(0, 40)}`,
      "Use Markdown instead, or write &lt; to show that the sign is meant.",
    );
  }
  for (const [, label] of raw.matchAll(/(?<!\\)\[\^([^\]\s]{1,80})\]/g)) {
    report(
      reading,
      "warning",
      "footnote-missing",
      lineOf(node),
      `The note [^${label}] is called here and written nowhere in this file.`,
      `Write it on a line of its own, at the end of the file for instance: [^${label}]: …`,
    );
  }
  return readRuby(joinLines(node.value));
}

/** A line end within a paragraph is a space in most scripts, and nothing between two characters of Chinese or Japanese. */
function joinLines(value: string): string {
  return value
    .replace(
      /(?<=[\p{Script=Han}\u3000-\u30FF\uFF00-\uFFEF])(?:\r\n?|\n)(?=[\p{Script=Han}\u3000-\u30FF\uFF00-\uFFEF])/gu,
      "",
    )
    .replace(/\r\n?|\n/g, " ");
}

/** Puts neighbouring texts together and leaves out empty ones. */
function join(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === "text" && last?.type === "text")
      joined[joined.length - 1] = { type: "text", value: last.value + inline.value };
    else if (inline.type !== "text" || inline.value !== "") joined.push(inline);
  }
  return joined;
}
