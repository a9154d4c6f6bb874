import { detectFormat } from "@/lib/import/detect-format";
import { detectLanguage, readLanguage } from "@/lib/import/detect-language";
import { docxSample, epubSample, utf8 } from "./samples";

it.each([
  ["zh-Hans", "他们说，这个国家的经济发展很快。"],
  ["zh-Hant", "他們說，這個國家的經濟發展很快。"],
  ["zh-Hans", "山高水长 with some English words in it 山高水长山高水长山高水长"],
  ["ja", "今日はいい天気ですから、山に行きましょう。"],
  ["ko", "오늘은 날씨가 좋습니다."],
  ["en", "The water stood high that year, and nobody had seen it so high."],
  ["en", "Hello there"],
  ["fr", "L'eau était haute cette année et les gens ne l'avaient pas vue dans une telle crue."],
  ["de", "Das Wasser stand in diesem Jahr hoch, und die Leute hatten es nicht so gesehen."],
  ["es", "El agua estaba alta ese año y los hombres no la habían visto así en la ciudad."],
  ["ru", "Вода в тот год стояла высоко."],
  [null, "123 – 456"],
])("recognises %s", (language, text) => expect(detectLanguage(text)).toBe(language));

it.each([
  ["zh-CN", "zh-Hans"],
  ["zh_TW", "zh-Hant"],
  ["en-GB", "en"],
  ["English", "en"],
  ["中文", "zh-Hans"],
  ["tlh", null],
])("reads the name %s", (name, language) => expect(readLanguage(name)).toBe(language));

it.each([
  ["a.txt", "山高。\n\n水长。", "txt"],
  ["a", "山高。", "txt"],
  ["a.md", "山高。", "markdown"],
  ["a.MDX", "山高。", "markdown"],
  ["a.txt", "<!DOCTYPE html><html><p>x", "html"],
  ["a.htm", "<p>x", "html"],
  ["a.xml", '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">', "tmx"],
  ["a.tsv", "a\tb", "tsv"],
  ["a.csv", "a,b", "csv"],
  ["a.txt", "山高。\nHigh.\n水长。\nLong.\n", "interleaved"],
  ["a.txt", "山高。\n\nHigh.\n\n水长。\n\nLong.\n", "interleaved"],
  ["a.txt", "山高。\n\nHigh.\n\n水长。\n\n云淡。\n\n风轻。\n", "txt"],
])("takes %s with %j for %s", (file, content, format) => expect(detectFormat(utf8(content), file)).toBe(format));

it("knows packages by what is in them", async () => {
  expect(detectFormat(await docxSample(), "a.bin")).toBe("docx");
  expect(detectFormat(epubSample(), "a.docx")).toBe("epub");
});
