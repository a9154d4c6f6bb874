import type { Problem } from "@/lib/problem/problem";
import { type Check, isChinese, isEnglish, sidesOf } from "./context";
import { around, found, quote } from "./found";

/** Small words that never stand twice in a row: “that that”, “had had”, “is is”, “her her” and “in in” may, and are not here. */
const small = new Set(
  "a an the of to at for and or but with by from as are was were be been we they this these those which would could should has have not if than then into their our its my your i he she".split(
    " ",
  ),
);
/** Long words are doubled by accident alone; short ones often for effect: tick tick, far far away. */
const longWord = 7;

/** Characters that stand twice in a row by accident, and what around them makes it none. */
const particles: readonly (readonly [RegExp, RegExp])[] = [
  [/的的/gu, /[目标有中众打]的的|的的确|的的喀/u],
  [/了了/gu, /[为不除终完得末一罢除末受免]了了|了了[之解断然结分事]/u],
  [/在在/gu, /[现存正实所内外潜自好健不]在在|在在处/u],
  [/是是/gu, /[于但就还可总只若真正不都也而凡]是是|是是非/u],
  [/和和/gu, /[温平暖柔缓调总共祥饱附随人]和和|和和[气美睦平]/u],
  [/们们/gu, /们们[儿]/u],
  [/把把/gu, /[一两几第火车]把把|把把[脉关手柄]/u],
  [/被被/gu, /[棉盖]被被|被被子/u],
  [/与与/gu, /[参给]与与|与与会/u],
  [/及及/gu, /[以]及及|及及[时]/u],
];

/** A word that stands twice in a row. */
export const checkDoubled: Check = (context) =>
  sidesOf(context).flatMap(({ id, side }): Problem[] => {
    const finder = isEnglish(side) ? english : isChinese(side) ? chinese : null;
    const places = finder ? side.segments.flatMap(({ text }) => finder(text)) : [];
    const [first] = places;
    if (!first) return [];
    const what = `${quote(first.word)} stands twice in a row in ${quote(first.words)}.`;
    return [found("word-doubled", id, side, { what, fix: "Delete one of the two.", words: first.words })];
  });

type Place = { readonly word: string; readonly words: string };

function english(text: string): Place[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}'’-])(\p{Script=Latin}{1,30})\s+\1(?![\p{L}\p{N}'’-])/giu)].flatMap(
    (match): Place[] => {
      const { 0: both, 1: word = "", index } = match;
      // Two capitals are a name: The The, Duran Duran. A single letter may be one as well.
      const second = both.slice(-word.length);
      if (/^\p{Lu}/u.test(second) && word !== "I") return [];
      const isAccident = small.has(word.toLowerCase()) || (word.length >= longWord && !word.endsWith("ly"));
      return isAccident ? [{ word, words: around(text, index, index + both.length) }] : [];
    },
  );
}

function chinese(text: string): Place[] {
  const single = particles.flatMap(([pattern, unless]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: both, index }): Place[] =>
      unless.test(text.slice(Math.max(0, index - 1), index + 3))
        ? []
        : [{ word: [...both][0] ?? "", words: around(text, index, index + 2, 6) }],
    ),
  );
  const whole = [...text.matchAll(/(\p{Script=Han}{4,12})\1/gu)].flatMap(({ 0: both, 1: word = "", index }): Place[] =>
    // 哈哈哈哈 and 轰隆隆轰隆隆 are sounds, 一个镜头一个镜头 is one after another.
    new Set(word).size === [...word].length && !/^[一半]/u.test(word)
      ? [{ word, words: around(text, index, index + both.length, 4) }]
      : [],
  );
  return [...single, ...whole];
}
