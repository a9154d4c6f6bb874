import { readFile } from "node:fs/promises";
import path from "node:path";
import { create, type Font } from "fontkit";

/** The faces of a card, in one weight. Latin beside Song; emoji drawn in ink. */
export type Faces = { readonly latin: Font; readonly song: Font; readonly emoji: Font };
export type Weight = "regular" | "strong";

/** Static TrueType files of Google's fonts. The Song face holds every Han character of Unicode's first 28,000. */
const files: Record<Weight, Record<keyof Faces, string>> = {
  regular: {
    latin: "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
    song: "noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf",
    emoji: "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
  },
  strong: {
    latin: "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    song: "noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf",
    emoji: "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
  },
};

const folder = () => path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@expo-google-fonts");

const opened = new Map<Weight, Promise<Faces>>();

/** Opens the faces of a weight once a process: 15 MB each and as much again unpacked, nothing before the first card. */
export function openFaces(weight: Weight): Promise<Faces> {
  const held = opened.get(weight);
  if (held) return held;
  const { latin, song, emoji } = files[weight];
  const faces = Promise.all([open(latin), open(song), open(emoji)]).then(([latinFont, songFont, emojiFont]) => ({
    latin: latinFont,
    song: songFont,
    emoji: emojiFont,
  }));
  opened.set(weight, faces);
  faces.catch(() => opened.delete(weight));
  return faces;
}

async function open(file: string): Promise<Font> {
  const read = create(await readFile(path.join(folder(), file)));
  if (!("layout" in read)) throw new Error(`${file} is a collection of fonts, not one.`);
  return read;
}
