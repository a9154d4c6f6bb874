import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Longest time that one question to Git may take, in milliseconds, and its longest answer, in bytes. */
const timeout = 10_000;
const maxBuffer = 32 * 1024 * 1024;

/**
 * Asks Git about the repository that a folder is in: no shell, nothing written, no network, no question to a person.
 * @throws an error of `execFile` when Git is missing, fails, or takes too long
 */
export async function git(folder: string, args: readonly string[]): Promise<string> {
  return (await gitBytes(folder, args)).toString("utf8");
}

/** As `git`, for an answer that need not be text. */
export async function gitBytes(folder: string, args: readonly string[]): Promise<Buffer> {
  const { PATH, HOME } = process.env;
  const env = {
    NODE_ENV: process.env.NODE_ENV,
    PATH,
    HOME,
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
  };
  const { stdout } = await run("git", [...args], { cwd: folder, env, timeout, maxBuffer, encoding: "buffer" });
  return stdout;
}

/** Whether there is no such program. */
export function isMissing(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";
}

/** Whether Git ran and said no, and was not stopped or missing. */
export function saidNo(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "number";
}
