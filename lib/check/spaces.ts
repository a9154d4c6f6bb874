import type { Problem } from "@/lib/problem/problem";
import { type Check, type CheckedSide, isChinese, isEnglish, type Segment, sidesOf } from "./context";
import { around, found, quote } from "./found";

type Place = { readonly what: string; readonly words: string };

const beforeMark =
  /(?<=[\p{L}\p{N}”’)])[ \t]{1,8}(?:[,;!?](?![^\s”’"')\]]|\s*[,;!?&(])|\.(?=$|\s+["“‘]?\p{Lu}|[”’"])|:(?=\s))/gu;
const double = /(?<=\S) {2,}(?=\S)/g;
const betweenHan = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu;
const beforeChineseMark = /(?<=\p{Script=Han}) +(?=[，。、；：？！])/gu;

/** Spaces where none belongs: before a mark and doubled in English, between Han characters in Chinese. */
export const checkSpaces: Check = (context) =>
  sidesOf(context).flatMap(({ id, side }): Problem[] => {
    const places = side.segments.flatMap((segment) => placesIn(segment, side));
    const [first] = places;
    if (!first) return [];
    const more = places.length > 1 ? ` (and ${places.length - 1} more in this passage)` : "";
    const what = `${first.what} in ${quote(first.words)}${more}.`;
    return [found("space-wrong", id, side, { what, fix: "Delete the space.", words: first.words })];
  });

function placesIn({ text, kind }: Segment, side: CheckedSide): Place[] {
  const at = (pattern: RegExp, what: string) =>
    [...text.matchAll(pattern)].map(({ 0: space, index }) => ({
      what,
      words: around(text, index, index + space.length),
    }));
  if (isEnglish(side)) {
    const doubled = kind === "verse" ? [] : at(double, "Two spaces stand together");
    return [...at(beforeMark, "A space stands before a punctuation mark"), ...doubled];
  }
  if (!isChinese(side) || kind !== "paragraph") return [];
  // Spaces set out titles, bylines and dates; running text has sentences.
  if (!/[，。！？；]/u.test(text)) return [];
  return [
    ...at(beforeChineseMark, "A space stands before a punctuation mark"),
    ...at(betweenHan, "A space stands between Chinese characters"),
  ];
}
