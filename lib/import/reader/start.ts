import { type ChildProcess, fork } from "node:child_process";
import { ImportRefused } from "../imported-text";
import type { Answers, Reply, Request } from "./messages";

/** How much a reading process may take. */
export type Bounds = {
  /** Memory of both processes together, in MiB. */
  readonly memoryMib: number;
  /** Whether aligning long texts may take more. */
  readonly grows: boolean;
  /** Time for reading one file, in milliseconds. */
  readonly readingMs: number;
  /** Time for aligning, in milliseconds. */
  readonly aligningMs: number;
};

export const usualBounds: Bounds = { memoryMib: 512, grows: true, readingMs: 10_000, aligningMs: 300_000 };

/** A process that reads files and aligns texts. */
export type Reader = {
  /**
   * @param progress - told how far the work has come, 0 to 1
   * @throws {ImportRefused} where a file cannot be read, or takes more than the bounds
   */
  readonly ask: <R extends Request>(request: R, progress?: (share: number) => void) => Promise<Answers[R["ask"]]>;
  readonly stop: () => void;
};

type Waiting = {
  readonly resolve: (answer: never) => void;
  readonly reject: (cause: Error) => void;
  readonly progress: ((share: number) => void) | undefined;
  readonly request: Request;
};

const startMs = 60_000;

/**
 * Starts the reading process and waits until it is ready.
 *
 * @param program - path of its script
 */
export async function startReader(program: string, bounds: Bounds = usualBounds): Promise<Reader> {
  const mebibyte = 1024 * 1024;
  const own = Math.ceil(process.memoryUsage.rss() / mebibyte);
  const left = Math.max(64, bounds.memoryMib - own);
  const child = fork(program, [String(left * mebibyte), bounds.grows ? "grows" : "stays"], {
    // Small semi-spaces save 50 MB and cost no time.
    execArgv: [`--max-old-space-size=${left}`, "--max-semi-space-size=4"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", process.env.DUIDU_DEBUG ? "inherit" : "ignore", "ipc"],
  });
  let waiting: Waiting | null = null;
  let isLate = false;
  let isGone = false;
  const settle = (end: (one: Waiting) => void) => {
    const one = waiting;
    waiting = null;
    if (one) end(one);
  };
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the reading process does not start")), startMs);
    child.on("message", (reply: Reply) => {
      if (reply.say === "ready") {
        clearTimeout(timer);
        resolve();
      } else if (reply.say === "progress") waiting?.progress?.(reply.share);
      else
        settle(({ resolve: answer, reject: refuse, request }) => {
          if (reply.say === "answer") answer(reply.answer as never);
          else if (reply.say === "refused") refuse(new ImportRefused(reply.file, reply.line, reply.what, reply.fix));
          else refuse(new Error(`${nameOf(request)}: ${reply.message}`));
        });
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      isGone = true;
      clearTimeout(timer);
      reject(new Error(`the reading process does not start (${signal ?? code})`));
      settle(({ reject: refuse, request }) => refuse(overBounds(request, isLate, bounds)));
    });
  });
  await ready;
  return {
    ask: (request, progress) =>
      new Promise((resolve, reject) => {
        // It may have ended between two questions, for the memory that the last one left it with.
        if (isGone) return reject(overBounds(request, false, bounds));
        const limit = request.ask === "read" ? bounds.readingMs : bounds.aligningMs;
        const timer = setTimeout(() => {
          isLate = true;
          child.kill("SIGKILL");
        }, limit);
        const done =
          <T>(end: (value: T) => void) =>
          (value: T) => {
            clearTimeout(timer);
            end(value);
          };
        waiting = { resolve: done(resolve), reject: done(reject), progress, request };
        send(child, request, (cause) => settle(({ reject: refuse }) => refuse(cause)));
      }),
    stop: () => {
      child.removeAllListeners("exit");
      child.kill("SIGKILL");
    },
  };
}

function send(child: ChildProcess, request: Request, failed: (cause: Error) => void): void {
  // A process that ended says so by its exit, which knows more.
  child.send(request, (cause) => cause && child.connected && failed(cause));
}

function nameOf(request: Request): string {
  return request.ask === "read" ? `${request.file} cannot be read` : "the texts cannot be aligned";
}

function overBounds(request: Request, isLate: boolean, { memoryMib, readingMs, aligningMs }: Bounds): ImportRefused {
  const [file, doing, limit] =
    request.ask === "read"
      ? ([request.file, "Reading this file", readingMs] as const)
      : (["both texts", "Aligning", aligningMs] as const);
  return isLate
    ? new ImportRefused(
        file,
        null,
        `${doing} takes more than ${limit / 1000} seconds.`,
        "Divide it into parts; if you trust it, allow more time with --deadline SECONDS.",
      )
    : new ImportRefused(
        file,
        null,
        `${doing} takes more memory than is allowed (${memoryMib} MiB).`,
        "Divide it into parts; if you trust it, allow more with --memory MIB.",
      );
}
