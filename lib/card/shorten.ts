import { isHan } from "@/lib/text/is-han";
import { graphemes } from "./line-atoms";

/** Chinese writes its ellipsis two characters wide, other languages one dot group. */
const ellipsis = { han: "……", other: "…" };
/** What may not stand before an ellipsis: it would be read as the end of a clause. */
const loose = /[\s，、；：。！？…·—–,;:.!?\-“‘「『《（(]+$/u;

/**
 * The longest beginning of a text that fits, with an ellipsis: cut between characters where the language has no spaces
 * (never inside a Latin word or a number), at a word's end elsewhere. A text that fits is given back whole.
 *
 * @param fits - whether a text has room; a shorter beginning has room wherever a longer one has
 * @returns `""` when not even the ellipsis fits
 */
export function shorten(text: string, language: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const han = isHan(language);
  const mark = han ? ellipsis.han : ellipsis.other;
  const places = han ? characterEnds(text) : wordEnds(text);
  const upTo = (at: number) => text.slice(0, places[at] ?? 0).replace(loose, "") + mark;
  let [low, high] = [-1, places.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(upTo(middle))) low = middle;
    else high = middle - 1;
  }
  const result = upTo(low);
  if (result !== mark) return result;
  return shortenWord(text, mark, fits);
}

/** The last resort, for a first word longer than the room there is. */
function shortenWord(text: string, mark: string, fits: (candidate: string) => boolean): string {
  const characters = graphemes(text);
  for (let count = Math.min(characters.length, 200); count > 0; count--) {
    const candidate = characters.slice(0, count).join("").replace(loose, "") + mark;
    if (candidate !== mark && fits(candidate)) return candidate;
  }
  return fits(mark) ? mark : "";
}

const wordPart = /[\p{Script=Latin}\p{Nd}]/u;

/** Ends of characters in UTF-16 units, those inside a Latin word or number left out. */
function characterEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let at = 0;
  const characters = graphemes(text);
  characters.forEach((character, index) => {
    at += character.length;
    const next = characters[index + 1];
    if (!(next && wordPart.test(character) && wordPart.test(next))) ends.push(at);
  });
  return ends;
}

function wordEnds(text: string): readonly number[] {
  return Array.from(text.matchAll(/\S+/gu), ({ index, 0: word }) => index + word.length);
}
