import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hashBytes, type Journal, journalName, recover } from "@/lib/work/journal";

const folder = mkdtempSync(path.join(tmpdir(), "duidu-journal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const temporaryOf = (name: string) => `.${name}.0123456789ab.tmp`;

/** A save of both texts from "old" to "new" that was interrupted; of `renamed` the name had been changed already. */
function interrupt(renamed: readonly string[]): void {
  const names = ["en.md", "zh-Hans.md"];
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  for (const name of names) {
    writeFileSync(path.join(folder, name), renamed.includes(name) ? "new" : "old");
    if (!renamed.includes(name)) writeFileSync(path.join(folder, temporaryOf(name)), "new");
  }
  const journal: Journal = {
    version: 1,
    files: names.map((name) => ({
      name,
      temporary: temporaryOf(name),
      before: hashBytes(bytes("old")),
      after: hashBytes(bytes("new")) ?? "",
    })),
  };
  writeFileSync(path.join(folder, journalName), JSON.stringify(journal));
}

const stateOf = () =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));

describe("recovering from a save that was interrupted", () => {
  it("keeps an edit made since, beside the file, before the save is completed", async () => {
    interrupt(["en.md"]);
    writeFileSync(path.join(folder, "zh-Hans.md"), "edited since");
    expect(await recover(folder)).toBe("forward");
    expect(stateOf()).toEqual({ "en.md": "new", "zh-Hans.md": "new", "zh-Hans.md.yours": "edited since" });
  });

  it("leaves alone an edit of a file that had its new words already", async () => {
    interrupt(["en.md", "zh-Hans.md"]);
    writeFileSync(path.join(folder, "en.md"), "edited since");
    expect(await recover(folder)).toBe("forward");
    expect(stateOf()).toEqual({ "en.md": "edited since", "zh-Hans.md": "new" });
  });

  it("says so when the disk lost what it had confirmed, and touches nothing", async () => {
    interrupt(["en.md"]);
    rmSync(path.join(folder, temporaryOf("zh-Hans.md")));
    const before = stateOf();
    await expect(recover(folder)).rejects.toThrow(/disk lost the new zh-Hans\.md/);
    expect(stateOf()).toEqual(before);
  });
});
