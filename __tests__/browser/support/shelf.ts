import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Enough works that the library offers to look for one; they are older than all others, and so stand last. */
export const shelfSize = 12;

/** Writes small works of invented authors into a folder of content. */
export function writeShelf(content: string, size = shelfSize): void {
  for (let nth = 1; nth <= size; nth += 1) {
    const folder = join(content, `shelf-${nth}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "work.yaml"), metadata(nth));
    writeFileSync(join(folder, "zh-Hans.md"), `第 ${nth} 本的正文。 ^bbbb2\n`);
    writeFileSync(join(folder, "en.md"), `The text of volume ${nth}. ^bbbb2\n`);
  }
}

function metadata(nth: number): string {
  return `source:
  language: zh-Hans
  title: 架上第 ${nth} 本
  byline: [作者${"甲乙丙丁"[nth % 4]}]
  publisher: ${nth % 2 ? "单号书局" : "双号书局"}
  rights: 仅供测试。
translation:
  language: en
  title: Volume ${nth} of the shelf
  byline: [Translated by ${["Ada", "Bea", "Cyd", "Dot"][nth % 4]}]
  rights: For tests only.
date: 1999-01-${String(nth).padStart(2, "0")}
`;
}
