import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startReader } from "@/lib/import/reader/start";

jest.setTimeout(30_000);
const folder = mkdtempSync(path.join(tmpdir(), "duidu-reader-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A reading process that does what is written here. */
function program(name: string, body: string): string {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, `process.on("message", () => { ${body} });\nprocess.send({ say: "ready" });\n`);
  return file;
}
const question = { ask: "read", file: "a.txt", single: false } as const;

it.each([
  ["ends while it is asked", `process.exit(1)`, 0],
  ["ended after it had answered", `process.send({ say: "answer", answer: { texts: [] } }, () => process.exit(1))`, 1],
])("refuses the file when the process %s", async (name, body, answered) => {
  const reader = await startReader(program(name.replaceAll(" ", "-"), body));
  for (let at = 0; at < answered; at++) {
    await reader.ask(question);
    // Long enough for its end to be known here.
    await once(AbortSignal.timeout(1_000), "abort");
  }
  await expect(reader.ask(question)).rejects.toMatchObject({ name: "ImportRefused", file: "a.txt" });
});
