import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import nextJest from "next/jest.js";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Names of installed packages that are ES modules: jest loads CommonJS, so these must be compiled like our own files. */
function modulePackages() {
  const folder = join(root, "node_modules");
  const names = readdirSync(folder).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : name,
  );
  return names.filter((name) => {
    const manifest = join(folder, name, "package.json");
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).type === "module";
  });
}

const withNext = nextJest({ dir: root });

async function project(options) {
  const config = await withNext({
    testEnvironment: "node",
    moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
    // The builds carry copies of package.json, which jest would take for a second package of the same name.
    modulePathIgnorePatterns: ["<rootDir>/.next/", "<rootDir>/dist/", "<rootDir>/.duidu/"],
    ...options,
  })();
  // next/jest puts its own patterns first, and one match is enough to leave a package uncompiled: so replace them.
  return { ...config, transformIgnorePatterns: [`/node_modules/(?!(${modulePackages().join("|")})/)`] };
}

export default async function config() {
  return {
    // Chromium takes a core of its own beside each worker.
    maxWorkers: 2,
    projects: [
      await project({
        displayName: "unit",
        setupFilesAfterEnv: ["<rootDir>/__tests__/support/seed.ts"],
        testMatch: ["<rootDir>/__tests__/{lib,cli,server,components,i18n,messages,docs}/**/*.test.{ts,tsx}"],
      }),
      await project({
        displayName: "browser",
        testMatch: ["<rootDir>/__tests__/browser/**/*.test.ts"],
        globalSetup: "<rootDir>/__tests__/browser/support/global-setup.ts",
        globalTeardown: "<rootDir>/__tests__/browser/support/global-teardown.ts",
        // jest reads testTimeout for all projects only.
        setupFilesAfterEnv: ["<rootDir>/__tests__/browser/support/patience.ts"],
      }),
    ],
  };
}
