import fc from "fast-check";
import { sentencesOf } from "@/lib/text/sentences";

const cut = (text: string, language: string) =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe("Chinese sentences", () => {
  it.each([
    ["山高。水长。", ["山高。", "水长。"]],
    ["“我不去。”说完他就走了。", ["“我不去。”", "说完他就走了。"]],
    ["“为什么？”“不去。”", ["“为什么？”", "“不去。”"]],
    ["他说：“走吧！”我们就走了。", ["他说：“走吧！”", "我们就走了。"]],
    ["她想了想……还是没有说。", ["她想了想……还是没有说。"]],
    ["她说：“算了……”门关上了。", ["她说：“算了……”", "门关上了。"]],
    ["谁知道呢？……", ["谁知道呢？……"]],
    ["真的？！当然！！", ["真的？！", "当然！！"]],
    ["《你好吗？》是一本书。", ["《你好吗？》是一本书。"]],
    ["茶（真的好喝吗？）凉了。", ["茶（真的好喝吗？）凉了。"]],
    ["（这是注。）正文从这里开始。", ["（这是注。）", "正文从这里开始。"]],
    ["“去哪儿？”，他问。", ["“去哪儿？”，他问。"]],
    ["一斤3.5元，两斤7元。", ["一斤3.5元，两斤7元。"]],
    ["「你来了。」她笑了。", ["「你来了。」", "她笑了。"]],
    ["甲。\n乙。", ["甲。", "乙。"]],
    ["没有句号", ["没有句号"]],
    ["", []],
  ])("%s", (text, expected) => expect(cut(text, "zh-Hans")).toEqual(expected));
});

describe("English sentences", () => {
  it.each([
    ["Mr. Lin left. Dr. Wu stayed.", ["Mr. Lin left.", "Dr. Wu stayed."]],
    ["It rose 3.5 percent. Prices fell.", ["It rose 3.5 percent.", "Prices fell."]],
    ["J. R. R. Ling wrote it. I read it.", ["J. R. R. Ling wrote it.", "I read it."]],
    ["He lives in the U.S. The rent is high.", ["He lives in the U.S.", "The rent is high."]],
    ["The U.S. Senate voted.", ["The U.S. Senate voted."]],
    ['"Are you going?" he asked. "No."', ['"Are you going?" he asked.', '"No."']],
    ["‘Stop!’ She ran.", ["‘Stop!’", "She ran."]],
    ["See Fig. 3 and p. 12. Then go on.", ["See Fig. 3 and p. 12.", "Then go on."]],
    ["We met at 5 p.m. and left.", ["We met at 5 p.m. and left."]],
    ["Wait… what? Yes.", ["Wait… what?", "Yes."]],
    ["(It was late.) We slept.", ["(It was late.)", "We slept."]],
    ["No. 5 is mine. Take it.", ["No. 5 is mine.", "Take it."]],
    ["Chapter One", ["Chapter One"]],
  ])("%s", (text, expected) => expect(cut(text, "en")).toEqual(expected));
});

const pieces = fc.constantFrom(..."山水。！？…“”‘’（）《》，：\n ", "Mr. ", "He ", "said. ", '"', "U.S. ", "3.5", "…");
const texts = fc.array(pieces, { maxLength: 60 }).map((list) => list.join(""));

it.each(["zh-Hans", "en", "ja", "fr"])("in %s, sentences leave out white space alone", (language) =>
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: "grapheme", maxLength: 200 })), (text) => {
      const spans = sentencesOf(text, language);
      let from = 0;
      for (const { start, end } of spans) {
        expect(text.slice(from, start).trim()).toBe("");
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        from = end;
      }
      expect(text.slice(from).trim()).toBe("");
    }),
  ),
);
