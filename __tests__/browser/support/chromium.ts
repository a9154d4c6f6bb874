import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright-core";

type Installation = { readonly executablePath: string; readonly env: Record<string, string> };

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/** Where the installers of Chrome, Chromium and Edge put them, which is on no PATH. */
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")];
  }),
];

/**
 * Starts the browser of the tests: the one `DUIDU_CHROMIUM` names, else one that is installed, else the one that comes
 * with the tests (`DUIDU_CHROMIUM=bundled` asks for it), which needs nothing from the system.
 * @throws {Error} when none can be had: a browser test is never skipped
 */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...definedEnvironment(), ...env },
    args: [
      // Containers run the tests as root, where Chromium's sandbox does not start; the pages are our own.
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Finds the browser, unpacking the bundled one if it comes to that; the later calls then find it unpacked. */
export async function findChromium(): Promise<Installation> {
  const asked = process.env.DUIDU_CHROMIUM;
  if (asked && asked !== "bundled") {
    if (existsSync(asked)) return { executablePath: asked, env: {} };
    throw new Error(`DUIDU_CHROMIUM names ${asked}, where no file is. Nothing was tested.`);
  }
  const installed = asked === "bundled" ? undefined : findInstalled();
  return installed === undefined ? unpackBundled() : { executablePath: installed, env: {} };
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usualPlaces].find(existsSync);
}

async function unpackBundled(): Promise<Installation> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "The browser tests need Chromium, and found none. Install Chrome or Chromium, or set DUIDU_CHROMIUM to its path. " +
        "The one that comes with the tests runs on Linux x64 alone.",
    );
  }
  const program = join(process.cwd(), "__tests__/browser/support/unpack-chromium.mjs");
  const { stdout: folder } = await promisify(execFile)(process.execPath, [program]);
  const libraries = [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, "fonts") },
  };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
