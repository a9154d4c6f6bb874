// The process in which `duidu import` reads and aligns; cli/import.ts starts it. Its arguments: bytes of memory at
// most, and whether long texts may have more.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
const { serveImport } = await import("../lib/import/reader/process.ts");
serveImport(Number(process.argv[2]), process.argv[3] === "grows");
