import { sentencesOf } from "@/lib/check/sentences";

/** A fault to plant: the changed texts, or null where this passage has no place for it. */
export type Fault = {
  readonly name: string;
  /** Codes that find it. */
  readonly codes: readonly string[];
  readonly plant: (chinese: string, english: string) => readonly [chinese: string, english: string] | null;
};

const changed = (before: string, after: string) => (before === after ? null : after);
const inEnglish = (change: (english: string) => string | null): Fault["plant"] => {
  return (chinese, english) => {
    const after = change(english);
    return after === null ? null : [chinese, after];
  };
};
const inChinese = (change: (chinese: string) => string | null): Fault["plant"] => {
  return (chinese, english) => {
    const after = change(chinese);
    return after === null ? null : [after, english];
  };
};

/** Takes the sentences `from`…`to` out, where at least `least` are there. */
function cut(text: string, language: string, from: number, least: number): string | null {
  const sentences = sentencesOf(text, language);
  return sentences.length < least ? null : sentences.slice(0, from).join(language === "en" ? " " : "");
}

export const faults: readonly Fault[] = [
  { name: "translation is the source", codes: ["untranslated"], plant: (chinese) => [chinese, chinese] },
  { name: "Chinese words left in English", codes: ["untranslated"], plant: (chinese, english) => [chinese, english.replace(/ (?=\p{Ll})/u, ` ${/\p{Script=Han}{4}/u.exec(chinese)?.[0] ?? "山高"} `)] }, // prettier-ignore
  { name: "second half missing, ≥ 4 sentences", codes: ["sentence-missing", "length-suspicious"], plant: inEnglish((text) => cut(text, "en", Math.floor(sentencesOf(text, "en").length / 2), 4)) }, // prettier-ignore
  { name: "all but a quarter missing, ≥ 4 sentences", codes: ["sentence-missing", "length-suspicious"], plant: inEnglish((text) => cut(text, "en", Math.ceil(sentencesOf(text, "en").length / 4), 4)) }, // prettier-ignore
  { name: "sentence doubled in English", codes: ["sentence-repeated"], plant: inEnglish((text) => (text.length < 60 ? null : `${sentencesOf(text, "en")[0]} ${text}`)) }, // prettier-ignore
  { name: "sentence doubled in Chinese", codes: ["sentence-repeated"], plant: inChinese((text) => (text.length < 30 ? null : `${sentencesOf(text, "zh")[0]}${text}`)) }, // prettier-ignore
  { name: "closing quotation mark lost in English", codes: ["quotes-unbalanced"], plant: inEnglish((text) => changed(text, text.replace(/”|(?<=[.,!?])"/, ""))) }, // prettier-ignore
  { name: "closing quotation mark lost in Chinese", codes: ["quotes-unbalanced"], plant: inChinese((text) => changed(text, text.replace("”", ""))) }, // prettier-ignore
  { name: "closing parenthesis lost", codes: ["brackets-unbalanced"], plant: inEnglish((text) => changed(text, text.replace(/(?<=\([^)]{3,})\)/, ""))) }, // prettier-ignore
  { name: "all quotation marks lost in English", codes: ["quotes-differ"], plant: inEnglish((text) => changed(text, text.replace(/[“”"]/g, ""))) }, // prettier-ignore
  { name: "half-width comma in Chinese", codes: ["width-wrong"], plant: inChinese((text) => changed(text, text.replace("，", ","))) }, // prettier-ignore
  { name: "full-width comma in English", codes: ["width-wrong"], plant: inEnglish((text) => changed(text, text.replace(", ", "，"))) }, // prettier-ignore
  { name: "the the", codes: ["word-doubled"], plant: inEnglish((text) => changed(text, text.replace(/ the /, " the the "))) }, // prettier-ignore
  { name: "的的", codes: ["word-doubled"], plant: inChinese((text) => changed(text, text.replace(/的(?=\p{Script=Han})/u, "的的"))) }, // prettier-ignore
  { name: "space before a comma", codes: ["space-wrong"], plant: inEnglish((text) => changed(text, text.replace(/(?<=\p{Ll}), /u, " , "))) }, // prettier-ignore
  { name: "two spaces", codes: ["space-wrong"], plant: inEnglish((text) => changed(text, text.replace(" ", "  "))) },
  { name: "a space in Chinese", codes: ["space-wrong"], plant: inChinese((text) => changed(text, text.replace(/(?<=\p{Script=Han}{4})(?=\p{Script=Han})/u, " "))) }, // prettier-ignore
  { name: "a zero-width space", codes: ["character-invisible"], plant: inEnglish((text) => text.replace(/(?<=\w\w)/, "\u200B")) }, // prettier-ignore
];
