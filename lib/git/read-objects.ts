import { spawn } from "node:child_process";
import { environment } from "./git";

/**
 * The contents of many objects at once, by their names, through one process.
 * @throws {Error} where one of them is missing, as in a partial clone
 */
export function readObjects(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", ["cat-file", "--batch"], {
      cwd: folder,
      env: environment(),
      stdio: ["pipe", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    child.on("error", reject);
    child.stdin.on("error", () => undefined);
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", (code) => {
      const found = divide(Buffer.concat(chunks));
      if (code === 0 && found.size === new Set(names).size) resolve(found);
      else reject(new Error("objects are missing here, as in a partial clone"));
    });
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
