import type { Inline } from "@/lib/passage/block";
import { isSafeLink } from "@/lib/passage/safe-url";
import { type Walk, drop, noteLabel } from "./walk";
import { attribute, type HtmlElement, type HtmlNode, isElement, isText, textOf } from "./tree";
import { kindOf } from "./kinds";

const emphases = new Set(["em", "i", "cite", "dfn", "var"]);
const strongs = new Set(["strong", "b"]);
const codes = new Set(["code", "kbd", "samp", "tt"]);

/** Draws words and what is among them. Pictures are gathered in `walk.pictures`, to stand below. */
export function toInlines(nodes: readonly HtmlNode[], walk: Walk): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    if (isText(node)) inlines.push({ type: "text", value: node.value.replace(/[\t\n\f\r ]+/g, " ") });
    else if (isElement(node) && !walk.notes.elements.has(node))
      for (const inline of fromElement(node, walk)) inlines.push(inline);
  }
  return inlines;
}

function fromElement(element: HtmlElement, walk: Walk): Inline[] {
  const kind = kindOf(element);
  if (kind !== "phrase" && kind !== "block") {
    drop(
      walk,
      element,
      kind === "script" || kind === "foreign" ? "script" : kind === "control" ? "navigation" : "markup",
    );
    return [];
  }
  const name = element.tagName;
  const within = () => toInlines(element.childNodes, walk);
  if (name === "br") return [{ type: "break" }];
  if (name === "wbr" || name === "rp") return [];
  if (name === "img") return fromPicture(element, walk);
  if (name === "a") return fromLink(element, walk);
  if (name === "ruby") return fromRuby(element);
  if (name === "q") return [{ type: "text", value: "“" }, ...within(), { type: "text", value: "”" }];
  if (codes.has(name)) return [{ type: "code", value: textOf(element) }];
  if (emphases.has(name)) return [{ type: "emphasis", children: within() }];
  if (strongs.has(name)) return [{ type: "strong", children: within() }];
  // A block within words, as broken pages have it, is words apart.
  return kind === "block" ? [{ type: "text", value: " " }, ...within(), { type: "text", value: " " }] : within();
}

function fromPicture(element: HtmlElement, walk: Walk): Inline[] {
  const alt = attribute(element, "alt");
  const src = pictureAddress(element);
  // Typographic pictures, of one letter or an emoji, are words.
  if ([...alt].length <= 2 && alt.trim() !== "" && !src.startsWith("picture:")) return [{ type: "text", value: alt }];
  if (src !== "") walk.pictures.push({ src, alt });
  return [];
}

/** Pages that load pictures late keep the address elsewhere. */
export function pictureAddress(element: HtmlElement): string {
  const [src = "", late = ""] = [
    attribute(element, "src"),
    attribute(element, "data-src") || attribute(element, "data-original"),
  ];
  return (/^data:/.test(src) && late !== "" ? late : src || late).trim();
}

function fromLink(element: HtmlElement, walk: Walk): Inline[] {
  const label = noteLabel(walk, element);
  if (label !== null) return [{ type: "footnote", label }];
  if (walk.notes.back.has(element)) return [];
  const children = toInlines(element.childNodes, walk);
  const href = attribute(element, "href").trim();
  if (href === "" || href.startsWith("#")) return children;
  const url = absolute(href, walk.base);
  if (url === null) return children;
  if (isSafeLink(url)) return [{ type: "link", url, children }];
  drop(walk, element, "unsafe", href);
  return children;
}

/** A relative address leads nowhere once the page has moved, unless the page says where it was. */
function absolute(href: string, base: string | null): string | null {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(href) || /[\p{Cc}]/u.test(href)) return href.replace(/ /g, "%20");
  if (base === null) return null;
  try {
    return new URL(href, base).href;
  } catch {
    return null;
  }
}

/** A reading belongs to the words before it; there may be several in one `ruby`. */
function fromRuby(element: HtmlElement): Inline[] {
  const inlines: Inline[] = [];
  let base = "";
  const close = (annotation: string) => {
    if (annotation.trim() !== "" && base.trim() !== "") inlines.push({ type: "ruby", base, annotation });
    else inlines.push({ type: "text", value: base + annotation });
    base = "";
  };
  for (const child of element.childNodes) {
    if (isElement(child) && child.tagName === "rt") close(textOf(child));
    else if (isElement(child) && child.tagName === "rtc") close(textOf(child));
    else if (!isElement(child) || child.tagName !== "rp") base += textOf(child);
  }
  if (base !== "") close("");
  return inlines;
}
