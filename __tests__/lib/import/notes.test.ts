import { read, words } from "./samples";

const page = (end: string) =>
  `<html><body><p>One.<sup><a href="#n1" id="r1">1</a></sup></p><hr><p>Two.</p>${end}</body></html>`;
const notes = '<ol><li id="n1">A note. <a href="#r1">↩</a></li></ol>';

describe("what stands above notes", () => {
  test.each([
    ["a line", `<section><hr>${notes}</section>`],
    ["a line and a heading", `<hr><h2>Notes</h2>${notes}`],
    ["a heading and a line", `<h2>Notes</h2><hr>${notes}`],
  ])("%s goes with the notes, and lines between paragraphs stay", async (_, end) => {
    const text = await read(page(end), "a.html");
    expect(words(text)).toEqual(["One.", "", "Two."]);
    expect(text.markdown).toBe("One.[^1]\n\n---\n\nTwo.\n\n[^1]: A note.\n");
  });

  test("a line at the end of a text without notes stays", async () => {
    const text = await read("<html><body><p>One.</p><hr></body></html>", "a.html");
    expect(text.markdown).toBe("One.\n\n---\n");
  });
});
