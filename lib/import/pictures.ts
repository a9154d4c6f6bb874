import type { Block } from "@/lib/passage/block";
import { isOwnPicture } from "@/lib/passage/safe-url";
import { type LoadPicture, shorten } from "./draft";
import type { Dropped, ImportedPicture } from "./imported-text";
import { mostPictureBytes } from "./limits";

const mostPictures = 1_000;

/** What a picture is by its first bytes; `null` for what is none of the four kinds, SVG for example. */
function pictureType(bytes: Uint8Array): "png" | "jpg" | "gif" | "webp" | null {
  const begins = (at: number, ...signs: number[]) => signs.every((sign, index) => bytes[at + index] === sign);
  if (begins(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (begins(0, 0xff, 0xd8, 0xff)) return "jpg";
  if (begins(0, 0x47, 0x49, 0x46, 0x38)) return "gif";
  if (begins(0, 0x52, 0x49, 0x46, 0x46) && begins(8, 0x57, 0x45, 0x42, 0x50)) return "webp";
  return null;
}

export type Gathered = {
  readonly blocks: readonly Block[];
  readonly pictures: readonly ImportedPicture[];
  readonly dropped: readonly Dropped[];
  /** Pictures that the text names and that are not here. */
  readonly missing: readonly string[];
};

/** Fetches the pictures of a text and names them; where there is none, its caption stays. */
export async function gatherPictures(blocks: readonly Block[], load: LoadPicture | undefined): Promise<Gathered> {
  const named = new Map<string, string | null>();
  const pictures: ImportedPicture[] = [];
  const dropped: Dropped[] = [];
  const missing: string[] = [];
  for (const { address, alt } of figuresOf(blocks)) {
    if (named.has(address)) continue;
    const bytes = pictures.length < mostPictures && load ? await load(address) : null;
    const type = bytes && bytes.length <= mostPictureBytes ? pictureType(bytes) : null;
    if (!bytes || !type) {
      // A picture with an address that the dialect has stays named, so that it shows as soon as it is there.
      const isNamed = !load && isOwnPicture(address);
      named.set(address, isNamed ? address : null);
      missing.push(address);
      const why = bytes ? "is no png, jpg, gif or webp that can be kept" : "is not here";
      const what = shorten(`${address.slice(0, 100)} ${why}${alt === "" ? "" : `: ${alt}`}`);
      if (!isNamed && dropped.length < 500) dropped.push({ why: "picture", what, where: null });
      continue;
    }
    const name = `${freeName(address, pictures)}.${type}`;
    pictures.push({ name, bytes });
    named.set(address, `images/${name}`);
  }
  return { blocks: blocks.map((block) => renamed(block, named)), pictures, dropped, missing };
}

function* figuresOf(blocks: readonly Block[]): Generator<{ address: string; alt: string }> {
  for (const block of blocks) {
    if (block.type === "figure" && block.src !== null) yield { address: block.src, alt: block.alt };
    if (block.type === "quote") yield* figuresOf(block.blocks);
    if (block.type === "list") yield* figuresOf(block.items.flat());
  }
}

/** A caption may be missing where a description is there: then that is what stays of a picture that is gone. */
function renamed(block: Block, named: ReadonlyMap<string, string | null>): Block {
  switch (block.type) {
    case "figure": {
      const src = block.src === null ? null : (named.get(block.src) ?? null);
      const caption =
        src === null && block.caption.length === 0 ? [{ type: "text", value: block.alt } as const] : block.caption;
      return { ...block, src, caption, alt: caption === block.caption ? block.alt : "" };
    }
    case "quote":
      return { ...block, blocks: block.blocks.map((inner) => renamed(inner, named)) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map((inner) => renamed(inner, named))) };
    default:
      return block;
  }
}

function freeName(address: string, pictures: readonly ImportedPicture[]): string {
  const last = /^data:|^picture:/.test(address) ? "" : (address.split(/[?#]/)[0]?.split("/").at(-1) ?? "");
  const plain = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40)
    .replace(/-$/, "");
  const base = plain || `picture-${pictures.length + 1}`;
  const taken = new Set(pictures.map(({ name }) => name.replace(/\.[a-z]+$/, "")));
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
  return name;
}
