import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { idDigits, idLetters } from "@/lib/passage/passage-id";

const clauses = [
  "月色照在旧城的墙上",
  "河水缓缓流过石桥",
  "老人讲起年轻时的往事",
  "远处传来卖花人的声音",
  "风把书页吹到第三章",
];
const phrases = [
  "moonlight lay on the old city wall",
  "the river moved slowly under the stone bridge",
  "an old man spoke of his youth",
  "a flower seller called in the distance",
  "the wind turned the pages to the third chapter",
];

/** The n-th id of a generated work; distinct for n below 23 · 31³. */
export function nthId(n: number): string {
  const all = idLetters + idDigits;
  const digit = (power: number) => all[Math.floor(n / all.length ** power) % all.length] ?? "a";
  return `${idLetters[Math.floor(n / all.length ** 3) % idLetters.length]}${digit(2)}${digit(1)}${digit(0)}z`;
}

/** Puts the works to measure into `folder`: those of `content/`, and `long` with the given number of passages. */
export function prepareWorks(folder: string, passages: number): void {
  cpSync(join(process.cwd(), "content"), folder, { recursive: true });
  mkdirSync(join(folder, "long"), { recursive: true });
  const pick = (from: readonly string[], n: number, count: number) =>
    Array.from({ length: count }, (_, at) => from[(n * 7 + at * 3) % from.length]);
  const numbers = Array.from({ length: passages }, (_, n) => n);
  const chinese = numbers.map((n) =>
    n % 100 === 0 ? `## 第${n / 100 + 1}章` : `${pick(clauses, n, 3 + (n % 9)).join("，")}。`,
  );
  const english = numbers.map((n) =>
    n % 100 === 0 ? `## Chapter ${n / 100 + 1}` : `Then ${pick(phrases, n, 3 + (n % 9)).join(", ")}.`,
  );
  const write = (name: string, blocks: readonly string[]) =>
    writeFileSync(join(folder, "long", name), `${blocks.map((block, n) => `${block} ^${nthId(n)}`).join("\n\n")}\n`);
  write("zh-Hans.md", chinese);
  write("en.md", english);
  writeFileSync(
    join(folder, "long/work.yaml"),
    "source: { language: zh-Hans, title: 长篇, rights: 仅供测量。 }\ntranslation: { language: en, title: A long work, rights: For measuring only. }\ndate: 2020-01-01\n",
  );
}
