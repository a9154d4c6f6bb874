import type { Nodes, PhrasingContent } from "mdast";
import type { Inline } from "@/lib/passage/block";
import { isSafeLink } from "@/lib/passage/safe-url";
import type { MarkdownWalk } from "./walk";

type Tag = { readonly name: string; readonly closes: boolean; readonly attributes: string };
type Frame = { readonly name: string; readonly raw: string; readonly children: Inline[]; readonly attributes: string };

/** Tags that only group words. What they do beyond that is reported by none: it is nothing that one reads. */
const transparent = new Set(
  "span font u ins small big sup sub mark abbr time center div p a tt kbd samp code ruby rb nobr wbr bdi bdo label section article".split(
    " ",
  ),
);

/** Draws phrasing content; a tag that the dialect has a sign for becomes that sign, and any other stays as text. */
export function toInlines(nodes: readonly PhrasingContent[], walk: MarkdownWalk): Inline[] {
  const stack: Frame[] = [{ name: "", raw: "", children: [], attributes: "" }];
  const add = (...inlines: readonly Inline[]) => inlines.forEach((inline) => stack.at(-1)?.children.push(inline));
  for (const node of nodes) {
    const tag = node.type === "html" ? readTag(node.value) : null;
    if (node.type !== "html") add(...toInline(node, walk));
    else if (!tag) fromOddTag(node, walk, add);
    else if (tag.name === "br") add({ type: "break" });
    else if (tag.name === "wbr") continue;
    else if (tag.closes) close(tag.name, node.value, stack, add);
    else if (meaning(tag.name) !== null && stack.length < 30) {
      stack.push({ name: tag.name, raw: node.value, children: [], attributes: tag.attributes });
    } else if (walk.isMdx && /^[A-Z]/.test(node.value.slice(1))) walk.drop("markup", node.value, node);
    else add({ type: "text", value: node.value });
  }
  // What was opened and never closed was no tag.
  while (stack.length > 1) {
    const open = stack.pop();
    if (open)
      add(...(transparent.has(open.name) ? [] : [{ type: "text", value: open.raw } as const]), ...open.children);
  }
  return stack[0]?.children ?? [];
}

function readTag(value: string): Tag | null {
  const found = /^<(\/?)([A-Za-z][A-Za-z0-9]{0,20})([^>]*)>$/.exec(value);
  return found ? { closes: found[1] === "/", name: (found[2] ?? "").toLowerCase(), attributes: found[3] ?? "" } : null;
}

function meaning(name: string): "emphasis" | "strong" | "plain" | "ruby" | null {
  if (/^(?:em|i|cite|dfn|var)$/.test(name)) return "emphasis";
  if (/^(?:strong|b)$/.test(name)) return "strong";
  if (/^(?:rt|rp)$/.test(name)) return "ruby";
  return transparent.has(name) ? "plain" : null;
}

function close(name: string, raw: string, stack: Frame[], add: (...inlines: Inline[]) => void): void {
  if (stack.length < 2 || stack.at(-1)?.name !== name) {
    if (meaning(name) === null) add({ type: "text", value: raw });
    return;
  }
  const { children, attributes } = stack.pop() as Frame;
  const kind = meaning(name);
  const href = name === "a" ? /\shref\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1] : undefined;
  if (href !== undefined && isSafeLink(href)) add({ type: "link", url: href, children });
  else if (kind === "emphasis" || kind === "strong") add({ type: kind, children });
  else if (kind === "ruby" && name === "rt") addReading(children, stack);
  else if (name !== "rp") add(...children);
}

/** `<ruby>漢字<rt>かんじ</rt></ruby>`: the words before the reading are its base. */
function addReading(children: readonly Inline[], stack: readonly Frame[]): void {
  const frame = stack.at(-1);
  const base = frame?.children.at(-1);
  const annotation = children.map((inline) => (inline.type === "text" ? inline.value : "")).join("");
  if (frame?.name === "ruby" && base?.type === "text") {
    frame.children[frame.children.length - 1] = { type: "ruby", base: base.value, annotation };
  } else children.forEach((inline) => frame?.children.push(inline));
}

function fromOddTag(node: Extract<Nodes, { type: "html" }>, walk: MarkdownWalk, add: (inline: Inline) => void): void {
  if (node.value.startsWith("<!--")) walk.drop("markup", node.value, node);
  else add({ type: "text", value: node.value });
}

function toInline(node: PhrasingContent, walk: MarkdownWalk): Inline[] {
  switch (node.type) {
    case "text":
      return [{ type: "text", value: node.value }];
    case "emphasis":
    case "strong":
      return [{ type: node.type, children: toInlines(node.children, walk) }];
    case "inlineCode":
      return [{ type: "code", value: node.value }];
    case "break":
      return [{ type: "break" }];
    case "link":
      return fromLink(node.url, toInlines(node.children, walk), node, walk);
    case "linkReference":
      return fromLink(walk.definitions.get(node.identifier) ?? "", toInlines(node.children, walk), node, walk);
    case "image":
    case "imageReference": {
      const url = node.type === "image" ? node.url : (walk.definitions.get(node.identifier) ?? "");
      walk.pictures.push({ url, caption: node.alt ?? "", alt: (node.type === "image" && node.title) || "" });
      return [];
    }
    case "footnoteReference":
      return [{ type: "footnote", label: walk.label(node.identifier) }];
    default:
      return [];
  }
}

function fromLink(url: string, children: Inline[], node: Nodes, walk: MarkdownWalk): Inline[] {
  // A place in the file it came from leads nowhere here.
  if (url.startsWith("#") || url === "") return children;
  const isRelative = !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url);
  if (isSafeLink(url) && (!isRelative || url.startsWith("/"))) return [{ type: "link", url, children }];
  walk.drop("unsafe", `the address ${url}`, node);
  return children;
}
