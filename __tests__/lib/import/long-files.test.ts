import { read, words } from "./samples";

// What grows faster than its file takes far longer than this.
jest.setTimeout(60_000);

it("keeps every item of a list and every line of a verse, however long", async () => {
  const count = 700;
  const items = Array.from({ length: count }, (_, index) => `a${index}*`);
  const list = await read(`<ol>${items.map((item) => `<li>${item}`).join("")}</ol>`, "a.html");
  expect(words(list).join("\n").split("\n")).toEqual(items);
  expect(list.markdown).toMatch(/\n700[.)] a699\\\*\n$/);
  const verse = await read(`<p>${items.join("<br>")}</p>`, "a.html");
  expect(words(verse).join("\n").split("\n")).toEqual(items);
});

it.each([
  ["lines", "a.txt", "山。\n".repeat(300_001), /300002 lines/],
  ["characters of Markdown", "a.md", "山高水长。\n\n".repeat(290_000), /million characters/],
  ["lines in a list", "a.md", "- a\n".repeat(5_001), /5000 lines/],
  ["tags", "a.html", "<p>a".repeat(100_001), /100001 tags/],
])("refuses too many %s", async (_, file, source, what) => {
  await expect(read(source, file)).rejects.toMatchObject({ name: "ImportRefused", what: expect.stringMatching(what) });
});

it.each([
  ["a.txt", "A *line* of [words] & signs, “quoted” by Mr_Smith.\n\n".repeat(20_000)],
  ["b.txt", "山高月小，水落石出。\n".repeat(90_000)],
  ["c.txt", "山高月小，水落石出。".repeat(90_000)],
])("reads a plain text of a megabyte: %s", async (file, source) => {
  await read(source, file).then(({ markdown }) => expect(markdown.length).toBeGreaterThan(source.length * 0.9));
});
