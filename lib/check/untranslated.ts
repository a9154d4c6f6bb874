import type { Problem } from "@/lib/problem/problem";
import {
  type Check,
  type CheckContext,
  type CheckedPair,
  type CheckedSide,
  isChinese,
  isEnglish,
  pairsOf,
} from "./context";
import { found, quote } from "./found";
import { wordsOnly } from "./sentences";

/** What encloses words of another language on purpose. */
const enclosed =
  /“[^”]{0,200}”|‘[^’]{0,80}’|"[^"]{0,200}"|「[^」]{0,200}」|『[^』]{0,200}』|《[^》]{0,80}》|[(（][^)）]{0,200}[)）]|\[[^\]]{0,200}\]/gu;
/** Words set off by a comma, a colon or a dash are mentioned, not left over; so are they before one: `年, nian, is a year`. */
const longestMention = 6;
/** Words of Latin script in a row that are no name and no title. */
const latinRun = /(?<![\p{L}'’-])(?:\p{Script=Latin}[\p{Script=Latin}'’-]{0,30},? {1,4}){6,}\p{Script=Latin}{1,30}/gu;

/** A translation that is the source, or that still holds some of it. */
export const checkUntranslated: Check = (context) =>
  pairsOf(context).flatMap((pair) => copied(pair) ?? leftHan(pair, context) ?? latinProse(pair) ?? []);

const fix = "Translate it; words that are meant to stand in the other language go into quotation marks or parentheses.";

/** Names, numbers and code are the same in both languages; prose is not. */
function copied({ id, source, translation }: CheckedPair): Problem[] | null {
  const words = wordsOnly(translation.text);
  if (words === "" || words !== wordsOnly(source.text)) return null;
  if (!translation.blocks.some(({ type }) => type !== "verbatim")) return null;
  const isProse = /\p{Script=Han}/u.test(words) || (words.match(/(?<=^| )\p{Ll}{2,}(?= |$)/gu)?.length ?? 0) >= 4;
  if (!isProse || (/\p{Script=Han}/u.test(words) && isChinese(source) === isChinese(translation))) return null;
  const [side, other] =
    isChinese(translation) === /\p{Script=Han}/u.test(words) ? [source, translation] : [translation, source];
  const what = `The ${side.side} says the same as the ${other.side}, word for word: ${quote(side.text)}.`;
  return [found("untranslated", id, side, { what, fix })];
}

function leftHan({ id, source, translation }: CheckedPair, { glossary }: CheckContext): Problem[] | null {
  const side = [source, translation].find(isEnglish);
  if (!side) return null;
  const kept = glossary.flatMap(({ en }) => en.match(/\p{Script=Han}+/gu) ?? []);
  for (const { text, isNote } of side.segments) {
    // A translator's note speaks of the other language's words.
    if (isNote) continue;
    const open = text.replace(enclosed, (inner) => " ".repeat(inner.length));
    for (const { 0: han, index } of open.matchAll(/\p{Script=Han}+/gu)) {
      const isMention = [...han].length <= longestMention && /[,:;—–=/]\s?$/.test(open.slice(0, index));
      if (isMention || kept.includes(han) || isItalic(side, han)) continue;
      return [found("untranslated", id, side, { what: `${quote(han)} is left in Chinese.`, fix, words: han })];
    }
  }
  return null;
}

/** Italics say that a word is foreign. */
function isItalic({ parts }: CheckedSide, words: string): boolean {
  if (words.length > 20) return false;
  return parts.some(({ raw }) => new RegExp(`[*_][^*_\\n]{0,40}${words}[^*_\\n]{0,40}[*_]`, "u").test(raw));
}

function latinProse({ id, source, translation }: CheckedPair): Problem[] | null {
  const side = [source, translation].find(isChinese);
  if (!side || [source, translation].every(isChinese)) return null;
  for (const { text, isNote, kind } of side.segments) {
    if (isNote || kind === "caption") continue;
    const open = text.replace(enclosed, (inner) => "; ".padEnd(inner.length));
    for (const { 0: run } of open.matchAll(latinRun)) {
      // Titles and names of bodies are written with capitals.
      const plain = run.match(/(?<![\p{L}'’-])\p{Ll}{2,}(?![\p{L}])/gu)?.length ?? 0;
      if (plain >= 5) return [found("untranslated", id, side, { what: `${quote(run)} is left in Latin script.`, fix, words: run })]; // prettier-ignore
    }
  }
  return null;
}
