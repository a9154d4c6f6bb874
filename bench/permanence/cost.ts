/** Revises a work of 10,000 passages in two languages and prints what it took; run by `run.ts` in a process of its own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { mendWork } from "@/lib/revise/mend-work";
import { reviseWork } from "@/lib/revise/revise-work";
import { seeded } from "./operations";

const passages = 10_000;
const kind = process.argv[2] ?? "5 % edited";
const random = seeded(1);
const han = Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7));
const latin = Array.from({ length: 3000 }, () =>
  Array.from({ length: 3 + random(7) }, () => "etaoinshrdlucmfw"[random(16)]).join(""),
);
/** The square of a uniform number: common words come often, as in any language. */
const draw = (pool: readonly string[]) => pool[Math.floor((random(1000) / 1000) ** 2 * pool.length)] ?? "";
const chinese = () => `${Array.from({ length: 40 + random(80) }, () => draw(han)).join("")}。`;
const english = () => `${Array.from({ length: 25 + random(50) }, () => draw(latin)).join(" ")}.`;

const edit = (text: string, words: () => string) =>
  kind === "no anchor" || random(20) === 0
    ? text.slice(0, text.length >> 1) + words().slice(0, text.length >> 1)
    : text;

/** Writes the work, mints it, and writes the new versions beside it. */
async function prepare(folder: string): Promise<void> {
  const rendering = (language: string) => `  language: ${language}\n  title: t\n  rights: r\n`;
  writeFileSync(
    path.join(folder, "work.yaml"),
    `source:\n${rendering("zh-Hans")}translation:\n${rendering("en")}date: 2025-01-01\n`,
  );
  for (const [language, words] of [
    ["zh-Hans", chinese],
    ["en", english],
  ] as const) {
    const text = Array.from({ length: passages }, words);
    writeFileSync(path.join(folder, `${language}.md`), `${text.join("\n\n")}\n`);
    writeFileSync(path.join(folder, `${language}.new`), `${text.map((one) => edit(one, words)).join("\n\n")}\n`);
  }
  await mendWork(folder, "work", "work", { today: "2025-01-01" });
}

async function measure(folder: string): Promise<void> {
  const marks = () => readFileSync(path.join(folder, "zh-Hans.md"), "utf8").match(/\^\w+/g) ?? [];
  const before = marks();
  const start = performance.now();
  const used = process.cpuUsage();
  const version = (language: string) => ({ name: language, bytes: readFileSync(path.join(folder, `${language}.new`)) });
  const { ready, problems } = await reviseWork(folder, "work", "work", {
    versions: { source: version("zh-Hans"), translation: version("en") },
    today: "2025-01-02",
  });
  if (!ready) throw new Error(JSON.stringify(problems));
  await ready.save();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const cpu = process.cpuUsage(used);
  const busy = ((cpu.user + cpu.system) / 1e6).toFixed(1);
  const after = marks();
  const kept = before.filter((mark, index) => after[index] === mark).length;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${seconds} s (${busy} s of processor time), ${peak} MiB at most; ${kept} ids in their place`);
}

const prepared = process.argv[3];
if (prepared) await measure(prepared);
else {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), "duidu-cost-")), "work");
  mkdirSync(folder);
  try {
    await prepare(folder);
    // A process of its own, whose memory is that of the revision alone.
    const self = fileURLToPath(import.meta.url);
    spawnSync(process.execPath, ["--import", "tsx", self, kind, folder], { stdio: "inherit" });
  } finally {
    rmSync(path.dirname(folder), { recursive: true, force: true });
  }
}
