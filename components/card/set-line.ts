import type { Font, Glyph } from "fontkit";
import { graphemes } from "@/lib/card/line-atoms";
import { isHan } from "@/lib/text/is-han";
import type { Faces } from "./faces";
import { findRareGlyph } from "./rare-glyph";

/** An outline and where it stands. Lengths in em; y downwards; `scale` brings the outline's units to em. */
export type PlacedGlyph = {
  readonly path: () => string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Outlines of our own faces have y upwards. */
  readonly flips: boolean;
  /** A line that is justified may be widened after it. */
  readonly stretches: boolean;
};

export type GlyphLine = { readonly glyphs: readonly PlacedGlyph[]; readonly width: number };

type Kind = "latin" | "song" | "emoji" | "rare";

/** Between Han and Latin letters or digits, as the page has it (CSS `text-autospace`). */
export const air = 0.125;
const hanLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const latinLetter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u;
/** What is Latin even in a Chinese text: quotes and dashes are not, which are as wide as a Han character there. */
const latinInHan = /^[\u0020-\u007e\u00a1-\u00b6\u00b8-\u024f\u0370-\u052f\u1e00-\u1eff]/u;
/** Printers' sign for a character that is not in the case. */
const missing = "〓";

/** Sets a stretch of text on one line, each character from the face that has it. */
export function setLine(text: string, language: string, faces: Faces): GlyphLine {
  const glyphs: PlacedGlyph[] = [];
  let x = 0;
  let before = "";
  for (const run of runsOf(text, language, faces)) {
    if (needsAir(before, run.text)) x += air;
    before = run.text;
    if (run.kind === "rare") {
      const rare = findRareGlyph(run.text);
      if (rare) {
        glyphs.push({ path: () => rare.path, x, y: -0.88, scale: 1 / 1000, flips: false, stretches: true });
        x += rare.width / 1000;
        continue;
      }
    }
    const font = run.kind === "rare" ? faces.song : faces[run.kind];
    x = place(run.kind === "rare" ? missing : run.text, run.kind, font, language, x, glyphs);
  }
  return { glyphs, width: x };
}

/** Whether a little air belongs between two stretches. */
export function needsAir(before: string, after: string): boolean {
  const [last = "", first = ""] = [Array.from(before).at(-1), Array.from(after)[0]];
  return (hanLetter.test(last) && latinLetter.test(first)) || (latinLetter.test(last) && hanLetter.test(first));
}

function place(text: string, kind: Kind, font: Font, language: string, from: number, into: PlacedGlyph[]): number {
  const scale = 1 / font.unitsPerEm;
  const features: Record<string, boolean> =
    kind === "latin" ? { onum: language.startsWith("en") } : kind === "song" ? { chws: true } : {};
  const { glyphs, positions } = font.layout(text, features);
  let x = from;
  glyphs.forEach((glyph: Glyph, at) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    into.push({
      path: () => glyph.path.toSVG(),
      x: x + xOffset * scale,
      y: -yOffset * scale,
      scale,
      flips: true,
      stretches: kind !== "latin" || at === glyphs.length - 1,
    });
    x += xAdvance * scale;
  });
  return x;
}

/** The characters of a text that none of our faces has. */
export function rareCharacters(text: string, language: string, faces: Faces): readonly string[] {
  return runsOf(text, language, faces).flatMap(({ text: character, kind }) => (kind === "rare" ? character : []));
}

function runsOf(text: string, language: string, faces: Faces): readonly { text: string; kind: Kind }[] {
  const han = isHan(language);
  const runs: { text: string; kind: Kind }[] = [];
  for (const character of graphemes(text)) {
    const kind = kindOf(character, han, faces);
    const last = runs.at(-1);
    if (last && last.kind === kind && kind !== "rare") last.text += character;
    else runs.push({ text: character, kind });
  }
  return runs;
}

function kindOf(character: string, han: boolean, faces: Faces): Kind {
  const has = (font: Font) =>
    Array.from(character).every(
      (each) => /[\u200d\ufe0e\ufe0f]/.test(each) || font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0),
    );
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(character) && has(faces.emoji)) return "emoji";
  const order: readonly ("latin" | "song")[] =
    han && !latinInHan.test(character) ? ["song", "latin"] : ["latin", "song"];
  return order.find((kind) => has(faces[kind])) ?? (has(faces.emoji) ? "emoji" : "rare");
}
