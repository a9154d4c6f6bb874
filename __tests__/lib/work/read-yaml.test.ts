import { z } from "zod";
import { glossary } from "@/lib/work/glossary";
import { workMetadata } from "@/lib/work/metadata";
import { readYaml } from "@/lib/work/read-yaml";
import { soundWork } from "./temporary-works";

const metadata = String(soundWork["work.yaml"]);
const placesOf = (text: string) =>
  readYaml(text, "work.yaml", workMetadata, "work-malformed").problems.map(
    ({ where, code }) => `${where.line} ${code}`,
  );

it("reads what is written, and fills in what may be left out", () =>
  expect(readYaml(metadata, "work.yaml", workMetadata, "work-malformed")).toMatchObject({
    value: { source: { title: "山", byline: [] }, date: "2025-04-30", display: [], corrections: [] },
    problems: [],
  }));

it.each([
  ["a title with a colon", metadata.replace("title: 山", "title: a: b"), ["3 yaml-malformed"]],
  ["a bracket never closed, where it is missed", metadata.replace("title: 山", "title: [山"), ["4 yaml-malformed"]],
  ["a tab for indentation", metadata.replace("  title: 山", "\ttitle: 山"), ["3 yaml-malformed"]],
  ["a key twice", metadata.replace("  title: 山", "  title: 山\n  title: 水"), ["4 yaml-malformed"]],
  ["nothing", "", ["1 work-malformed"]],
  ["a list", "- a", ["1 work-malformed"]],
  ["a word that nobody knows", metadata.replace("  title: 山", "  titel: 山\n  title: 山"), ["3 work-malformed"]],
  ["a language that nobody knows", metadata.replace("zh-Hans", "zh"), ["2 language-unknown"]],
  ["a day that never was", metadata.replace("2025-04-30", "2025-02-30"), ["9 work-malformed"]],
  ["a title that is a number", metadata.replace("title: 山", "title: 1984"), ["3 work-malformed"]],
  ["an empty title", metadata.replace("title: 山", 'title: " "'), ["3 work-malformed"]],
  ["an origin that is no web address", `${metadata}origin: javascript:alert(1)\n`, ["10 work-malformed"]],
  [
    "a rule of display that nobody knows",
    `${metadata}display:\n  - full-width-punctuation\n  - bold\n`,
    ["12 work-malformed"],
  ],
  ["a correction without its date", `${metadata}corrections:\n  - source: 改\n`, ["11 work-malformed"]],
  [
    "two faults at once",
    metadata.replace("zh-Hans", "zh").replace("2025-04-30", "soon"),
    ["2 language-unknown", "9 work-malformed"],
  ],
])("names the line of %s", (_, text, expected) => {
  expect(placesOf(text).slice(0, expected.length)).toEqual(expected);
  expect(placesOf(text.replaceAll("\n", "\r\n")).slice(0, expected.length)).toEqual(expected);
});

it("refuses aliases that multiply without end", () => {
  const levels = Array.from(
    { length: 12 },
    (_, level) =>
      `a${level}: &a${level} [${
        level === 0
          ? "x"
          : Array(9)
              .fill(`*a${level - 1}`)
              .join(", ")
      }]`,
  );
  expect(readYaml(levels.join("\n"), "work.yaml", z.unknown(), "work-malformed")).toMatchObject({
    value: null,
    problems: [{ code: "yaml-malformed" }],
  });
});

it.each(["terms:\n  - { zh: 山, en: '' }", "terms:\n  - { zh: 山, en: a, de: b }", "terms: 山", ""])(
  "refuses the glossary %j",
  (text) => {
    const { value, problems } = readYaml(text, "glossary.yaml", glossary, "glossary-malformed");
    expect(value).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(["glossary-malformed"]);
  },
);
