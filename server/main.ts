import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import { z } from "zod";
import { readSettings } from "./settings";
import { createSite } from "./site";

/** How long running requests may take to end after the server was told to stop, in milliseconds. */
const farewellMs = 10_000;

const settings = readSettings(process.env);
if (typeof settings === "string") {
  console.error(settings);
  process.exit(2);
}
const { port, host, isHttps } = settings;
const root = fileURLToPath(new URL("..", import.meta.url));
const modules = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(join(root, "dist/assets.json"), "utf8")));
const assets = new Map(Object.values(modules).map((address) => [address, readFileSync(join(root, "dist", address))]));

const { siteUrl } = z
  .object({ siteUrl: z.string().nullable() })
  .parse(JSON.parse(readFileSync(join(root, "dist/build.json"), "utf8")));
if (siteUrl !== (process.env.SITE_URL || null)) {
  console.error(
    `The pages were built with SITE_URL ${siteUrl ?? "unset"}, and it is ${process.env.SITE_URL ?? "unset"} now: ` +
      "canonical links and previews name the former. Set it for `npm run build` too.",
  );
}

const app = next({ dev: false, dir: root, hostname: host, port });
await app.prepare();
const draw = app.getRequestHandler();

let isReady = true;
const site = createSite({ draw, assets, modules, isHttps, isReady: () => isReady, log: (line) => console.error(line) });
const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 20_000, requestTimeout: 30_000 }, site);

server.on("error", (error: NodeJS.ErrnoException) => {
  const why = error.code === "EADDRINUSE" ? `port ${port} is in use; choose another with PORT` : error.message;
  console.error(`Cannot listen on ${host}: ${why}`);
  process.exit(1);
});
server.listen(port, host, () => {
  const address = server.address();
  console.log(`Duidu reads at http://${host}:${typeof address === "object" ? address?.port : port}`);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    isReady = false;
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), farewellMs).unref();
  });
}
