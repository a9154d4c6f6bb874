import type { PassageId } from "@/lib/passage/passage-id";
import type { Problem } from "@/lib/problem/problem";
import { type Check, type CheckedSide, isChinese, isEnglish, sidesOf } from "./context";
import { around, found, quote } from "./found";
import { mask } from "./segments";

/** What stands in Chinese text: Han characters, and the punctuation that goes with them. */
const chinese = /[\p{Script=Han}，。、；：？！…—“”‘’「」『』《》〈〉【】（）〔〕·]/u;
const han = /\p{Script=Han}/u;

const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ".": "。",
  ":": "：",
  ";": "；",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

/** Of so large a part of a text a mark is half-width by habit: said once for the text, not at each place. */
const habit = 1 / 3;

/** Half-width punctuation amid Chinese, and full-width characters amid English. */
export const checkWidth: Check = (context) => {
  const english = sidesOf(context).filter(({ side }) => isEnglish(side));
  const chinese = context.isSetFullWidth ? [] : sidesOf(context).filter(({ side }) => isChinese(side));
  const places = chinese.map(({ id, side }) => ({ id, side, wrong: half(side) }));
  const habits = habitsOf(
    places.flatMap(({ wrong }) => wrong),
    chinese.map(({ side }) => side),
  );
  const said = new Set<string>();
  return [
    ...places.flatMap(({ id, side, wrong }) => {
      const news = wrong.filter(({ character }) => !said.has(character));
      for (const { character } of news) if (habits.has(character)) said.add(character);
      return report(id, side, news, habits.get(news[0]?.character ?? "") ?? 0);
    }),
    ...english.flatMap(({ id, side }) => report(id, side, full(side), 0)),
  ];
};

/** Marks that a text has half-width by habit, and how often. */
function habitsOf(places: readonly Place[], sides: readonly CheckedSide[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { character } of places) counts.set(character, (counts.get(character) ?? 0) + 1);
  const text = sides.flatMap(({ segments }) => segments.map((segment) => segment.text)).join("\n");
  const isHabit = ([character, count]: [string, number]) =>
    count > 2 && count >= habit * (count + text.split(fullWidth[character] ?? "").length - 1);
  return new Map([...counts].filter(isHabit));
}

function report(id: PassageId, side: CheckedSide, places: readonly Place[], habitually: number): Problem[] {
  const [first] = places;
  if (!first) return [];
  const elsewhere = habitually > 0 ? `, as it is in ${habitually} places of this text` : "";
  const more = places.length > 1 && habitually === 0 ? `, and ${places.length - 1} more in this passage` : "";
  const [is, belongs] = isEnglish(side) ? ["full-width", "half-width"] : ["half-width", "full-width"];
  const what = `${first.character} is ${is} amid ${isEnglish(side) ? "English" : "Chinese"} in ${quote(first.words)}${elsewhere || more}.`;
  const write = `Write ${first.becomes}, which is ${belongs}`;
  const fix = habitually > 0 ? `${write}; or let the page set it: \`display\` in docs/content-format.md.` : `${write}.`;
  return [found("width-wrong", id, side, { what, fix, words: first.words })];
}

/** How far a neighbour may stand from a mark, with spaces between. */
const reach = 8;

type Place = { readonly character: string; readonly words: string; readonly becomes: string };

function half({ segments }: CheckedSide): Place[] {
  return segments.flatMap(({ text }) =>
    [...text.matchAll(/[,.:;?!()]/g)].flatMap(({ 0: character, index }): Place[] =>
      isHalfAmidChinese(text, character, index)
        ? [{ character, words: around(text, index), becomes: fullWidth[character] ?? character }]
        : [],
    ),
  );
}

function isHalfAmidChinese(text: string, character: string, index: number): boolean {
  // A few characters on either side are enough, and a long paragraph has many marks.
  const left =
    text
      .slice(Math.max(0, index - reach), index)
      .trimEnd()
      .at(-1) ?? "";
  const right = [...text.slice(index + 1, index + reach).trimStart()][0] ?? "";
  // A row of dots is an ellipsis, however typed.
  if (left === character || right === character || left === mask || right === mask) return false;
  const isLeft = isHanAt(text, index);
  if (character === "(") return isLeft && han.test(right);
  if (character === ")") return isLeft && (right === "" || chinese.test(right)) && opensAmidChinese(text, index);
  return isLeft && (chinese.test(right) || right === "");
}

/** Whether the parenthesis that this one closes is full-width or should be: `文 (文)` with a space is a style of its own. */
function opensAmidChinese(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 400), index);
  const at = Math.max(before.lastIndexOf("("), before.lastIndexOf("（"));
  const open = index - before.length + at;
  return at < 0 || text[open] === "（" || isHalfAmidChinese(text, "(", open);
}

/** Whether a Han character stands right before a place; it may be one of two UTF-16 units. */
function isHanAt(text: string, index: number): boolean {
  return han.test([...text.slice(Math.max(0, index - 2), index)].at(-1) ?? "");
}

function full({ segments }: CheckedSide): Place[] {
  return segments.flatMap(({ text }) =>
    [...text.matchAll(/[，。、；：？！（）［］｛｝＂＇＂＇／＼～％＆＋＝＠＃＄＊－０-９Ａ-Ｚａ-ｚ　]/gu)].flatMap(
      ({ 0: character, index }): Place[] => {
        if (nearHan(text, index)) return [];
        const becomes = character === "。" ? "." : character === "、" ? "," : character.normalize("NFKC");
        const isSpace = character === "\u3000";
        return [{ character: isSpace ? "U+3000" : character, words: around(text, index), becomes: isSpace ? "a space" : becomes }]; // prettier-ignore
      },
    ),
  );
}

/** Within a Chinese name or quotation the marks of Chinese are right. */
function nearHan(text: string, index: number): boolean {
  return han.test(text.slice(Math.max(0, index - 3), index)) || han.test(text.slice(index + 1, index + 4));
}
