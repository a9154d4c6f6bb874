import { servers } from "./global-setup";

/** Ends the two servers and nothing else. */
export default async function globalTeardown(): Promise<void> {
  await Promise.all(
    [...servers].map(async (server) => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once("exit", resolve));
      const force = setTimeout(() => server.kill("SIGKILL"), 5_000);
      server.kill("SIGTERM");
      await ended;
      clearTimeout(force);
    }),
  );
}
