import { isMap, isSeq, parseDocument } from "yaml";

/**
 * Appends terms to the text of a `glossary.yaml`, whose comments and form stay as they are.
 *
 * @param text - the file's text; `""` where there is none yet
 * @returns null when the file is not a list of terms
 */
export function appendTerms(
  text: string,
  terms: readonly { readonly zh: string; readonly en: string }[],
): string | null {
  const document = parseDocument(text);
  if (document.errors.length > 0) return null;
  if (document.contents === null) document.contents = document.createNode({ terms: [] }) as never;
  const list = document.get("terms");
  if (!isMap(document.contents) || !isSeq(list)) return null;
  list.flow = false;
  for (const { zh, en } of terms) {
    const entry = document.createNode({ zh, en });
    if (isMap(entry)) entry.flow = true;
    list.add(entry);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
