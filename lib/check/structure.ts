import type { Block } from "@/lib/passage/block";
import type { Problem } from "@/lib/problem/problem";
import { type Check, type CheckedPair, pairsOf } from "./context";
import { found } from "./found";

const names: Readonly<Record<Block["type"], string>> = {
  heading: "a heading",
  paragraph: "a paragraph",
  verse: "a verse",
  figure: "a figure",
  quote: "a quote",
  list: "a list",
  verbatim: "code",
  rule: "a rule",
};

/** Kinds that stand out on the page: one that is on one side alone is a fault whatever the shape of the passage. */
const outstanding: readonly Block["type"][] = ["heading", "figure", "verbatim"];

/** A heading of another level, or a block of another kind than its counterpart. */
export const checkStructure: Check = (context) => pairsOf(context).flatMap((pair) => [...levels(pair), ...kinds(pair)]);

function levels({ id, source, translation }: CheckedPair): Problem[] {
  const [left, right] = [source, translation].map(({ blocks }) => blocks.filter((block) => block.type === "heading"));
  if (left?.length !== right?.length) return [];
  const index = left?.findIndex(({ depth }, at) => depth !== right?.[at]?.depth) ?? -1;
  const [from, to] = [left?.[index], right?.[index]];
  if (!from || !to) return [];
  const marks = (depth: number) => "#".repeat(depth);
  const what = `The heading is ${marks(to.depth)} here and ${marks(from.depth)} in the source.`;
  return [found("heading-level-differs", id, translation, { what, fix: "Give both headings the same level." })];
}

function kinds({ id, source, translation }: CheckedPair): Problem[] {
  const [left, right] = [source, translation].map(({ blocks }) => blocks.map(({ type }) => type));
  if (!left || !right) return [];
  const difference = left.length === right.length ? differing(left, right) : onOneSide(left, right);
  if (!difference) return [];
  const [from, to] = difference;
  const what = to
    ? `${capital(to)} stands here beside ${from ?? "no such block"} in the source.`
    : `The source has ${from} here, and the translation has none.`;
  const fix = "Write both blocks as the same kind; if they do not belong together, give them their own marks.";
  return [found("block-kind-differs", id, translation, { what, fix })];
}

type Difference = readonly [string | null, string | null] | null;

function differing(left: readonly Block["type"][], right: readonly Block["type"][]): Difference {
  // The same kinds in another order are a matter of style.
  if (left.toSorted().join() === right.toSorted().join()) return null;
  const index = left.findIndex((kind, at) => kind !== right[at]);
  const [from, to] = [left[index], right[index]];
  return from && to ? [names[from], names[to]] : null;
}

function onOneSide(left: readonly Block["type"][], right: readonly Block["type"][]): Difference {
  for (const kind of outstanding) {
    if (left.includes(kind) && !right.includes(kind)) return [names[kind], null];
    if (right.includes(kind) && !left.includes(kind)) return [null, names[kind]];
  }
  return null;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
