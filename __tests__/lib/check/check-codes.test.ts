import { type Files, temporaryContent } from "@/__tests__/lib/work/temporary-works";

import { judge } from "@/lib/check/judge";
import { checkCodes, type ProblemCode } from "@/lib/problem/problem";
import { problemsOf, texts, workOf } from "./checked-work";

const { write } = temporaryContent();

type Case = {
  readonly code: ProblemCode;
  readonly says: string;
  /** Where the problem must stand, as `file:line`. */
  readonly at: string;
  readonly wrong: Files;
  readonly right: Files;
  /** More lines of `work.yaml`. */
  readonly more?: string;
  readonly confidence?: number;
};

const same = ["他走了很远的路，终于回到了家里。", "He walked a long way and came home at last."] as const;
const many = Array.from({ length: 13 }, () => same);
const long = ["他清早出门。路上下着雨。他在桥边遇见一个老人。老人送他一把伞。他谢过老人，继续往前走。", "He left early in the morning. It rained on the way. At the bridge he met an old man. The old man gave him an umbrella. He thanked him and walked on."] as const; // prettier-ignore

/** A Chinese sentence with a translation that has a fact wrong, and one that has it right. */
const factCase = (
  code: ProblemCode,
  says: string,
  chinese: string,
  wrong: string,
  right: string,
  at = "en.md:1",
): Case => ({
  code,
  says,
  at,
  wrong: texts([chinese, wrong]),
  right: texts([chinese, right]),
});

