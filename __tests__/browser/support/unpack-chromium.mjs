/**
 * Unpacks the Chromium that comes with the tests, for machines without a browser, and prints its folder.
 * It is a program of its own because @sparticuz/chromium unpacks into the temporary folder of the process, and takes
 * a file that another process has half written for a whole one: so each process unpacks into a folder of its own,
 * and what is whole is renamed into place.
 */
import { copyFile, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const packed = join(dirname(require.resolve("@sparticuz/chromium")), "..");
const { version } = JSON.parse(await readFile(join(packed, "package.json"), "utf8"));
const folder = join(tmpdir(), `duidu-chromium-${version}-${process.getuid?.() ?? "user"}`);

if (!(await exists(folder))) {
  const staging = await mkdtemp(`${folder}-`);
  process.env.TMPDIR = staging;
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  await chromium.executablePath();
  await inflate(join(packed, "bin", "al2023.tar.br"));

  // It brings Open Sans alone, and Han characters without a face are drawn as nothing at all. A web font will not do.
  const face = require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf");
  await copyFile(face, join(staging, "fonts", "NotoSansSC-Regular.ttf"));
  await writeFile(join(staging, "fonts", "fonts.conf"), fontConfiguration(join(folder, "fonts")));
  try {
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!(await exists(folder))) throw error; // Otherwise another process was first.
  }
}
process.stdout.write(folder);

async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function fontConfiguration(fonts) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${fonts}/cache</cachedir>
</fontconfig>
`;
}
