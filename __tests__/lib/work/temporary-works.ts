import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Files of a work by name; null leaves a file out. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

const print = "0".repeat(64);

/** A work without any problem, over which each case lays the one thing that is wrong. */
export const soundWork: Files = {
  "work.yaml": [
    "source:",
    "  language: zh-Hans",
    "  title: 山",
    "  rights: 公有领域",
    "translation:",
    "  language: en",
    "  title: Mountain",
    "  rights: Public domain",
    "date: 2025-04-30",
    "",
  ].join("\n"),
  "zh-Hans.md": "## 山 ^aaaaa\n\n山高。 ^bbbbb\n\n水长。 ^ccccc\n",
  "en.md": "## Mountain ^aaaaa\n\nThe mountain is high.[^1] ^bbbbb\n\nThe water is long. ^ccccc\n\n[^1]: Very.\n",
  "glossary.yaml": "terms:\n  - zh: 山\n    en: mountain\n",
  "ledger.json": JSON.stringify({
    version: 1,
    passages: Object.fromEntries(
      ["aaaaa", "bbbbb", "ccccc"].map((id) => [id, { minted: "2025-05-01", source: print, translation: print }]),
    ),
  }),
};

/** A content folder in the temporary directory, gone when the test file is done. */
export function temporaryContent(): { root: string; write: (slug: string, files: Files) => string } {
  const root = mkdtempSync(path.join(tmpdir(), "duidu-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const write = (slug: string, files: Files) => {
    const folder = path.join(root, slug);
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      if (content !== null) writeFileSync(path.join(folder, name), content);
    }
    return folder;
  };
  return { root, write };
}
