import { symlinkSync } from "node:fs";
import path from "node:path";
import { readPicture } from "@/lib/work/read-picture";
import { soundWork, temporaryContent } from "./temporary-works";

const { root, write } = temporaryContent();
const before = process.env.DUIDU_CONTENT;
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0);

beforeAll(() => {
  process.env.DUIDU_CONTENT = root;
  const names = ["a.png", "b.jpg", "c.jpeg", "d.webp", "e.avif", "f.gif", "港口/g.png", "h.svg", "i.txt"];
  const folder = write("work", {
    ...soundWork,
    ...Object.fromEntries(names.map((name) => [`images/${name}`, picture])),
  });
  write("work", { "images/folder.png/a.png": picture, "outside.png": picture });
  write("other", { "images/secret.png": picture });
  symlinkSync(path.join(root, "other/images/secret.png"), path.join(folder, "images/file-link.png"));
  symlinkSync(path.join(root, "other/images"), path.join(folder, "images/folder-link"));
  symlinkSync(path.join(folder, "absent.png"), path.join(folder, "images/broken-link.png"));
});
afterAll(() => {
  if (before === undefined) delete process.env.DUIDU_CONTENT;
  else process.env.DUIDU_CONTENT = before;
});

it.each([
  ["images/a.png", "image/png"],
  ["images/b.jpg", "image/jpeg"],
  ["images/c.jpeg", "image/jpeg"],
  ["images/d.webp", "image/webp"],
  ["images/e.avif", "image/avif"],
  ["images/f.gif", "image/gif"],
  ["images/港口/g.png", "image/png"],
])("reads %s as %s", async (name, type) =>
  expect(await readPicture("work", name)).toEqual({ bytes: Buffer.from(picture), type }),
);

it.each([
  "images/absent.png",
  "images/h.svg",
  "images/i.txt",
  "images/folder.png",
  "images",
  "",
  "work.yaml",
  "outside.png",
  "images/../outside.png",
  "images/../../other/images/secret.png",
  "/images/a.png",
  "images\\a.png",
  "images/a.png\0",
  "images/file-link.png",
  "images/folder-link/secret.png",
  "images/broken-link.png",
])("finds no picture at %j", async (name) => expect(await readPicture("work", name)).toBeNull());

it.each(["absent", "", "..", "../work", "work/"])("finds no picture of the work %j", async (slug) =>
  expect(await readPicture(slug, "images/a.png")).toBeNull(),
);
