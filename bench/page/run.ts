import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "@/__tests__/browser/support/chromium";
import { measureLanding, measureLoad, type Load } from "./measure";
import { serveStatic, writeStaticPage } from "./static-page";
import { nthId, prepareWorks } from "./works";

const passages = 10_000;
const rounds = Number(process.env.ROUNDS ?? 5);
const ports = { static: 3811, next: 3812, finished: 3813 } as const;
type Form = keyof typeof ports;
const forms = Object.keys(ports) as Form[];
const article = "openai-microsoft-rift";

const content = mkdtempSync(join(tmpdir(), "duidu-bench-"));
const children: ChildProcess[] = [];
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

try {
  prepareWorks(content, passages);
  const pages = new Map([article, "long"].map((slug) => [`/en/${slug}`, writeStaticPage(join(content, slug))]));
  const server = await serveStatic(pages, ports.static);
  run("node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", `${ports.next}`);
  run("dist/server.mjs");
  await Promise.all(forms.map((form) => answered(`http://127.0.0.1:${ports[form]}/en/long`)));

  const browser = await launchChromium();
  const address = (form: Form, slug: string) => `http://127.0.0.1:${ports[form]}/en/${slug}`;
  for (const [slug, isSlowLine] of [
    [article, true],
    ["long", false],
  ] as const) {
    const loads = Object.fromEntries(forms.map((form) => [form, [] as Load[]])) as Record<Form, Load[]>;
    const landings = Object.fromEntries(forms.map((form) => [form, [] as number[]])) as Record<Form, number[]>;
    const last = slug === "long" ? nthId(passages - 1) : lastId(pages.get(`/en/${slug}`) ?? "");
    for (let round = 0; round < (slug === "long" ? Math.min(3, rounds) : rounds); round += 1) {
      for (const form of forms) {
        loads[form].push(await measureLoad(browser, address(form, slug), isSlowLine));
        const landing = form === "static" ? `${address(form, slug)}#${last}` : `${address(form, slug)}/${last}`;
        landings[form].push(await measureLanding(browser, landing, last));
      }
    }
    print(slug, loads, landings);
  }
  await browser.close();
  server.close();
} finally {
  children.forEach((child) => child.kill());
  rmSync(content, { recursive: true, force: true });
}

function run(...program: string[]): void {
  const environment = { ...process.env, DUIDU_CONTENT: content, PORT: `${ports.finished}`, HOST: "127.0.0.1" };
  children.push(spawn(process.execPath, program, { env: environment, stdio: ["ignore", "ignore", "inherit"] }));
}

async function answered(url: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return void (await response.arrayBuffer());
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error(`${url} does not answer. Run npm run build first.`);
}

function lastId(html: string): string {
  return [...html.matchAll(/<section class="row" id="(\w+)"/g)].at(-1)?.[1] ?? "";
}

function print(slug: string, loads: Record<Form, Load[]>, landings: Record<Form, number[]>): void {
  console.log(`\n${slug}`);
  console.table(
    Object.fromEntries(
      forms.map((form) => {
        const of = (key: keyof Load) => median(loads[form].map((load) => load[key]));
        const row = {
          "raw KB": Math.round(of("rawBytes") / 102.4) / 10,
          "wire KB": Math.round(of("wireBytes") / 102.4) / 10,
          requests: of("requests"),
          "FCP ms": Math.round(of("fcp")),
          "LCP ms": Math.round(of("lcp")),
          CLS: Math.round(of("cls") * 1000) / 1000,
          "TBT ms": Math.round(of("tbt")),
          nodes: of("nodes"),
          "toggle ms": Math.round(of("toggle")),
          "landing ms": Math.round(median(landings[form])),
        };
        return [form, row];
      }),
    ),
  );
}
