import { Document, ImageRun, Packer, Paragraph, TextRun } from "docx";
import { pixel, read } from "./samples";

const styles = (kind: "paragraph" | "character", ...names: string[]) =>
  Object.fromEntries([
    [`${kind}Styles`, names.map((name) => ({ id: name.replaceAll(" ", ""), name, basedOn: "Normal" }))],
  ]);

async function write(...children: Paragraph[]): Promise<Uint8Array> {
  const document = new Document({
    styles: {
      ...styles("paragraph", "Source Code", "HTML Preformatted", "Intense Quote", "caption"),
      ...styles("character", "Verbatim Char"),
    },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const picture = () =>
  new Paragraph({
    children: [new ImageRun({ type: "png", data: pixel, transformation: { width: 9, height: 9 } })],
  });
const styled = (style: string, text: string) => new Paragraph({ style, text });

describe("styles of Word", () => {
  test("code, within a line and of several", async () => {
    const { markdown } = await read(
      await write(
        new Paragraph({ children: [new TextRun("Run "), new TextRun({ text: "a_b()", style: "VerbatimChar" })] }),
        styled("SourceCode", "if x:"),
        styled("SourceCode", "    y"),
        new Paragraph("And:"),
        styled("HTMLPreformatted", "z"),
      ),
      "a.docx",
    );
    expect(markdown).toBe("Run `a_b()`\n\n```\nif x:\n    y\n```\n\nAnd:\n\n```\nz\n```\n");
  });

  test("quotes", async () => {
    const { markdown } = await read(await write(new Paragraph("A"), styled("IntenseQuote", "B")), "a.docx");
    expect(markdown).toBe("A\n\n> B\n");
  });

  test("a caption belongs to the picture above it, and without one it is a paragraph", async () => {
    const { markdown } = await read(
      await write(new Paragraph("A"), picture(), styled("caption", "盐田"), styled("caption", "Table 1")),
      "a.docx",
    );
    expect(markdown).toMatch(/^A\n\n!\[盐田\]\(images\/[\w-]+\.png(?: "[^"]*")?\)\n\nTable 1\n$/);
  });
});
