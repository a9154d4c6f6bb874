/** Revises a work of 10,000 passages in two languages and prints what it took; run by `run.ts` in a process of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
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

const folder = path.join(mkdtempSync(path.join(tmpdir(), "duidu-cost-")), "work");
mkdirSync(folder);
try {
  writeFileSync(
    path.join(folder, "work.yaml"),
    "source:\n  language: zh-Hans\n  title: t\n  rights: r\ntranslation:\n  language: en\n  title: t\n  rights: r\ndate: 2025-01-01\n",
  );
  const source = Array.from({ length: passages }, chinese);
  const translation = Array.from({ length: passages }, english);
  writeFileSync(path.join(folder, "zh-Hans.md"), `${source.join("\n\n")}\n`);
  writeFileSync(path.join(folder, "en.md"), `${translation.join("\n\n")}\n`);
  await mendWork(folder, "work", "work", { today: "2025-01-01" });
  const edit = (text: string, words: () => string) =>
    kind === "no anchor" || random(20) === 0
      ? text.slice(0, text.length >> 1) + words().slice(0, text.length >> 1)
      : text;
  const bytes = (text: readonly string[]) => new TextEncoder().encode(`${text.join("\n\n")}\n`);
  const versions = {
    source: { name: "zh.md", bytes: bytes(source.map((text) => edit(text, chinese))) },
    translation: { name: "en.md", bytes: bytes(translation.map((text) => edit(text, english))) },
  };
  const before = readFileSync(path.join(folder, "zh-Hans.md"), "utf8").match(/\^\w+/g);
  const start = performance.now();
  const used = process.cpuUsage();
  const { ready, problems } = await reviseWork(folder, "work", "work", { versions, today: "2025-01-02" });
  if (!ready) throw new Error(JSON.stringify(problems));
  await ready.save();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const cpu = process.cpuUsage(used);
  const busy = ((cpu.user + cpu.system) / 1e6).toFixed(1);
  const after = readFileSync(path.join(folder, "zh-Hans.md"), "utf8").match(/\^\w+/g);
  const kept = before?.filter((mark, index) => after?.[index] === mark).length;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${seconds} s (${busy} s of processor time), ${peak} MiB at most (minting them included); ${kept} ids in their place`);
} finally {
  rmSync(path.dirname(folder), { recursive: true, force: true });
}
