import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { type Disk, disk, isErrno, readIfThere } from "./disk";

/** The lock of a work's folder: who writes there. */
export const lockName = ".duidu.lock";

/** How long a lock of another machine is believed; a save takes a fraction of a second. */
const believedMs = 30_000;
const patienceMs = 10_000;
const pauseMs = 50;

const form = z.object({ pid: z.number().int(), host: z.string(), at: z.number(), token: z.string() });

/**
 * Holds the lock of a folder while `run` runs, so that two programs never write there at once.
 * A lock whose process is gone is taken over; one that another machine left, after half a minute.
 *
 * @throws {Error} when another program keeps the lock for ten seconds
 */
export async function withLock<T>(folder: string, run: () => Promise<T>, on: Disk = disk): Promise<T> {
  const lock = path.join(folder, lockName);
  const token = randomBytes(6).toString("hex");
  const mine = `${lock}.${token}.tmp`;
  const text = new TextEncoder().encode(JSON.stringify({ pid: process.pid, host: hostname(), at: Date.now(), token }));
  await on.write(mine, text);
  try {
    await acquire(lock, mine, text, on);
  } finally {
    await on.remove(mine);
  }
  try {
    return await run();
  } finally {
    // Another machine may have taken a lock that it thought was left behind.
    const held = await readIfThere(lock, on);
    if (held && form.safeParse(parse(held)).data?.token === token) await on.remove(lock);
  }
}

/** Whether a running program holds the lock of a folder. */
export async function isLocked(folder: string, on: Disk = disk): Promise<boolean> {
  const bytes = await readIfThere(path.join(folder, lockName), on);
  return bytes !== null && !isStale(bytes);
}

async function acquire(lock: string, mine: string, text: Uint8Array, on: Disk): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      // A link, not a new file: the lock's content is there the moment it exists.
      return await on.link(mine, lock);
    } catch (cause) {
      // On another machine this file may look like what a dead process left, and be swept away.
      if (isErrno(cause, "ENOENT")) await on.write(mine, text);
      else if (!isErrno(cause, "EEXIST")) throw cause;
      else await waitFor(lock, until, on);
    }
  }
}

/** Waits a little for a lock, or takes it away when nobody holds it. */
async function waitFor(lock: string, until: number, on: Disk): Promise<void> {
  const held = await readIfThere(lock, on);
  if (held === null) return;
  if (isStale(held)) return takeAway(lock, held, on);
  if (Date.now() > until) {
    const pid = form.safeParse(parse(held)).data?.pid;
    throw new Error(
      `another program${pid === undefined ? "" : ` (process ${pid})`} is writing here, so nothing was changed; ` +
        `try again, or delete ${lock} if none is running`,
    );
  }
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
}

/** Moves a stale lock aside; had another program taken it over in between, puts that one's back. */
async function takeAway(lock: string, held: Uint8Array, on: Disk): Promise<void> {
  const aside = `${lock}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await on.rename(lock, aside);
  } catch (cause) {
    if (isErrno(cause, "ENOENT")) return;
    throw cause;
  }
  const moved = await readIfThere(aside, on);
  if (moved && !Buffer.from(moved).equals(Buffer.from(held))) await on.link(aside, lock).catch(() => undefined);
  await on.remove(aside);
}

/** Whether the process that wrote a lock is gone. */
export function isStale(bytes: Uint8Array): boolean {
  const { data } = form.safeParse(parse(bytes));
  if (!data) return true;
  if (data.host !== hostname()) return Date.now() - data.at > believedMs;
  if (data.pid === process.pid) return false;
  try {
    process.kill(data.pid, 0);
    return false;
  } catch (cause) {
    return isErrno(cause, "ESRCH");
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
