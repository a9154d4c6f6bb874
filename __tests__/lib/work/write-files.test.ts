import path from "node:path";
import { writeFiles } from "@/lib/work/write-files";
import { filesOf, temporaryContent } from "./temporary-works";

const { root, write } = temporaryContent();
const bytes = (text: string) => new TextEncoder().encode(text);

it("replaces some files, adds others and leaves the rest, with nothing beside them", async () => {
  const folder = write("replace", { "a.md": "old", "b.md": "stays" });
  await writeFiles(folder, [
    { name: "a.md", bytes: bytes("new") },
    { name: "c.md", bytes: Uint8Array.of(0xff, 0) },
  ]);
  expect(filesOf(folder)).toEqual({ "a.md": "new", "b.md": "stays", "c.md": "\u00FF\0" });
});

it("writes an empty file, and nothing at all", async () => {
  const folder = write("nothing", {});
  await writeFiles(folder, []);
  expect(filesOf(folder)).toEqual({});
  await writeFiles(folder, [{ name: "a.md", bytes: bytes("") }]);
  expect(filesOf(folder)).toEqual({ "a.md": "" });
});

it("changes no file when one of them cannot be written", async () => {
  const folder = write("refused", { "a.md": "old" });
  const tooLong = { name: "n".repeat(300), bytes: bytes("new") };
  await expect(writeFiles(folder, [{ name: "a.md", bytes: bytes("new") }, tooLong])).rejects.toThrow("ENAMETOOLONG");
  expect(filesOf(folder)).toEqual({ "a.md": "old" });
});

it("leaves no half-written file when a name is taken by a folder", async () => {
  const folder = write("folder", { "a.md/inner": "x" });
  await expect(writeFiles(folder, [{ name: "a.md", bytes: bytes("new") }])).rejects.toThrow();
  expect(filesOf(folder)).toEqual({ [path.join("a.md", "inner")]: "x" });
});

it("fails where there is no folder", async () =>
  expect(writeFiles(path.join(root, "absent"), [{ name: "a.md", bytes: bytes("new") }])).rejects.toThrow("ENOENT"));
