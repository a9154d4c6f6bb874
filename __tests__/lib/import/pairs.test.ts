import { compare } from "@/bench/import/compare";
import { readDocument, sides } from "@/bench/import/documents";
import { type TextFormatName, writeTextAs } from "@/bench/import/formats";
import { readSide } from "@/bench/import/read-side";
import { loadLexicon } from "@/lib/align/lexicon/store";
import { compileWork } from "@/lib/import/compile-work";
import { readText } from "@/lib/import/read-text";

const formats: readonly (readonly [string, TextFormatName, TextFormatName])[] = [
  ["tale", "gb18030", "html"],
  ["letter", "html", "utf-16"],
];

test.each(formats)("%s comes through %s and %s as its gold has it", async (name, ...as) => {
  const pair = readDocument(name);
  const read = async (at: 0 | 1) => {
    const { file } = await writeTextAs(as[at], pair[sides[at]]);
    return readText(file.bytes, file.name);
  };
  const [source, translation] = [await read(0), await read(1)];
  const { files } = compileWork(
    {
      source: { language: pair.source.language, markdown: source.markdown },
      translation: { language: pair.translation.language, markdown: translation.markdown },
    },
    { lexicon: await loadLexicon(), today: "2025-01-01" },
  );
  const written = (side: "source" | "translation") =>
    readSide(files.find((file) => file.name === `${pair[side].language}.md`)?.text ?? "");
  const found = compare(pair, {
    source: written("source"),
    translation: written("translation"),
    dropped: { source: source.dropped, translation: translation.dropped },
  });
  expect(found).toMatchObject({ f1: 1, leftAlone: found.alone, lost: [], added: [], wrong: [] });
});
