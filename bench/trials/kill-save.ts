/**
 * Kills a save at every system call it makes, with `strace` (apt-get install strace), and looks at what is left.
 * `npx tsx bench/trials/kill-save.ts` prints "N tried, N survived"; it exits with 1 when a folder was left mixed.
 *
 * A program prepares a revision and waits; strace attaches, and kills it at its n-th system call of a kind, n from 1 until
 * the save gets through. Then `duidu check` runs, which recovers first: the work must be whole, old or new, with nothing
 * beside its files. All work on the disk is done by one thread, since strace counts calls by thread.
 */
import { execFile, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("../..", import.meta.url));
const calls = [
  "openat",
  "write,pwrite64",
  "fsync,fdatasync",
  "rename,renameat,renameat2",
  "link,linkat",
  "unlink,unlinkat",
  "close",
];
const most = Number(process.argv[2] ?? 400);

function run(command: string, args: readonly string[], cwd: string): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = execFile(command, [...args], { cwd, maxBuffer: 1 << 26 }, (_, out, err) =>
      resolve({ code: child.exitCode, out: out + err }),
    );
  });
}

/** Starts the program, attaches strace and lets it save; true when it was killed at the n-th call. */
async function killedAt(call: string | null, n: number, bundle: string, folder: string): Promise<boolean> {
  const env = { ...process.env, UV_THREADPOOL_SIZE: "1" };
  const child = spawn(process.execPath, [bundle, folder], { env, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_, signal) => resolve(signal)));
  await new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
  const inject = ["-e", `trace=${call}`, "-e", `inject=${call}:signal=KILL:when=${n}`];
  const tracer =
    call === null
      ? null
      : spawn("strace", ["-f", ...inject, "-p", String(child.pid)], { stdio: ["ignore", "ignore", "pipe"] });
  if (tracer) {
    tracer.stderr?.resume();
    await new Promise<void>((resolve) => tracer.stderr?.once("data", () => resolve()));
  }
  child.stdin.on("error", () => undefined);
  child.stdin.end("go\n");
  return (await ended) === "SIGKILL";
}

const workYaml = `source:
  language: zh-Hans
  title: 山
  rights: 公有领域
translation:
  language: en
  title: Mountain
  rights: Public domain
date: 2025-04-30
`;

/** Every file of the work, by name. */
function stateOf(folder: string): string {
  return JSON.stringify(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
}

const base = mkdtempSync(path.join(tmpdir(), "duidu-kill-"));
try {
  const bundle = path.join(base, "save.mjs");
  const pattern = path.join(base, "pattern");
  const work = (root: string) => path.join(root, "content/work");
  const program = path.join(home, "cli/duidu.mjs");
  cpSync(path.join(home, "bench/trials/fixtures/work"), work(pattern), { recursive: true });
  writeFileSync(path.join(work(pattern), "work.yaml"), workYaml);
  await run(process.execPath, [program, "mint"], pattern);
  const before = stateOf(work(pattern));
  // One plain file for the killed program, so that the calls counted are those of the save and not of a compiler's cache.
  const { build } = await import("esbuild");
  await build({
    stdin: {
      contents: `import { reviseWork } from "@/lib/revise/revise-work";
        const [folder, bytes] = [process.argv[2], new TextEncoder().encode("山很高。\\n\\n水长。\\n\\n新的一段话在这里。\\n")];
        let n = 0;
        const { ready } = await reviseWork(folder, "work", "work", { versions: { source: { name: "zh.md", bytes } },
          today: "2025-06-01", mint: () => "nnnn" + "abcdefgh"[n++] });
        if (!ready) process.exit(3);
        console.log("ready");
        await new Promise((resolve) => process.stdin.once("data", resolve));
        await ready.save();
        process.exit(0);`,
      resolveDir: home,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: bundle,
    alias: { "@": home.replace(/\/$/, "") },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  const fresh = path.join(base, "fresh");
  cpSync(pattern, fresh, { recursive: true });
  const sound = await killedAt(null, 0, bundle, work(fresh));
  const after = stateOf(work(fresh));
  if (before === after) throw new Error(`the save changes nothing, so there is nothing to try (${sound})`);

  let tried = 0;
  let survived = 0;
  let rolledForward = 0;
  for (const call of calls) {
    let inCall = 0;
    for (let n = 1; n <= most; n++) {
      const root = path.join(base, "trial");
      rmSync(root, { recursive: true, force: true });
      cpSync(pattern, root, { recursive: true });
      if (!(await killedAt(call, n, bundle, work(root)))) break;
      inCall++;
      tried++;
      const checked = await run(process.execPath, [program, "check", "--content", path.join(root, "content")], root);
      const left = stateOf(work(root));
      const isWhole = (left === before || left === after) && checked.code === 0;
      if (isWhole) survived++;
      else console.log(`NOT WHOLE after the ${n}. ${call}:\n${checked.out}\n${left}\n`);
      if (left === after) rolledForward++;
    }
    console.log(`${call}: ${inCall} kills`);
  }
  console.log(`${tried} tried, ${survived} survived (${rolledForward} with the new text, the rest with the old)`);
  process.exitCode = tried > 0 && tried === survived ? 0 : 1;
} finally {
  rmSync(base, { recursive: true, force: true });
}
