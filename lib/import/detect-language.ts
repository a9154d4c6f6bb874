import type { Language } from "@/lib/work/metadata";
import { simplifiedOnly, traditionalOnly } from "./han-variants";

/** A text shows what it is within its first pages. UTF-16 units. */
const enough = 60_000;

/** Short words that one language has often, and the others hardly. */
const frequent: Readonly<Partial<Record<Language, string>>> = {
  en: "the and of to in is that was for with his her it as he she had you not are this be",
  fr: "le la les des est et dans que qui une pour pas sur avec il elle du au ce était vous nous",
  de: "der die und das ist nicht ein eine mit den von zu sich auf für dem im war ich sie auch",
  es: "el la los las que de en y una por con para no es se su del al lo como más pero está",
};

/** Share of Han characters among letters, 0 to 1; kana and Hangul are none. */
export function hanShare(text: string): number {
  const { han, letters } = countScripts(text);
  return letters === 0 ? 0 : han / letters;
}

/** Guesses the language of a text by its letters and its most frequent words; `null` where that says nothing. */
export function detectLanguage(text: string): Language | null {
  const sample = text.slice(0, enough);
  const { han, kana, hangul, cyrillic, latin, letters } = countScripts(sample);
  if (letters === 0) return null;
  if (hangul > letters * 0.3) return "ko";
  if (cyrillic > letters * 0.5) return "ru";
  if (kana > (han + kana) * 0.1 && han + kana > letters * 0.3) return "ja";
  if (han > letters * 0.3) return chineseScript(sample);
  return latin > letters * 0.5 ? byWords(sample) : null;
}

function countScripts(text: string) {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return {
    han: count(/\p{Script=Han}/gu),
    kana: count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    hangul: count(/\p{Script=Hangul}/gu),
    cyrillic: count(/\p{Script=Cyrillic}/gu),
    latin: count(/\p{Script=Latin}/gu),
    letters: count(/\p{L}/gu),
  };
}

/** Texts that show neither script, a line of verse for example, are taken for simplified. */
function chineseScript(text: string): Language {
  let simplified = 0;
  let traditional = 0;
  for (const character of text) {
    if (simplifiedOnly.has(character)) simplified++;
    else if (traditionalOnly.has(character)) traditional++;
  }
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

function byWords(text: string): Language | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: Language | null = null;
  let most = Math.max(1, words.length * 0.05);
  for (const [language, list] of Object.entries(frequent) as [Language, string][]) {
    const known = new Set(list.split(" "));
    const hits = words.filter((word) => known.has(word)).length;
    if (hits > most) [best, most] = [language, hits];
  }
  // A title or a name says too little; English is what stands beside Chinese most often.
  return best ?? (words.length < 20 && !/[^\p{ASCII}\p{P}]/u.test(text) ? "en" : null);
}

/** Reads what a file calls its language, `zh-CN` or `english`; `null` for what is not among ours. */
export function readLanguage(name: string): Language | null {
  const tag = name.trim().toLowerCase().replaceAll("_", "-");
  if (
    /^(?:zh-(?:hant|tw|hk|mo)|cht)(?:-|$)|^(?:traditional chinese|繁體(?:中文)?|繁体(?:中文)?|正體(?:中文)?)$/.test(tag)
  )
    return "zh-Hant";
  if (/^(?:zh|chs|cmn|zho|chi)(?:-|$)|^(?:simplified )?chinese$|^(?:中文|汉语|漢語|简体(?:中文)?|华文)$/.test(tag))
    return "zh-Hans";
  if (/^(?:en|eng)(?:-|$)|^(?:english|英文|英语|英語)$/.test(tag)) return "en";
  if (/^(?:lzh)(?:-|$)|^(?:文言文?|古文)$/.test(tag)) return "lzh";
  if (/^(?:ja|jpn)(?:-|$)|^(?:japanese|日文|日语|日本語)$/.test(tag)) return "ja";
  if (/^(?:ko|kor)(?:-|$)|^(?:korean|韩文|韩语|한국어)$/.test(tag)) return "ko";
  if (/^(?:fr|fra|fre)(?:-|$)|^(?:french|français|法文|法语)$/.test(tag)) return "fr";
  if (/^(?:de|deu|ger)(?:-|$)|^(?:german|deutsch|德文|德语)$/.test(tag)) return "de";
  if (/^(?:es|spa)(?:-|$)|^(?:spanish|español|西班牙文|西班牙语)$/.test(tag)) return "es";
  if (/^(?:ru|rus)(?:-|$)|^(?:russian|русский|俄文|俄语)$/.test(tag)) return "ru";
  return null;
}
