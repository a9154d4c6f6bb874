import { detectLanguages } from "@/lib/import/detect-language";

// Commands and messages are most of it: by itself it would be taken for English.
const manual =
  '运行 git commit -m "Fix the colour of the title and the size of it"，运行之后就会看到 the branch is up to date with origin and there is nothing to commit 为止';
const english =
  "Run git commit --amend --no-edit and git push --force-with-lease origin main, then look at the CI status page";

it.each([
  ["山高水长，我们说着话。", "The hills are high, and we talked with each other.", ["zh-Hans", "en"]],
  ["The hills are high, and we talked.", "山高水長，我們說著話。", ["en", "zh-Hant"]],
  [manual, english, ["zh-Hans", "en"]],
  [english, manual, ["en", "zh-Hans"]],
  ["", "The hills are high, and we talked with each other.", ["zh-Hans", "en"]],
  ["山高水长，我们说着话。", "", ["zh-Hans", "en"]],
  ["", "", ["zh-Hans", "en"]],
  ["山高水长，我们说着话。", "水长山高，我们说着话。", ["zh-Hans", "zh-Hans"]],
])("tells %j beside %j", (source, translation, expected) =>
  expect(detectLanguages(source, translation)).toEqual(expected),
);
