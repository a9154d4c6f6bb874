/* After `next build`: the finishing server as one file, and the module script that finished pages load. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

await build({
  entryPoints: [join(root, "server/main.ts")],
  outfile: join(dist, "server.mjs"),
  tsconfig: join(root, "tsconfig.json"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  external: ["next", "zod"],
});

const { metafile } = await build({
  entryPoints: { reading: join(root, "components/reading/behaviours/start.ts") },
  outdir: join(dist, "assets"),
  entryNames: "[name].[hash]",
  chunkNames: "[name].[hash]",
  // What only sharing needs is a module of its own, which the page's script fetches when it is first asked for.
  splitting: true,
  tsconfig: join(root, "tsconfig.json"),
  bundle: true,
  platform: "browser",
  format: "esm",
  target: "es2022",
  minify: true,
  metafile: true,
});
/** Address of each script by the name of its entry. Chunks are held by their own name: only other scripts know it. */
const scripts = Object.fromEntries(
  Object.entries(metafile.outputs).map(([file, { entryPoint }]) => {
    const isReading = entryPoint === "components/reading/behaviours/start.ts";
    return [isReading ? "reading" : basename(file), `/assets/${basename(file)}`];
  }),
);
// What the drawn pages took from the environment, so that the server can tell when it is told otherwise.
writeFileSync(join(dist, "build.json"), JSON.stringify({ siteUrl: process.env.SITE_URL || null }));
writeFileSync(join(dist, "assets.json"), JSON.stringify(scripts));
