import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { findChromium } from "./chromium";
import { publishSites, type SiteName } from "./sites";
import { writeContent } from "./write-content";

const root = process.cwd();
/** Kept after the run: the servers' output is the first thing to look at when a test fails. */
const workshop = join(root, ".duidu/browser-tests");
const content = join(workshop, "content");

export const servers = new Set<ChildProcess>();

/** Builds the site over the real works and those of the tests, and serves it in both ways. Once per run of jest. */
export default async function globalSetup(): Promise<void> {
  mkdirSync(workshop, { recursive: true });
  writeContent(content, root);
  // Unpacked here and not by the tests: it takes seconds, which would count as a test's.
  await findChromium();

  if (process.env.DUIDU_SKIP_BUILD !== "1") await build();
  process.on("exit", () => servers.forEach((server) => server.kill()));
  const [finished, plain] = await Promise.all([
    serve("finished", (port) => [["dist/server.mjs"], { HOST: "127.0.0.1", PORT: `${port}` }]),
    serve("plain", (port) => [["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", `${port}`], {}]),
  ]);
  publishSites({ finished, plain });
}

/**
 * The steps of `npm run build` without its check, which rightly refuses a site that holds a damaged work; the server
 * must answer well when one is damaged later.
 */
async function build(): Promise<void> {
  for (const program of [["node_modules/next/dist/bin/next", "build"], ["server/bundle.mjs"]]) {
    const { child, log } = start("build", program, {});
    const code = await new Promise((resolve) => child.once("exit", resolve));
    if (code !== 0) throw new Error(`The build failed (${program.join(" ")}):\n${readFileSync(log, "utf8")}`);
  }
}

async function serve(
  site: SiteName,
  command: (port: number) => [program: string[], environment: Record<string, string>],
): Promise<string> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { child, log } = start(site, ...command(port));
  servers.add(child);
  const giveUpAt = Date.now() + 60_000;
  while (Date.now() < giveUpAt && child.exitCode === null) {
    const isReady = await fetch(`${url}/en`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The ${site} site did not start:\n${readFileSync(log, "utf8")}`);
}

/** Runs a program of Node with its output in a file. */
function start(name: string, program: string[], environment: Record<string, string>) {
  const log = join(workshop, `${name}.log`);
  const output = openSync(log, "w");
  const child = spawn(process.execPath, program, {
    cwd: root,
    stdio: ["ignore", output, output],
    env: {
      ...process.env,
      // jest says "test", under which Next would neither build nor serve as in production.
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DUIDU_CONTENT: content,
      ...environment,
    },
  });
  return { child, log };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("No port is free.")),
      );
    });
  });
}
