import { shorten } from "@/lib/card/shorten";
import type { Words } from "@/lib/card/set-text";
import { isHan } from "@/lib/text/is-han";
import type { Faces } from "./faces";
import { cardHeight, cardWidth, layOut, sheet, type PlacedText } from "./lay-out";
import { lookForRareGlyphs } from "./rare-glyph";
import { rareCharacters, setLine, type GlyphLine } from "./set-line";
import { boxMaker, hang } from "./to-boxes";

/** What a card says. A side that a passage does not have is `null`. */
export type Card = {
  readonly source: Words | null;
  readonly translation: Words | null;
  /** Small, at the foot, each in its own language: where the words are from. As many entries as have room. */
  readonly foot: { readonly source: Words; readonly translation: Words };
  /** Number of the passage as the page shows it, `12` or `12–15`; `null` for a work. */
  readonly mark: string | null;
};

/** The light sheet of components/site/colours.css. A preview is shown on dark pages as well, and stays paper there. */
const colours = {
  paper: "#fbf8f1",
  ink: "#1d1a16",
  inkSecond: "#3a424c",
  quiet: "#6b655b",
  hair: "#cdc5b5",
  cinnabar: "#b0301d",
};

const name = "对读";
const footSize = 21;

/**
 * Draws a card as SVG, every letter as its outline, so that what is measured is what is seen and no face is looked for.
 * @param faces - for the words of the sides
 * @param small - for what stands around them
 */
export function drawCard(card: Card, faces: Faces, small: Faces): string {
  const { source, translation, foot, mark } = card;
  const all = [source, translation, foot.source, foot.translation].flatMap((words) => words ?? []);
  lookForRareGlyphs(all.flatMap(({ paragraphs, language }) => rareCharacters(paragraphs.join(""), language, faces)));
  const layout = layOut(source, translation, mark !== null, boxMaker(faces));
  const parts: string[] = [`<rect width="${cardWidth}" height="${cardHeight}" fill="${colours.paper}"/>`];
  if (layout.source) parts.push(paragraphs(layout.source, colours.ink, faces));
  if (layout.translation) parts.push(paragraphs(layout.translation, colours.inkSecond, faces));

  const middle = cardWidth / 2;
  if (layout.form === "columns") {
    const baseline = layout.source?.baseline ?? sheet.top;
    const size = (mark?.length ?? 0) > 4 ? 20 : 25;
    if (mark) parts.push(centred(mark, "und", size, middle, baseline, colours.cinnabar, small));
    parts.push(vertical(middle, baseline + 22, sheet.bottom));
  } else {
    if (mark) parts.push(line(setLine(mark, "und", small), 25, sheet.left, sheet.top + 16, colours.cinnabar));
    if (mark) {
      const start = sheet.left + setLine(mark, "und", small).width * 25 + 20;
      parts.push(horizontal(start, sheet.right, sheet.top + 8));
    }
    if (layout.rule !== null) parts.push(horizontal(sheet.left, sheet.left + 96, layout.rule));
  }

  const footWidth = (sheet.right - sheet.left - sheet.gutter) / 2;
  parts.push(footLine(foot.source, sheet.left, footWidth, small));
  parts.push(footLine(foot.translation, sheet.right - footWidth, footWidth, small));
  parts.push(centred(name, "zh-Hans", 27, middle, sheet.foot + 2, colours.cinnabar, small));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}">${parts.join("")}</svg>`;
}

function paragraphs({ words, text, style, x, baseline }: PlacedText, colour: string, faces: Faces): string {
  const isJustified = !style.isBalanced && isHan(words.language);
  return text.lines
    .map((each) => {
      const set = setLine(each.text, words.language, faces);
      const out = style.isBalanced ? hang(each.text, words.language) : 0;
      const blank = style.width / style.size - set.width + out;
      const justified = isJustified && !each.isLast ? justify(set, blank, each.text) : set;
      return line(justified, style.size, x - out * style.size, baseline + each.down, colour);
    })
    .join("");
}

/** More than this between two characters is a hole, in em; such a line stays ragged. */
const widest = 0.2;

/** Closes the punctuation at a line's end up to the margin, and spreads what is blank between the characters. */
function justify(set: GlyphLine, blank: number, text: string): GlyphLine {
  const room = blank + (/[，。、；：”’）》〉」』】〕]$/u.test(text) ? 0.5 : 0);
  const places = set.glyphs.slice(0, -1).filter(({ stretches }) => stretches).length;
  const each = places > 0 ? room / places : 0;
  if (Math.abs(each) > widest) return set;
  let moved = 0;
  const glyphs = set.glyphs.map((glyph) => {
    const placed = { ...glyph, x: glyph.x + moved };
    if (glyph.stretches) moved += each;
    return placed;
  });
  return { glyphs, width: set.width + room };
}

function footLine({ paragraphs, language }: Words, x: number, width: number, faces: Faces): string {
  const hasRoom = (candidate: string) => setLine(candidate, language, faces).width * footSize <= width;
  const joint = isHan(language) ? "　" : " · ";
  const counts = Array.from({ length: paragraphs.length }, (_, dropped) => paragraphs.length - dropped);
  const text =
    counts.map((count) => paragraphs.slice(0, count).join(joint)).find(hasRoom) ??
    shorten(paragraphs[0] ?? "", language, hasRoom);
  return line(setLine(text, language, faces), footSize, x, sheet.foot, colours.quiet);
}

function centred(
  text: string,
  language: string,
  size: number,
  x: number,
  baseline: number,
  colour: string,
  faces: Faces,
): string {
  const set = setLine(text, language, faces);
  return line(set, size, x - (set.width * size) / 2, baseline, colour);
}

function line(set: GlyphLine, size: number, x: number, baseline: number, colour: string): string {
  const outlines = set.glyphs.map((glyph) => {
    const path = glyph.path();
    if (path === "") return "";
    const scale = round(size * glyph.scale);
    const place = `translate(${round(x + glyph.x * size)} ${round(baseline + glyph.y * size)})`;
    return `<path transform="${place} scale(${scale} ${glyph.flips ? -scale : scale})" d="${path}"/>`;
  });
  return `<g fill="${colour}">${outlines.join("")}</g>`;
}

function horizontal(from: number, to: number, y: number): string {
  return `<rect x="${round(from)}" y="${Math.round(y)}" width="${round(to - from)}" height="2" fill="${colours.hair}"/>`;
}

function vertical(x: number, from: number, to: number): string {
  return `<rect x="${x - 1}" y="${round(from)}" width="2" height="${round(to - from)}" fill="${colours.hair}"/>`;
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