const cases: readonly Case[] = [
  {
    code: "heading-level-differs",
    says: "### here and ## in the source",
    at: "en.md:1",
    wrong: texts(["## 山", "### Mountain"]),
    right: texts(["## 山", "## Mountain"]),
  },
  {
    code: "block-kind-differs",
    says: "A paragraph stands here beside a quote",
    at: "en.md:1",
    wrong: texts(["> 山高。", "The mountain is high."]),
    right: texts(["> 山高。", "> The mountain is high."]),
  },
  {
    code: "block-kind-differs",
    says: "The source has a figure here, and the translation has none",
    at: "en.md:1",
    wrong: { ...texts(["山高。", "The mountain is high."]), "zh-Hans.md": "山高。 ^bbbbb\n\n![山](images/a.png)\n" },
    right: { ...texts(["山高。", "The mountain is high."]), "zh-Hans.md": "山高。 ^bbbbb\n\n山很高。\n" },
  },
  factCase("number-differs", "37", "一共来了37个人。", "73 people came in all.", "37 people came in all."),
  factCase(
    "date-differs",
    "“3日”",
    "会议在5月3日召开。",
    "The meeting was held on May 8.",
    "The meeting was held on May 3.",
  ),
  factCase(
    "time-differs",
    "8点30分",
    "早上8点30分开门。",
    "The doors open at 9:30 a.m.",
    "The doors open at 8:30 a.m.",
  ),
  factCase("currency-differs", "20元", "门票是20元一张。", "A ticket costs 25 yuan.", "A ticket costs 20 yuan."),
  factCase("percentage-differs", "15%", "价格上涨了15%。", "Prices rose by 51 percent.", "Prices rose by 15 percent."),
  factCase(
    "unit-differs",
    "12公里",
    "这条路全长12公里。",
    "The road is 21 kilometres long.",
    "The road is 12 km long.",
  ),
  factCase(
    "name-differs",
    "Kanban",
    "他们用Kanban管理日程。",
    "They manage with a board.",
    "They manage with Kanban.",
    "zh-Hans.md:1",
  ),
  {
    code: "term-missing",
    says: "The source has 推理模型, which the glossary renders as reasoning model",
    at: "en.md:1",
    wrong: { ...texts(["新的推理模型已经完成。", "The new thinking machine is finished."]), "glossary.yaml": "terms:\n  - { zh: 推理模型, en: reasoning model }\n" }, // prettier-ignore
    right: { ...texts(["新的推理模型已经完成。", "Of all the reasoning models, this is finished."]), "glossary.yaml": "terms:\n  - { zh: 推理模型, en: reasoning model }\n" }, // prettier-ignore
  },
  {
    code: "term-missing",
    says: "it has Nadela",
    at: "en.md:1",
    wrong: { ...texts(["纳德拉说他会来。", "Nadela said that he would come."]), "glossary.yaml": "terms:\n  - { zh: 纳德拉, en: Satya Nadella }\n" }, // prettier-ignore
    right: { ...texts(["纳德拉说他会来。", "He said that he would come."]), "glossary.yaml": "terms:\n  - { zh: 纳德拉, en: Satya Nadella }\n" }, // prettier-ignore
  },
  {
    code: "name-inconsistent",
    says: "阿尔特曼 is Altmann here and Altman in 2 other passages",
    at: "en.md:5",
    wrong: texts(["阿尔特曼来了。", "Altman came."], ["阿尔特曼走了。", "Altman left."], ["阿尔特曼又来了。", "Altmann came again."]), // prettier-ignore
    right: texts(["阿尔特曼来了。", "Altman came."], ["阿尔特曼走了。", "Altman left."], ["阿尔曼特又来了。", "Altmann came again."]), // prettier-ignore
  },
  {
    code: "name-inconsistent",
    says: "Altman is 奥尔特曼 here and 阿尔特曼 in 3 other passages",
    at: "zh-Hans.md:7",
    wrong: texts(["阿尔特曼来了。", "Altman came."], ["阿尔特曼走了。", "Altman left."], ["阿尔特曼再来。", "Altman came."], ["奥尔特曼又来了。", "Altman came again."]), // prettier-ignore
    right: texts(["阿尔特曼来了。", "Altman came."], ["阿尔特曼走了。", "Altman left."], ["阿尔特曼再来。", "Altman came."], ["他又来了。", "Altman came again."]), // prettier-ignore
  },
  {
    code: "untranslated",
    says: "says the same as the source",
    at: "en.md:1",
    wrong: texts(["山高。", "山高。"]),
    right: texts(["ChatGPT", "ChatGPT"]),
  },
  {
    code: "untranslated",
    says: "“水长” is left in Chinese",
    at: "en.md:2",
    wrong: texts(["山高，水长。", "The mountain is high.\nAnd 水长."]),
    right: texts(["山高，水长。", "The mountain is high (水长 is the water), and “水长” again."]),
  },
  {
    code: "untranslated",
    says: "is left in Latin script",
    at: "zh-Hans.md:1",
    wrong: texts(["他说 the mountain is high and the water is long today。", "He said the mountain is high and the water is long."]), // prettier-ignore
    right: texts(["他说“the mountain is high and the water is long today”。", "He said the mountain is high, “and the water is long”."]), // prettier-ignore
  },
  {
    code: "length-suspicious",
    says: "times shorter",
    at: "en.md:27",
    wrong: texts(...many, ["他走了很远的路，经过了三个村庄、两座山和一条大河，路上还遇见了许多旧日的朋友，终于在天黑以前回到了家里，大家都很高兴", "He came home."]), // prettier-ignore
    right: texts(...many, ["他走了很远的路，终于回到了家里，大家都很高兴。", "He walked a long way and came home at last, and all were glad."]), // prettier-ignore
  },
  {
    code: "sentence-repeated",
    says: "“The mountain is very high.” stands twice in a row",
    at: "en.md:1",
    wrong: texts([
      "山非常非常高。水很长。",
      "The mountain is very high. The mountain is very high. The water is long.",
    ]),
    right: texts(["山高得不得了啊！山高得不得了啊！", "The mountain is very high! The mountain is very high!"]),
  },
  {
    code: "sentence-repeated",
    says: "at the end of passage bbbbb and at the beginning of this one",
    at: "en.md:3",
    wrong: texts(["山非常高。", "The mountain is very high."], ["水非常长。", "The mountain is very high."]),
    right: texts(["山非常高。", "The mountain is very high."], ["水非常长。", "The water is very long."]),
  },
  {
    code: "sentence-missing",
    says: "The translation has 1 sentence where the source has 5",
    at: "en.md:27",
    wrong: texts(...many, [long[0], "He left early in the morning."]),
    right: texts(...many, long),
  },
  {
    code: "quotes-unbalanced",
    says: "opens and is not closed",
    at: "en.md:1",
    wrong: texts(["他说：“山高。”", "He said: “The mountain is high."], ["她走了。", "She left."]),
    right: texts(["他说：“山高。”", "He said: “The mountain is high."], ["“水长。”", "“And the water is long.”"]),
  },
  {
    code: "quotes-unbalanced",
    says: "closes and was not opened",
    at: "zh-Hans.md:1",
    wrong: texts(["他说：山高。」", "He said that the mountain is high."]),
    right: texts(["他说：「山高。」", "He said: “The mountain is high.”"]),
  },
  {
    code: "quotes-unbalanced",
    says: "straight quotation marks is odd",
    at: "zh-Hans.md:1",
    wrong: texts(['他说"山高。', "He said that the mountain is high."]),
    right: texts(['他说"山高"，有6英寸。', 'He said "the mountain is high", all 6" of it.']),
  },
  {
    code: "brackets-unbalanced",
    says: "The parenthesis ( opens and is not closed",
    at: "en.md:1",
    wrong: texts(["山（高）。", "The mountain (high."]),
    right: texts(["山（高）。", "a) The mountain (high; see https://example.org/a)."]),
  },
  {
    code: "quotes-differ",
    says: "nothing is quoted in the translation",
    at: "en.md:9",
    wrong: texts(...Array.from({ length: 4 }, () => ["他说：“山真的很高啊。”", "He said: “The mountain is very high.”"] as const), ["他说：“水真的很长啊。”", "He said: the water is very long."]), // prettier-ignore
    right: texts(["他说：“水真的很长啊。”", "He said that the water is very long."]),
  },
  {
    code: "width-wrong",
    says: ", is half-width amid Chinese",
    at: "zh-Hans.md:1",
    wrong: texts(["山高,水长。", "The mountain is high."]),
    right: texts(["山高，有1,000米，见node.js。", "The mountain is high, 1,000 metres; see node.js."]),
  },
  {
    code: "width-wrong",
    says: "， is full-width amid English",
    at: "en.md:1",
    wrong: texts(["山高。", "The mountain is high， and long."]),
    right: texts(["山高。", "The mountain is high (山高，水长), and long."]),
  },
  {
    code: "word-doubled",
    says: "“the” stands twice",
    at: "en.md:1",
    wrong: texts(["山高。", "This is the the mountain."]),
    right: texts(["山高。", "He had had so much that that was far far away; The The played."]),
  },
  {
    code: "word-doubled",
    says: "“的” stands twice",
    at: "zh-Hans.md:1",
    wrong: texts(["高高的的山。", "The mountain is high."]),
    right: texts(["慢慢地，他的目的的确是为了了解实实在在的山。", "Slowly he came to know the mountain."]),
  },
  {
    code: "space-wrong",
    says: "A space stands before a punctuation mark",
    at: "en.md:1",
    wrong: texts(["山高。", "The mountain , they say, is high."]),
    right: texts(["山高出0.5米。", "The mountain, they say . . . is high, by .5 metres."]),
  },
  {
    code: "space-wrong",
    says: "Two spaces stand together",
    at: "en.md:1",
    wrong: texts(["山高。", "The mountain  is high."]),
    right: texts(["山高。", "The mountain is `so  much` higher."]),
  },
  {
    code: "space-wrong",
    says: "between Chinese characters",
    at: "zh-Hans.md:1",
    wrong: texts(["山 高，水长。", "The mountain is high."]),
    right: texts(["## 第一章 山", "## Chapter 1: The Mountain"], ["文 某某", "By X"]),
  },
  {
    code: "character-invisible",
    says: "U+202E stands here",
    at: "en.md:1",
    wrong: texts(["山高。", "The \u202Emountain\u202C is high."]),
    right: texts(["山高。", "The mountain is high 👩‍🚀."]),
  },
  {
    code: "bead-uncertain",
    says: "with a confidence of 30 %",
    at: "en.md:1",
    wrong: texts(["山高。", "The mountain is high."]),
    right: texts(["山高。", "The mountain is high."]),
    confidence: 0.3,
  },
];

