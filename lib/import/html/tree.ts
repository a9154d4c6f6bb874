import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from "parse5";
import { ImportRefused } from "../imported-text";
import { checkMarkup, deepestElements } from "../limits";

export type HtmlNode = DefaultTreeAdapterMap["node"];
export type HtmlElement = DefaultTreeAdapterMap["element"];

const voids = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/**
 * Parses a page as browsers do, and refuses one whose elements stand too deep in each other: both the parser and whoever
 * walks the tree would pay for each level.
 *
 * @param options.xhtml - an element may end in `/>`, as in the chapters of an EPUB
 */
export function parseTree(html: string, file: string, options: { xhtml?: boolean } = {}): HtmlElement {
  checkMarkup(html, file);
  let depth = 0;
  const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    onItemPush: (item) => {
      if (++depth <= deepestElements) return;
      const line = item.sourceCodeLocation?.startLine ?? null;
      const what = `More than ${deepestElements} elements stand in each other here.`;
      throw new ImportRefused(file, line, what, "Copy the text itself into a file.");
    },
    onItemPop: () => void depth--,
  };
  const source = options.xhtml ? openSelfClosed(html) : html;
  const document = parse(source, { treeAdapter: adapter, sourceCodeLocationInfo: true, scriptingEnabled: false });
  const [root] = document.childNodes.filter(isElement);
  if (!root)
    throw new ImportRefused(file, null, "There is no page in this file.", "Choose the file that holds the text.");
  return root;
}

/** In HTML `<a id="x"/>` would stay open to the end of the page. */
function openSelfClosed(xhtml: string): string {
  return xhtml.replace(/<([A-Za-z][\w:-]*)(\s[^<>]*|)\/>/g, (whole, name: string, rest: string) =>
    voids.has(name.toLowerCase()) ? whole : `<${name}${rest}></${name}>`,
  );
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterMap["textNode"] {
  return node.nodeName === "#text";
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? "";
}

/** Elements of a tree in document order, the root first. */
export function* elementsOf(root: HtmlElement): Generator<HtmlElement> {
  yield root;
  for (const child of root.childNodes) if (isElement(child)) yield* elementsOf(child);
}

/** All words below a node, as they stand. Those of scripts and styles are none. */
export function textOf(node: HtmlNode): string {
  const parts: string[] = [];
  const visit = (inner: HtmlNode) => {
    if (isText(inner)) parts.push(inner.value);
    else if ("childNodes" in inner && !/^(?:script|style|template)$/.test(inner.nodeName))
      inner.childNodes.forEach(visit);
  };
  visit(node);
  return parts.join("");
}

export function lineOfElement(element: HtmlElement): number | null {
  return element.sourceCodeLocation?.startLine ?? null;
}
