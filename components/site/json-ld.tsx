/** JSON as far as schema.org needs it. */
export type JsonLd = { readonly [key: string]: string | number | JsonLd | readonly (string | JsonLd)[] | undefined };

/** Data about a page for search engines. It is no script: nothing runs, and no policy has to allow it. */
export function JsonLdScript({ data }: { data: JsonLd }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: stringifyJsonLd(data) }} />;
}

/**
 * Writes data so that it can stand in a script element: no text in it can close the element or open a comment, whatever
 * a title says (HTML, 13.1.2.1). The JSON means the same.
 */
export function stringifyJsonLd(data: JsonLd): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