describe.each(cases.map((one, index) => ({ ...one, index })))(
  "$code: $says",
  ({ code, says, at, wrong, right, more, confidence, index }) => {
    it("is the only problem found in what is wrong, on its line, and a warning", async () => {
      const problems = await problemsOf(write(`wrong-${index}/work`, workOf(wrong, more)), confidence);
      expect(problems.map((problem) => problem.code)).toEqual([code]);
      const [found] = problems;
      expect(found).toMatchObject({ severity: "warning", passage: expect.stringMatching(/^\w{5}$/) });
      expect(found?.what).toContain(says);
      expect(found?.fix).toMatch(/\.$/);
      expect(`${found?.where.file}:${found?.where.line}`).toBe(`content/work/${at}`);
    });

    it("is not found where nothing is wrong", async () =>
      expect(await problemsOf(write(`right-${index}/work`, workOf(right, more)), confidence && 0.9)).toEqual([]));
  },
);

it("takes half-width punctuation for intended where the page sets it full-width", async () => {
  const files = workOf(texts(["山高,水长。", "The mountain is high."]), "display: [full-width-punctuation]\n");
  expect(await problemsOf(write("display/work", files))).toEqual([]);
});

it("leaves half-width parentheses with a space before them alone, and not those without one", async () => {
  const files = texts(
    ["文件系统 (基本概念)。", "File systems (basics)."],
    ["文件系统(基本概念)。", "File systems (basics)."],
  );
  const problems = await problemsOf(write("parentheses/work", workOf(files)));
  expect(problems.map(({ code, passage }) => [code, passage])).toEqual([["width-wrong", "ccccc"]]);
});

it("says of a mark that is half-width throughout that it is, once", async () => {
  const rows = Array.from({ length: 4 }, () => ["山高,水长。", "The mountain is high."] as const);
  const problems = await problemsOf(write("habit/work", workOf(texts(...rows))));
  expect(problems.map(({ code, what }) => [code, what])).toEqual([
    ["width-wrong", expect.stringContaining("4 places")],
  ]);
});

it("has a case for every code", () => {
  const unused = judge([], {}, { accepted: [{ passage: "bbbbb" as never, code: "untranslated", reason: "So." }] }, () => ({ file: "w", line: 3 })); // prettier-ignore
  const covered = [...cases.map(({ code }) => code), ...unused.problems.map(({ code }) => code)];
  expect(checkCodes.filter((code) => !covered.includes(code))).toEqual([]);
});
