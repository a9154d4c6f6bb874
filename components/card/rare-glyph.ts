import { Resvg } from "@resvg/resvg-js";

/** The outline of a character that our own faces lack, from a face of the system: 1000 units to the em, y downwards. */
export type RareGlyph = { readonly path: string; readonly width: number };

const held = new Map<string, RareGlyph | null>();
const most = 2000;
const baseline = 880;

/** A code point that is nobody's: what is drawn for it is the box of a missing glyph. */
const nobody = "\u{10fffd}";

/** What XML 1.0 cannot hold, and what it holds only in another spelling. */
const unwritable = /[^\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[<&]/u;

/**
 * Looks for characters in the faces that the system has, all of them at once: going through its faces takes longer than
 * drawing. Each is then found by `findRareGlyph`.
 */
export function lookForRareGlyphs(characters: Iterable<string>): void {
  const unknown = [...new Set(characters)].filter((character) => !held.has(character));
  if (unknown.length === 0) return;
  if (held.size > most) held.clear();
  const [box, ...paths] = outlines([nobody, ...unknown]);
  unknown.forEach((character, at) => {
    const path = paths[at] ?? "";
    held.set(character, path === "" || path === box ? null : { path, width: widthOf(character, path) });
  });
}

/**
 * The outline of a character from the faces of the system.
 * @returns `null` when none of them has it: a box is never given
 */
export function findRareGlyph(character: string): RareGlyph | null {
  if (!held.has(character)) lookForRareGlyphs([character]);
  return held.get(character) ?? null;
}

function outlines(characters: readonly string[]): readonly string[] {
  const texts = characters.map((character, at) => {
    const written = unwritable.test(character) ? "" : character;
    // The place keeps each in a group of its own, with its own origin.
    return `<g id="c${at}" transform="translate(${(at + 1) * 2000} 0)"><text y="${baseline}" font-size="1000" font-family="Noto Serif CJK SC, Songti SC, SimSun-ExtB, serif">${written}</text></g>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${(characters.length + 2) * 2000}" height="1000">${texts.join("")}</svg>`;
  const drawn = new Resvg(svg, { font: { loadSystemFonts: true, defaultFontFamily: "Noto Serif CJK SC" } }).toString();
  const found = characters.map(() => "");
  for (const part of drawn.split('<g id="c').slice(1)) {
    found[Number.parseInt(part, 10)] = Array.from(part.matchAll(/ d="([^"]+)"/g), ([, path]) => path).join(" ");
  }
  return found;
}

/** Characters of East Asia are one em wide; others as wide as their ink and a little. */
function widthOf(character: string, path: string): number {
  if (
    /[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f]|[\u{1f000}-\u{3ffff}]/u.test(
      character,
    )
  )
    return 1000;
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  return numbers.reduce((right, value, at) => (at % 2 === 0 ? Math.max(right, value) : right), 0) + 60;
}
