import type { Language } from "@/lib/work/metadata";

/**
 * A title whose lines break between phrases first. Chinese has no spaces to break at, so each stretch up to its
 * punctuation becomes a box of its own; inside one the ordinary rules hold. Other languages are left alone.
 */
export function Phrases({ text, language }: { text: string; language: Language }) {
  if (!/^(zh|lzh|ja)/.test(language)) return text;
  const phrases = text.match(/[^，：；、。！？]*[，：；、。！？]+|[^，：；、。！？]+/gu) ?? [text];
  return phrases.map((phrase, at) => (
    <span key={at} className="phrase">
      {phrase}
    </span>
  ));
}
