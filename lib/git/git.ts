import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What one question to Git may take. */
export type Limits = {
  /** Milliseconds; 0 for as long as it takes. */
  readonly timeout: number;
  /** Of the answer, in bytes. */
  readonly maxBuffer: number;
};

const usual: Limits = { timeout: 10_000, maxBuffer: 32 * 1024 * 1024 };

/**
 * Asks Git about the repository that a folder is in: no shell, nothing written, no network, no question to a person.
 * @throws an error of `execFile` when Git is missing, fails, or takes more than it may
 */
export async function git(folder: string, args: readonly string[], limits = usual): Promise<string> {
  return (await gitBytes(folder, args, limits)).toString("utf8");
}

/** As `git`, for an answer that need not be text. */
export async function gitBytes(folder: string, args: readonly string[], limits = usual): Promise<Buffer> {
  const options = { cwd: folder, env: environment(), encoding: "buffer", ...limits } as const;
  const { stdout } = await run("git", [...args], options);
  return stdout;
}

/**
 * As `git`; null where there is no Git, no repository, or no such thing in it.
 * @throws an error of `execFile` when Git refuses for another reason, such as a folder that belongs to somebody else
 */
export async function gitOrNull(folder: string, args: readonly string[], limits = usual): Promise<string | null> {
  try {
    return await git(folder, args, limits);
  } catch (error) {
    if (
      isMissing(error) ||
      (saidNo(error) && !/dubious ownership|fatal: (?:bad object|unable to read)/.test(`${error}`))
    )
      return null;
    throw error;
  }
}

/** Only what Git needs: a variable of the caller's, such as GIT_DIR inside a hook, would name another repository. */
export function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, NODE_ENV } = process.env;
  return {
    NODE_ENV,
    PATH,
    HOME,
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
  };
}

/** Whether there is no such program. */
function isMissing(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";
}

/** Whether Git ran and said no, and was not stopped or missing. */
export function saidNo(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "number";
}
