import fc from "fast-check";
import { fits, setText, setTextWithin, type TextStyle, type ToBoxes } from "@/lib/card/set-text";

/** Every character one em wide. */
const toBoxes: ToBoxes = (atoms) =>
  atoms.map(({ text, endsInWord }) => ({
    width: Array.from(text.trimEnd()).length,
    gap: text.length - text.trimEnd().length,
    trimStart: 0,
    trimEnd: 0,
    endsInWord,
    endsPhrase: false,
  }));
const style: TextStyle = { size: 10, leading: 1.5, gap: 0.5, width: 100, height: 60, isBalanced: false };
const words = (...paragraphs: string[]) => ({ paragraphs, language: "zh-Hans" });

it("sets lines at the distance of the style, paragraphs a little further apart", () => {
  const { lines, depth } = setText(words("一二三四五六七八九十甲乙", "丙丁"), style, toBoxes);
  expect(lines.map(({ down }) => down)).toEqual([0, 15, 35]);
  expect(lines.map(({ isLast }) => isLast)).toEqual([false, true, true]);
  expect(depth).toBe(35);
});

it("leaves a text whole that has room, and cuts one that has not", () => {
  expect(setTextWithin(words("短"), style, toBoxes)).toMatchObject({ isCut: false });
  const cut = setTextWithin(words("长文".repeat(100)), style, toBoxes);
  expect(cut.isCut).toBe(true);
  expect(cut.lines.at(-1)?.text).toMatch(/……$/);
});

it("never goes below the room there is, and fills all but its last line", () => {
  const paragraph = fc.stringMatching(/^[天地玄黄宇宙洪荒，。]{1,120}$/);
  fc.assert(
    fc.property(
      fc.array(paragraph, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 30, max: 200 }),
      (texts, height) => {
        const room = { ...style, height };
        const set = setTextWithin(words(...texts), room, toBoxes);
        expect(set.depth).toBeLessThanOrEqual(height);
        expect(set.isCut).toBe(!fits(words(...texts), { ...room, width: 1000, height }, toBoxes) || set.isCut);
        if (!set.isCut) expect(set.lines.map(({ text }) => text).join("")).toBe(texts.join(""));
      },
    ),
  );
});

it("does not fit where a word is wider than the measure", () => {
  expect(fits({ paragraphs: ["incomprehensibility"], language: "en" }, style, toBoxes)).toBe(false);
});
