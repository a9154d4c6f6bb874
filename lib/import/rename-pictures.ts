import type { Block } from "@/lib/passage/block";
import { parseRendering } from "@/lib/passage/parse-rendering";
import { applySplices, type Splice } from "@/lib/passage/splice";
import type { ImportedPicture } from "./imported-text";

type WithPictures = { readonly markdown: string; readonly pictures: readonly ImportedPicture[] };

/**
 * Gives pictures names that others in the same folder do not have. One that is there already, byte for byte, is that one.
 *
 * @param there - the bytes under a name that is taken, null where it is free
 * @returns the text as it then names them, and the pictures that are yet to be written
 */
export function renamePictures(text: WithPictures, there: (name: string) => Uint8Array | null): WithPictures {
  const renamed = new Map<string, string>();
  const own = new Set(text.pictures.map(({ name }) => name));
  const pictures: ImportedPicture[] = [];
  for (const { name, bytes } of text.pictures) {
    const taken = there(name);
    if (taken === null) pictures.push({ name, bytes });
    else if (!isSame(taken, bytes)) {
      const free = freeName(name, (candidate) => own.has(candidate) || there(candidate) !== null);
      own.add(free);
      renamed.set(`images/${name}`, `images/${free}`);
      pictures.push({ name: free, bytes });
    }
  }
  if (renamed.size === 0) return { markdown: text.markdown, pictures };
  const splices = parseRendering(text.markdown, "").blocks.flatMap(({ block, start, end }): Splice[] => {
    const raw = text.markdown.slice(start, end);
    return [...new Set(sourcesIn(block))].flatMap((src) => {
      const insert = renamed.get(src);
      return insert === undefined
        ? []
        : placesOf(raw, src).map((at) => ({ start: start + at, end: start + at + src.length, insert }));
    });
  });
  return { markdown: applySplices(text.markdown, splices), pictures };
}

function sourcesIn(block: Block): string[] {
  switch (block.type) {
    case "figure":
      return block.src === null ? [] : [block.src];
    case "quote":
      return block.blocks.flatMap(sourcesIn);
    case "list":
      return block.items.flat().flatMap(sourcesIn);
    default:
      return [];
  }
}

/** Where a block names a picture: `](images/harbour.png` and no longer name. */
function placesOf(raw: string, src: string): number[] {
  const places: number[] = [];
  for (let at = raw.indexOf(`](${src}`); at >= 0; at = raw.indexOf(`](${src}`, at + 1))
    if (/[\s)]/.test(raw[at + 2 + src.length] ?? ")")) places.push(at + 2);
  return places;
}

function freeName(name: string, isTaken: (name: string) => boolean): string {
  const [, base = name, ending = ""] = /^(.*)(\.[a-z]+)$/.exec(name) ?? [];
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${base}-${number}${ending}`;
  return free;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength));
}
