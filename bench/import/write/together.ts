import { plainText } from "@/lib/passage/plain-text";
import type { Pair, Text } from "../documents";
import { escape } from "./html";

type Row = { readonly source: string; readonly translation: string };

/** A translation memory: a unit a passage; what has no counterpart is a unit in one language. */
export function tmx(pair: Pair): string {
  const tag = ({ language }: Text) => ({ "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en-GB" })[language];
  const variant = (text: Text, words: string) =>
    words === "" ? "" : `<tuv xml:lang="${tag(text)}"><seg>${escape(words)}</seg></tuv>`;
  const units = rowsOf(pair).map(
    ({ source, translation }) => `<tu>${variant(pair.source, source)}${variant(pair.translation, translation)}</tu>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" segtype="paragraph" o-tmf="none" adminlang="en" srclang="${tag(pair.source)}" datatype="plaintext"/><body>
${units.join("\n")}
</body></tmx>
`;
}

/** A table as spreadsheets save it: a byte order mark, a row of names, quotes where they are needed. */
export function csv(pair: Pair): string {
  const name = ({ language }: Text) => (language === "en" ? "English" : "中文");
  const cell = (words: string) => (/[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  const rows = [{ source: name(pair.source), translation: name(pair.translation) }, ...rowsOf(pair)];
  return `\uFEFF${rows.map(({ source, translation }) => `${cell(source)},${cell(translation)}\r\n`).join("")}`;
}

/** Paragraphs in turn, an empty line after each. */
export function interleaved(pair: Pair): string {
  return rowsOf(pair)
    .flatMap(({ source, translation }) => [source, translation])
    .filter((words) => words !== "")
    .map((words) => `${words}\n`)
    .join("\n");
}

/** Passages in the order of both texts. */
function rowsOf(pair: Pair): Row[] {
  const words = { source: wordsOf(pair.source), translation: wordsOf(pair.translation) };
  const rows: Row[] = [];
  const left = new Map(words.translation);
  for (const [id, source] of words.source) {
    const translation = left.get(id);
    if (translation !== undefined) {
      // What the translation alone has stands before the next passage that both have.
      for (const [other, own] of left) {
        if (other === id) break;
        rows.push({ source: "", translation: own });
        left.delete(other);
      }
      left.delete(id);
    }
    rows.push({ source, translation: translation ?? "" });
  }
  for (const own of left.values()) rows.push({ source: "", translation: own });
  return rows;
}

function wordsOf({ blocks }: Text): Map<string, string> {
  const words = new Map<string, string>();
  let open = "";
  for (const { block, opens } of blocks) {
    open = opens ?? open;
    const before = words.get(open);
    words.set(open, before === undefined ? plainText(block) : `${before}\n${plainText(block)}`);
  }
  return words;
}
