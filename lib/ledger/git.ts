import { execFile, spawn } from "node:child_process";
import path from "node:path";

/** Bytes of Git's output that are believed; a history of ledgers beyond this is not read. */
const mostBytes = 1 << 30;

/**
 * Runs Git in a folder, without a shell and without asking anybody anything.
 *
 * @returns its output; null where there is no Git, no repository, or no such thing
 */
export function git(folder: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile("git", [...args], { cwd: folder, maxBuffer: mostBytes, env: quiet() }, (failure, out) =>
      resolve(failure ? null : out),
    );
  });
}

/** A file of a folder as it was committed last; null where Git does not know it. */
export async function committed(folder: string, name: string): Promise<string | null> {
  return git(folder, ["show", `HEAD:./${name}`]);
}

/** The contents of many objects at once, by their names, through one process. */
export function readObjects(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", ["cat-file", "--batch"], {
      cwd: folder,
      env: quiet(),
      stdio: ["pipe", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    child.on("error", reject);
    child.stdin.on("error", () => undefined);
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", () => resolve(divide(Buffer.concat(chunks))));
    child.stdin.end(`${names.join("\n")}\n`);
  });
}

/** Reads `<name> blob <size>\n<bytes>\n`, again and again. */
function divide(output: Buffer): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [name = "", kind = "", size = "0"] = output.subarray(at, end).toString().split(" ");
    at = end + 1;
    if (kind === "missing") continue;
    found.set(name, output.subarray(at, at + Number(size)).toString());
    at += Number(size) + 1;
  }
  return found;
}

function quiet(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}

/** The last part of a path that Git prints, whatever the system. */
export function folderOf(file: string): string {
  return path.posix.basename(path.posix.dirname(file));
}
