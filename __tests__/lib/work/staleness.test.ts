import { isStale } from "@/lib/work/staleness";
import { hashText } from "@/lib/text/hash-text";
import type { Passage } from "@/lib/work/work";

const passage = (text: string) =>
  ({ source: { blocks: [], text }, translation: { blocks: [], text: "Hills." } }) as unknown as Passage;

it.each([
  ["山低。", "山高。", true],
  ["山高。", "山高。", false],
  ["山高。水长。", "山高。\n\n水长。", false],
  ["山高。\n\n水长。", "山高。", true],
])("a translation of %j is stale beside %j: %s", (then, now, expected) =>
  expect(isStale(passage(now), { minted: "2025-01-01", translatedFrom: hashText(then), sourceThen: then })).toBe(
    expected,
  ),
);
