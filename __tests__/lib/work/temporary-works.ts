import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
      if (content === null) continue;
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return folder;
  };
  return { root, write };
}

/** Every file below a folder with its bytes, hidden ones too: what a program that must change nothing has to leave. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file).toString("latin1")]),
  );
}
