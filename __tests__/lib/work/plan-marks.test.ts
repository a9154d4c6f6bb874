import { parseRendering } from "@/lib/passage/parse-rendering";
import { isPassageId, type PassageId } from "@/lib/passage/passage-id";
import { type Plan, planMarks } from "@/lib/work/plan-marks";

/** Each block's words with the id it bears or is to bear; ids are given as n2222, n3333 and so on. */
function planned(source: string, translation: string): { source: string; translation: string } | null {
  const free = [..."23456789"].map((digit) => `n${digit.repeat(4)}`).filter((id): id is PassageId => isPassageId(id));
  const mint = () => {
    const id = free.shift();
    if (!id) throw new Error("The test has no id left.");
    return id;
  };
  const [left, right] = [source, translation].map(
    (text) => parseRendering(text.replaceAll(" / ", "\n\n"), "en.md").blocks,
  );
  const plan = planMarks(left ?? [], right ?? [], mint);
  const show = (blocks: typeof left, given: Plan) =>
    (blocks ?? []).map((block) => `${block.text} ${given.get(block) ?? block.mark ?? ""}`.trim()).join(" / ");
  return plan && { source: show(left, plan.source), translation: show(right, plan.translation) };
}

it.each([
  ["two texts without marks, block by block", "甲 / 乙", "A / B", "甲 n2222 / 乙 n3333", "A n2222 / B n3333"],
  [
    "a new passage between the same two",
    "甲 ^aaaaa / 新 ^new / 乙 ^bbbbb",
    "A ^aaaaa / N ^new / B ^bbbbb",
    "甲 aaaaa / 新 n2222 / 乙 bbbbb",
    "A aaaaa / N n2222 / B bbbbb",
  ],
  [
    "several new passages in order",
    "甲 ^aaaaa / 一 ^new / 二 ^new",
    "A ^aaaaa / 1 ^new / 2 ^new",
    "甲 aaaaa / 一 n2222 / 二 n3333",
    "A aaaaa / 1 n2222 / 2 n3333",
  ],
  ["a new passage before all", "新 ^new / 甲 ^aaaaa", "N ^new / A ^aaaaa", "新 n2222 / 甲 aaaaa", "N n2222 / A aaaaa"],
  [
    "new passages in different places apart",
    "甲 ^aaaaa / 一 ^new / 乙 ^bbbbb",
    "A ^aaaaa / B ^bbbbb / 2 ^new",
    "甲 aaaaa / 一 n2222 / 乙 bbbbb",
    "A aaaaa / B bbbbb / 2 n3333",
  ],
  [
    "more new passages on one side",
    "甲 ^aaaaa / 一 ^new / 二 ^new",
    "A ^aaaaa / 1 ^new",
    "甲 aaaaa / 一 n2222 / 二 n3333",
    "A aaaaa / 1 n2222",
  ],
  [
    "past a passage of one side alone",
    "甲 ^aaaaa / 独 ^ddddd / 一 ^new",
    "A ^aaaaa / 1 ^new",
    "甲 aaaaa / 独 ddddd / 一 n2222",
    "A aaaaa / 1 n2222",
  ],
  ["nothing to continuing blocks", "甲 ^new / 续", "A ^new / more / more", "甲 n2222 / 续", "A n2222 / more / more"],
  ["nothing where all have ids", "甲 ^aaaaa", "A ^aaaaa / more", "甲 aaaaa", "A aaaaa / more"],
  ["nothing to a text without marks beside one that has them", "甲 ^aaaaa", "A / B", "甲 aaaaa", "A / B"],
])("gives ids to %s", (_, source, translation, left, right) =>
  expect(planned(source, translation)).toEqual({ source: left, translation: right }),
);

it.each([
  ["甲 / 乙", "A"],
  ["甲", ""],
  ["", "A / B"],
])("does not guess how to pair %j with %j", (source, translation) => expect(planned(source, translation)).toBeNull());
