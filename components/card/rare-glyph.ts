import { Resvg } from "@resvg/resvg-js";

/** The outline of a character that our own faces lack, from a face of the system: 1000 units to the em, y downwards. */
export type RareGlyph = { readonly path: string; readonly width: number };

const held = new Map<string, RareGlyph | null>();
const most = 2000;
const baseline = 880;

/** A private code point that no face has: what is drawn for it is the box of a missing glyph. */
const nobody = "\u{10fffd}";

/**
 * Looks for a character in the faces that the system has.
 * @returns `null` when none of them has it: a box is never given
 */
export function findRareGlyph(character: string): RareGlyph | null {
  const known = held.get(character);
  if (known !== undefined) return known;
  const path = outline(character);
  const glyph = path === null || path === outline(nobody) ? null : { path, width: widthOf(character) };
  if (held.size >= most) held.clear();
  held.set(character, glyph);
  return glyph;
}

function open(character: string): Resvg {
  const escaped = character.replace(/[<&]/g, "");
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="1000"><text x="0" y="${baseline}" font-size="1000" font-family="Noto Serif CJK SC, Songti SC, SimSun-ExtB, serif">${escaped}</text></svg>`,
    { font: { loadSystemFonts: true, defaultFontFamily: "Noto Serif CJK SC" } },
  );
}

function outline(character: string): string | null {
  const paths = Array.from(
    open(character)
      .toString()
      .matchAll(/ d="([^"]+)"/g),
    ([, d]) => d,
  );
  return paths.length > 0 ? paths.join(" ") : null;
}

/** Characters of East Asia are one em wide; others as wide as their ink and a little. */
function widthOf(character: string): number {
  if (
    /[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f]|[\u{1f000}-\u{3ffff}]/u.test(
      character,
    )
  )
    return 1000;
  const box = open(character).getBBox();
  return box ? box.x + box.width + 60 : 1000;
}
