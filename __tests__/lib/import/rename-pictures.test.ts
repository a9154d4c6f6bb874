import { renamePictures } from "@/lib/import/rename-pictures";

const [one, other] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
const text = {
  markdown: [
    "![一](images/a.png)",
    '> ![二](images/a.png "甲")',
    "![三](images/a.png.png)",
    "`](images/a.png)` is code.",
    "![四](images/b.png)",
    "",
  ].join("\n\n"),
  pictures: [
    { name: "a.png", bytes: one },
    { name: "b.png", bytes: one },
  ],
};

describe("pictures of one name", () => {
  it("stay where their names are free", () => expect(renamePictures(text, () => null)).toEqual(text));

  it("are one where they are the same, and are not written again", () => {
    const { markdown, pictures } = renamePictures(text, (name) => (name === "a.png" ? Uint8Array.from(one) : null));
    expect(markdown).toBe(text.markdown);
    expect(pictures.map(({ name }) => name)).toEqual(["b.png"]);
  });

  it("get another name where they differ, in figures alone", () => {
    const taken = new Map([
      ["a.png", other],
      ["a-2.png", other],
    ]);
    const { markdown, pictures } = renamePictures(text, (name) => taken.get(name) ?? null);
    expect(pictures.map(({ name }) => name)).toEqual(["a-3.png", "b.png"]);
    expect(markdown).toBe(
      text.markdown
        .replace("![一](images/a.png)", "![一](images/a-3.png)")
        .replace('![二](images/a.png "甲")', '![二](images/a-3.png "甲")'),
    );
  });
});
