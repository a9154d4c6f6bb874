/**
 * What the README's first command does once everything is installed: builds, and serves what was built, here on a free
 * port. Asks whether it is ready and for one page of each language, then stops it. Ends with 1 where something is amiss.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** How long the server may take to start, and then to end, in milliseconds. */
const patienceMs = 30_000;

execFileSync("npm", ["run", "build"], { stdio: ["ignore", "inherit", "inherit"] });

// A group of its own: npm stands between this and the server, and both are told to end. Port 0 is any free one.
const server = spawn("npm", ["run", "--silent", "serve"], {
  env: { ...process.env, HOST: "127.0.0.1", PORT: "0" },
  stdio: ["ignore", "pipe", "inherit"],
  detached: true,
});
const ended = once(server, "exit");
try {
  const site = await within(address(), "The server said no address");
  for (const path of ["/readyz", "/en", "/zh/guide"]) {
    const { status } = await fetch(site + path);
    if (status !== 200) throw new Error(`${path} answered ${status} instead of 200.`);
  }
  console.log(`Started at ${site}, and answered.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  stop("SIGTERM");
  await within(ended, "The server did not end on SIGTERM").catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
    stop("SIGKILL");
  });
}

/** The address that the server's first lines name. */
async function address() {
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /http:\/\/\S+/.exec(line);
    if (found) return found[0];
  }
  throw new Error("The server ended before it said where it listens.");
}

function stop(signal) {
  try {
    process.kill(-server.pid, signal);
  } catch {
    // It has ended already.
  }
}

/** A promise's value, or an error that says what took too long. */
function within(promise, what) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${what} within ${patienceMs / 1000} s.`)), patienceMs).unref();
  });
  return Promise.race([promise, late]);
}
