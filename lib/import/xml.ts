import { findForbidden, lineAt } from "@/lib/text/decode";
import { ImportRefused } from "./imported-text";
import { checkMarkup, deepestElements } from "./limits";

export type XmlElement = {
  /** Local name, without prefix. */
  readonly name: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly line: number;
};
export type XmlNode = XmlElement | string;

type Open = { element: XmlElement & { children: XmlNode[] }; tag: string };

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: "\u00A0" };

/**
 * Reads XML: elements, attributes, text. There is no document type in this reader, so no entity can be declared and
 * nothing can be fetched; files that try are refused. One pass, in time linear to the text.
 *
 * @returns the root element
 */
export function parseXml(xml: string, file: string): XmlElement {
  checkMarkup(xml, file);
  const scan = new Scanner(xml, file);
  const root: XmlNode[] = [];
  const open: Open[] = [];
  const add = (node: XmlNode) => (open.at(-1)?.element.children ?? root).push(node);
  for (let at = xml.indexOf("<"), from = 0; ; at = xml.indexOf("<", from)) {
    const text = xml.slice(from, at < 0 ? undefined : at);
    if (open.length > 0 && text !== "") add(decodeEntities(text));
    if (at < 0) break;
    if (xml.startsWith("<!--", at)) from = scan.after("-->", at + 4, at);
    else if (xml.startsWith("<![CDATA[", at)) {
      from = scan.after("]]>", at + 9, at);
      add(xml.slice(at + 9, from - 3));
    } else if (xml.startsWith("<?", at)) from = scan.after("?>", at + 2, at);
    else if (xml.startsWith("<!", at)) from = scan.doctype(at);
    else {
      from = scan.after(">", at + 1, at);
      const tag = xml.slice(at + 1, from - 1);
      if (tag.startsWith("/")) {
        if (open.pop()?.tag !== tag.slice(1).trim()) throw scan.refuse(at, "An element ends here that did not begin.");
      } else from = begin(scan, at, open, add);
    }
  }
  const [element] = root.filter((node) => typeof node !== "string");
  if (!element || open.length > 0) throw scan.refuse(xml.length, "The file ends before its elements do.");
  return element;
}

function begin(scan: Scanner, at: number, open: Open[], add: (node: XmlNode) => void): number {
  const name = /[^\s/>]*/y;
  name.lastIndex = at + 1;
  const [tag = ""] = name.exec(scan.xml) ?? [];
  if (!/^[\p{L}_]/u.test(tag)) throw scan.refuse(at, "This sign < begins no element.");
  const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
  attribute.lastIndex = name.lastIndex;
  const attributes = new Map<string, string>();
  let end = name.lastIndex;
  for (let found = attribute.exec(scan.xml); found; found = attribute.exec(scan.xml)) {
    attributes.set(localName(found[1] ?? ""), decodeEntities(found[2] ?? found[3] ?? ""));
    end = attribute.lastIndex;
  }
  const close = /\s*(\/?)>/y;
  close.lastIndex = end;
  const closed = close.exec(scan.xml);
  if (!closed) throw scan.refuse(at, `The element ${tag.slice(0, 40)} is not well formed.`);
  const element = { name: localName(tag), attributes, children: [], line: scan.line(at) };
  add(element);
  if (closed[1] !== "/") open.push({ element, tag });
  if (open.length > deepestElements)
    throw scan.refuse(at, `More than ${deepestElements} elements stand in each other.`);
  return close.lastIndex;
}

class Scanner {
  private counted = { at: 0, line: 1 };
  constructor(
    readonly xml: string,
    private readonly file: string,
  ) {}

  /** Where what began at `at` ends. */
  after(sign: string, from: number, at: number): number {
    const end = this.xml.indexOf(sign, from);
    if (end < 0) throw this.refuse(at, "The file ends in the middle of markup.");
    return end + sign.length;
  }

  /** A document type may name a file, which is not fetched; declarations of its own are refused. */
  doctype(at: number): number {
    const end = this.after(">", at, at);
    const declaration = this.xml.slice(at, end);
    if (!/^<!DOCTYPE\s/i.test(declaration) || declaration.includes("[")) {
      throw this.refuse(at, "This file declares entities or elements of its own, which can harm a reader.");
    }
    return end;
  }

  /** Counted on from the place asked for before. */
  line(at: number): number {
    if (at < this.counted.at) return lineAt(this.xml, at);
    const line = this.counted.line + lineAt(this.xml.slice(this.counted.at, at), at - this.counted.at) - 1;
    this.counted = { at, line };
    return line;
  }

  refuse(at: number, what: string): ImportRefused {
    return new ImportRefused(this.file, lineAt(this.xml, at), what, "Save the file anew in the program that made it.");
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos|nbsp));/g,
    (whole, number, hex, name) => {
      if (name) return entities[name] ?? whole;
      const code = number ? Number(number) : parseInt(hex, 16);
      const sign = code <= 0x10ffff ? String.fromCodePoint(code) : "";
      return sign === "" || findForbidden(sign) ? "" : sign;
    },
  );
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== "string";
}

/** The words of an element. */
export function xmlText(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? xmlText(child) : child)).join("");
}

/** Elements of a name below another, in the order of the file. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}
