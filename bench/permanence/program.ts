import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readLedger } from "@/lib/ledger/ledger";
import { parseRendering } from "@/lib/passage/parse-rendering";
import type { PassageId } from "@/lib/passage/passage-id";
import type { Carrier } from "./carrier";

const program = fileURLToPath(new URL("../../cli/duidu.mjs", import.meta.url));
const placeholder = "This work has no translation yet.";

/** The real program at work on a text of one language; the other side is one sentence beside the first paragraph. */
export type Desk = { readonly revise: (paragraphs: readonly string[]) => Carrier; readonly close: () => void };

/** Sets up a work with a first text; `state` is what it and its ledger hold. */
export function openDesk(language: string, first: readonly string[]): Desk & { readonly state: Carrier } {
  const root = mkdtempSync(path.join(tmpdir(), "duidu-permanence-"));
  const folder = path.join(root, "content/work");
  mkdirSync(folder, { recursive: true });
  const [source, other] = language.startsWith("zh") ? ["zh-Hans", "en"] : ["en", "zh-Hans"];
  const rendering = (name: string) => `  language: ${name}\n  title: t\n  rights: r\n`;
  writeFileSync(
    path.join(folder, "work.yaml"),
    `source:\n${rendering(source)}translation:\n${rendering(other)}date: 2025-01-01\n`,
  );
  const text = path.join(root, "new.txt");
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [program, ...args], { cwd: root, env: { ...process.env, DUIDU_CONTENT: "" } });
  // Entered with two paragraphs that can be paired, then revised to the first text.
  writeFileSync(path.join(folder, `${source}.md`), "Placeholder.\n");
  writeFileSync(path.join(folder, `${other}.md`), `${placeholder}\n`);
  run("mint");
  const revise = (paragraphs: readonly string[]) => {
    writeFileSync(text, `${paragraphs.join("\n\n")}\n`);
    run("revise", "work", "--source", text);
    return read(folder, source, paragraphs);
  };
  return { state: revise(first), revise, close: () => rmSync(root, { recursive: true, force: true }) };
}

function read(folder: string, language: string, paragraphs: readonly string[]): Carrier {
  const { blocks } = parseRendering(readFileSync(path.join(folder, `${language}.md`), "utf8"), "");
  let id: PassageId | null = null;
  const ids = blocks.flatMap(({ mark }) => {
    if (mark && mark !== "new") id = mark;
    return id ?? [];
  });
  if (ids.length !== paragraphs.length)
    throw new Error(`${paragraphs.length} paragraphs became ${ids.length} blocks of ${folder}`);
  const { ledger } = readLedger(readFileSync(path.join(folder, "ledger.json"), "utf8"), "");
  const retired: Carrier["retired"] = new Map();
  for (const [key, entry] of ledger ?? [])
    if (entry.retired && entry.retired.as !== "moved") retired.set(key, { ...entry.retired, as: entry.retired.as });
  return { ids, paragraphs, from: new Map(), retired, said: new Map() };
}
