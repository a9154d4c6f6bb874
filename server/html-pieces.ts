/** A stretch of an HTML document. Concatenated, the pieces of a document are the document. */
export type Piece =
  | { readonly type: "text" | "comment" | "doctype"; readonly raw: string }
  | { readonly type: "close"; readonly name: string; readonly raw: string }
  | {
      readonly type: "open";
      readonly name: string;
      readonly raw: string;
      /** What stands between the tags of an element whose content is not HTML, and its closing tag; `""` for others. */
      readonly content: string;
      readonly end: string;
    };

/** Elements whose content is raw text up to their closing tag (HTML, 13.1.2). */
const rawText = new Set(["script", "style", "textarea", "title", "noscript"]);

// An attribute value in quotes may hold `>`; a tag ends only outside of them.
const tag = /<!--[^]*?-->|<!doctype[^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/giy;

/**
 * Cuts an HTML document into tags, comments and the text between. It reads what React writes: attributes in quotes,
 * `<` in text escaped. A `<` that opens nothing is text. O(n) time.
 */
export function* htmlPieces(html: string): Generator<Piece> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    if (next === -1) break;
    if (next > at) yield { type: "text", raw: html.slice(at, next) };
    tag.lastIndex = next;
    const match = tag.exec(html);
    if (!match) {
      yield { type: "text", raw: "<" };
      at = next + 1;
      continue;
    }
    const [raw, slash, tagName] = match;
    const name = tagName?.toLowerCase() ?? "";
    at = next + raw.length;
    if (!tagName) {
      yield { type: raw.startsWith("<!--") ? "comment" : "doctype", raw };
    } else if (slash) {
      yield { type: "close", name, raw };
    } else if (rawText.has(name)) {
      const closing = new RegExp(`</${name}\\s*>`, "gi");
      closing.lastIndex = at;
      const found = closing.exec(html);
      const content = html.slice(at, found?.index ?? html.length);
      const end = found?.[0] ?? "";
      at += content.length + end.length;
      yield { type: "open", name, raw, content, end };
    } else {
      yield { type: "open", name, raw, content: "", end: "" };
    }
  }
  if (at < html.length) yield { type: "text", raw: html.slice(at) };
}

/** Value of an attribute of an opening tag as written, `""` for one without a value, `null` where there is none. */
export function attribute(raw: string, name: string): string | null {
  const found = new RegExp(`\\s${name}(?:=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=[\\s/>])`, "i").exec(raw);
  return found ? (found[1] ?? found[2] ?? found[3] ?? "") : null;
}
